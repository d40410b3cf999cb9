"""The wheel carries all that a build needs: it is installed alone, far from this repository and its templates/."""

import shutil
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest

from dossier.templates import Ready
from hatch_build import COMPILED, FACES
from tests.conftest import ROOT, Project


def run(*words: str | Path, cwd: Path) -> str:
    """What a command printed; it must succeed."""
    done = subprocess.run([str(word) for word in words], cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin/ of a fresh environment that has the wheel; the libraries come by a path file, not from the network."""
    home = tmp_path_factory.mktemp("installed")
    run(sys.executable, "-m", "venv", "--without-pip", home, cwd=home)
    pip = (sys.executable, "-m", "pip", "--python", home / "bin/python")
    run(*pip, "install", "--quiet", "--no-deps", "--no-index", wheel, cwd=home)
    libraries = Path(sysconfig.get_path("purelib", vars={"base": str(home)})) / "libraries.pth"
    libraries.write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return home / "bin"


def test_the_wheel_carries_the_whole_look_and_no_dossier(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    look = {path.relative_to(ROOT / "templates") for path in (ROOT / "templates").rglob("*") if path.is_file()}
    assert look
    assert {name for name in names if name.startswith("dossier/theme/")} == {f"dossier/theme/{path}" for path in look}
    assert {name.split("/")[0].split("-")[0] for name in names} == {"dossier", "explainer_dossier"}


def test_the_wheel_carries_the_typefaces_with_their_licence(wheel: Path) -> None:
    carried = {name: len(zipfile.ZipFile(wheel).read(name)) for name in zipfile.ZipFile(wheel).namelist()}
    faces = {name: size for name, size in carried.items() if name.endswith(".woff2")}
    assert set(faces) == {f"dossier/theme/assets/fonts/{face.file}" for face in FACES}
    assert sum(faces.values()) < 130_000  # bytes; what a reader with a slow connection waits for
    assert {f"dossier/theme/assets/fonts/dossier-{family}-licence.txt" for family in ("serif", "sans")} <= set(carried)


def test_the_wheel_carries_its_templates_compiled(wheel: Path) -> None:
    ready = Ready(zipfile.ZipFile(wheel).read(COMPILED.as_posix()))
    look = ROOT / "templates"
    assert len(ready.made) == len([*look.rglob("*.html"), *look.glob("*.svg"), *look.glob("*.js")])


def test_the_wheel_carries_what_a_preview_adds_to_pages(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {f"dossier/serve/{name}" for name in ("preview.css", "preview.js", "waiting.html")} <= names


def test_the_installed_package_is_the_one_of_the_wheel(programs: Path) -> None:
    where = run(programs / "python", "-c", "import dossier; print(dossier.__file__)", cwd=programs)
    assert Path(where.strip()).is_relative_to(programs.parent)


def test_the_installed_module_builds_a_dossier_that_has_no_templates(programs: Path, project: Project) -> None:
    folder = project({})
    run(programs / "python", "-m", "dossier", "build", "--project", folder, cwd=folder.parent)
    assert "Troops at the border" in (folder / "build/index.html").read_text("utf-8")
    assert {path.name for path in (folder / "build/assets/fonts").glob("*.woff2")} == {face.file for face in FACES}


def test_the_installed_command_tells_what_it_can_do(programs: Path, tmp_path: Path) -> None:
    assert "build" in run(programs / "dossier", "--help", cwd=tmp_path)


def test_the_source_distribution_carries_the_typefaces_and_leaves_the_archived_texts_at_home(tmp_path: Path) -> None:
    for name in ("pyproject.toml", "README.md", "LICENSE", "hatch_build.py", ".gitignore"):
        shutil.copy(ROOT / name, tmp_path)
    for name in ("dossier/__init__.py", "content/index.md", "content/archive/latin-times.txt", "build/index.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    run(sys.executable, "-m", "build", "--sdist", "--no-isolation", "--outdir", tmp_path / "dist", cwd=tmp_path)
    with tarfile.open(next((tmp_path / "dist").glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert "content/index.md" in names
    assert {f"templates/assets/fonts/{face.file}" for face in FACES} <= names
    assert not {name for name in names if "archive" in name or name.startswith("build/")}
