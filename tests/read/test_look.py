"""Where the look comes from, and how a project puts its own over it."""

from pathlib import Path

import pytest

from dossier import read
from dossier.problems import DossierError
from dossier.read.look import Look, joined, taken, theme_folder

OURS = '[project]\nname = "explainer-dossier"\n'


def written(folder: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def assets(look: Look) -> dict[str, bytes]:
    return {asset.path: asset.data for asset in look.assets}


def test_an_installed_package_carries_its_theme(tmp_path: Path) -> None:
    written(tmp_path, {"dossier/theme/base.html": "", "templates/base.html": "", "pyproject.toml": OURS})

    assert theme_folder(tmp_path / "dossier") == tmp_path / "dossier/theme"


def test_in_the_repository_the_theme_is_its_templates(tmp_path: Path) -> None:
    written(tmp_path, {"templates/base.html": "", "pyproject.toml": OURS})

    assert theme_folder(tmp_path / "dossier") == tmp_path / "templates"


@pytest.mark.parametrize("project", [{}, {"pyproject.toml": '[project]\nname = "other"\n'}, {"pyproject.toml": "["}])
def test_the_templates_of_another_package_are_not_taken_for_ours(tmp_path: Path, project: dict[str, str]) -> None:
    written(tmp_path, {"templates/base.html": ""} | project)

    with pytest.raises(DossierError, match="install explainer-dossier again"):
        theme_folder(tmp_path / "dossier")


def test_a_template_goes_by_its_name_in_the_look(tmp_path: Path) -> None:
    look = taken(written(tmp_path, {"base.html": "{% block main %}", "cards/claim.html": "C-1"}), None, label="theme")

    assert look.theme == {"base.html": "{% block main %}", "cards/claim.html": "C-1"}
    assert look.templates == {}


def test_the_projects_assets_win_by_name_and_its_templates_stand_beside_the_packaged_ones(tmp_path: Path) -> None:
    packaged = taken(
        written(tmp_path / "theme", {"base.html": "theirs", "assets/site.css": "theirs", "assets/site.js": "theirs"}),
        None,
        label="theme",
    )
    own = taken(
        written(tmp_path / "own", {"base.html": "ours", "assets/site.css": "ours", "assets/fonts/a.woff2": "ours"}),
        None,
        label="templates",
    )

    look = joined(own, packaged)

    assert (look.templates, look.theme) == ({"base.html": "ours"}, {"base.html": "theirs"})
    assert assets(look) == {"assets/fonts/a.woff2": b"ours", "assets/site.css": b"ours", "assets/site.js": b"theirs"}
    assert list(assets(look)) == sorted(assets(look))


def test_an_asset_whose_name_cannot_be_an_address_is_told(tmp_path: Path) -> None:
    look = taken(written(tmp_path, {"assets/my site.css": "", "assets/con.css": ""}), None, label="templates")

    assert look.assets == ()
    assert [problem.place.path for problem in look.problems] == [
        "templates/assets/con.css",
        "templates/assets/my site.css",
    ]


def test_this_repository_has_its_look_once() -> None:
    root = Path(__file__).parents[2]

    inputs = read.project(root)

    assert inputs.templates == {}
    assert inputs.theme.keys() == taken(root / "templates", None, label="templates").theme.keys()


def test_a_project_elsewhere_has_the_packaged_look_under_its_own(tmp_path: Path) -> None:
    written(tmp_path, {"content/dossier.yml": "", "templates/home.html": "ours", "templates/assets/own.css": ""})

    inputs = read.project(tmp_path)

    assert inputs.templates == {"home.html": "ours"}
    assert "assets/own.css" in [asset.path for asset in inputs.assets]
