"""A build of which nothing has changed says again what it said, and loads next to nothing to find out."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.conftest import Project

BUILD = ("build", "--today", "2025-11-22")
LOADED = "import sys, dossier.__main__ as command; command.main(); print(*sys.modules)"
HEAVY = {"babel", "click", "jinja2", "markdown", "nh3", "pydantic", "tomllib", "yaml"}
NOTHING: Mapping[str, str] = {}
WARNED = {"content/terms/isr.md": "---\nterm: ISR\n---\nSurveillance.\n"}


def run(*words: str, cwd: Path, environment: Mapping[str, str] = NOTHING) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words], cwd=cwd, env=os.environ | environment, capture_output=True, text=True, check=False
    )


def is_repeated(*words: str, cwd: Path, environment: Mapping[str, str] = NOTHING) -> bool:
    """Whether a build that was asked for like this came to its end without being made."""
    done = run("-c", LOADED, *words, cwd=cwd, environment=environment)
    assert done.returncode == 0, done.stderr
    return not HEAVY & set(done.stdout.split())


@pytest.fixture
def built(project: Project) -> Path:
    """A small project, built just now."""
    folder = project(WARNED)
    assert not is_repeated(*BUILD, cwd=folder)
    assert is_repeated(*BUILD, cwd=folder)
    return folder


def timeless(words: str) -> str:
    return words.partition("; ")[0]


def test_the_same_words_are_said_again(project: Project) -> None:
    folder = project(WARNED)
    words = ("-m", "dossier", *BUILD, "--verbose", "--output", "public")
    run(*words, cwd=folder)
    made = run(*words, "--drafts", cwd=folder)  # another command, which makes the site that is there already
    again = [run(*words, cwd=folder) for _ in range(2)]

    assert "orphan-record" in again[0].stdout
    assert again[0].stdout == again[1].stdout == made.stdout
    assert timeless(again[0].stderr) == timeless(again[1].stderr) == timeless(made.stderr)
    assert "(0 files changed)" in again[1].stderr
    assert again[1].stderr.endswith(" s: public/\n")
    assert [one.returncode for one in again] == [0, 0]


OTHERS = (
    ("build", "--today", "2025-11-23"),
    (*BUILD, "--quiet"),
    (*BUILD, "--format", "json"),
    (*BUILD, "--output", "public"),
    (*BUILD, "--project", "."),
    ("check", "--today", "2025-11-22"),
)


def test_other_words_are_another_command(built: Path) -> None:
    for words in OTHERS:
        assert not is_repeated(*words, cwd=built), words


def test_another_environment_or_folder_is_another_command(built: Path) -> None:
    for environment in ({"NO_COLOR": "1"}, {"SOURCE_DATE_EPOCH": "0"}, {"TZ": "Pacific/Kiritimati"}):
        assert not is_repeated(*BUILD, cwd=built, environment=environment)
    assert not is_repeated(*BUILD, cwd=built / "content")


def test_a_build_that_fails_is_never_taken_for_done(built: Path) -> None:
    for _ in range(2):
        strict = run("-m", "dossier", *BUILD, "--strict", cwd=built)
        assert strict.returncode == 1
        assert "orphan-record" in strict.stdout


def put_back_in_time(folder: Path) -> None:
    file = folder / "content" / "terms" / "isr.md"
    before = file.stat()
    file.write_text(file.read_text("utf-8").replace("Surveillance", "Surveyllance"), encoding="utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def renamed_over(folder: Path) -> None:
    file = folder / "content" / "terms" / "isr.md"
    before, aside = file.stat(), folder / "aside"
    aside.write_text(file.read_text("utf-8").replace("Surveillance", "Surveyllance"), encoding="utf-8")
    os.utime(aside, ns=(before.st_atime_ns, before.st_mtime_ns))
    aside.replace(file)


def damaged_in_place(folder: Path) -> None:
    file = folder / "build" / "index.html"
    before = file.stat()
    file.write_bytes(file.read_bytes()[:-2] + b"??")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


CHANGES: Mapping[str, Callable[[Path], object]] = {
    "a file edited and put back in time": put_back_in_time,
    "a file renamed over another": renamed_over,
    "a folder that came": lambda folder: (folder / "content" / "archive").mkdir(),
    "a look of its own": lambda folder: (folder / "templates").mkdir(),
    "a page edited by hand and put back in time": damaged_in_place,
    "a page removed": lambda folder: (folder / "build" / "index.html").unlink(),
    "the site removed": lambda folder: (folder / "build").rename(folder / "elsewhere"),
    "a file of others in the site": lambda folder: (folder / "build" / "CNAME").write_text("example.org"),
}


def test_whatever_changed_the_site_is_made(built: Path) -> None:
    for what, change in CHANGES.items():
        change(built)

        assert not is_repeated(*BUILD, cwd=built), what
        assert (built / "build" / "index.html").read_bytes().endswith(b"</html>\n"), what
        assert is_repeated(*BUILD, cwd=built), what


def test_words_that_were_typed_before_are_not_read_anew(built: Path) -> None:
    put_back_in_time(built)

    done = run("-c", LOADED, *BUILD, cwd=built)

    assert "(0 files changed)" not in done.stderr
    assert {"markdown", "click"} & set(done.stdout.split()) == {"markdown"}


@pytest.mark.parametrize("more", [(), ("--quiet",), ("--format", "json"), ("--output", "public", "--drafts")], ids=str)
def test_words_that_were_typed_before_mean_what_they_meant(project: Project, more: tuple[str, ...]) -> None:
    typed = ("-m", "dossier", *BUILD, *more)

    before, anew = (said_after_edits(project(WARNED), typed, later) for later in (typed, (*typed, "--project", ".")))

    assert [code for code, _, _ in before] == [1, 0]
    assert before == anew


def said_after_edits(folder: Path, typed: tuple[str, ...], later: tuple[str, ...]) -> list[tuple[int, str, str]]:
    """What a later command says of a mistake, and of the text mended, in a project that was built before."""
    for made in (".dossier", "build", "public"):
        shutil.rmtree(folder / made, ignore_errors=True)
    run(*typed, cwd=folder)
    said = []
    for edit in ("terms: 2\n---\nWords.\n", "---\nOther words.\n"):
        (folder / "content" / "terms" / "isr.md").write_text(f"---\nterm: ISR\n{edit}", encoding="utf-8")
        done = run(*later, cwd=folder)
        said.append((done.returncode, done.stdout, timeless(done.stderr)))
    return said


def test_an_output_that_has_become_a_link_is_refused(built: Path) -> None:
    (built / "build").rename(built / "elsewhere")
    (built / "build").symlink_to("elsewhere")

    done = run("-m", "dossier", *BUILD, cwd=built)

    assert done.returncode == 2
    assert "is a symbolic link" in done.stderr


def test_a_pipe_in_the_content_is_told_and_not_waited_for(built: Path) -> None:
    (built / "content" / "terms" / "isr.md").unlink()
    os.mkfifo(built / "content" / "terms" / "isr.md")

    done = run("-m", "dossier", *BUILD, cwd=built)

    assert done.returncode == 1
    assert "not-a-file" in done.stdout


def test_a_build_needs_nobody_to_listen(built: Path) -> None:
    for closed in (">&-", ">&-", "2>&-", ">&- 2>&-"):  # made the first time, and then said again
        words = " ".join((sys.executable, "-m", "dossier", *BUILD, closed))
        assert subprocess.run(words, shell=True, cwd=built, check=False).returncode == 0
