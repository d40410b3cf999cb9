"""Which folders are watched, and which changes matter."""

from pathlib import Path

import pytest
from watchfiles import Change

from dossier.serve.watching import Saves, lasting, watched


@pytest.mark.parametrize(
    ("path", "matters"),
    [
        ("content/index.md", True),
        ("content/dossier.yml", True),
        ("content/archive/panwar.txt", True),
        ("content", True),
        ("templates/assets/dossier.css", True),
        ("content/.index.md.swp", False),
        ("content/.obsidian/app.json", False),
        ("content/sources/4913", False),
        ("content/sources/#ap.md#", False),
        ("build/index.html", False),
        (".dossier/lock", False),
        ("README.md", False),
        (".", False),
    ],
)
def test_a_change_matters_where_the_site_could_come_out_otherwise(tmp_path: Path, path: str, matters: bool) -> None:
    saves = Saves(tmp_path, lambda names: None)
    assert saves.matters(Change.modified, str(tmp_path / path)) is matters


def test_no_link_is_followed_and_no_folder_of_an_editor_is_watched(tmp_path: Path) -> None:
    for folder in ("content/sources/deep", "content/.obsidian", "templates", "build"):
        (tmp_path / folder).mkdir(parents=True)
    for name in ("one", "two"):
        (tmp_path / "content" / name).symlink_to(".")
    (tmp_path / "content" / "disk").symlink_to("/")
    named = {str(Path(folder).relative_to(tmp_path)) for folder in watched(tmp_path)}
    assert named == {".", "content", "content/sources", "content/sources/deep", "templates"}


def test_a_file_that_came_and_went_in_one_save_is_not_named(tmp_path: Path) -> None:
    (tmp_path / "index.md").touch()
    page, other = str(tmp_path / "index.md"), str(tmp_path / "sedAbC")
    changes = {(Change.added, other), (Change.deleted, other), (Change.deleted, page), (Change.added, page)}
    assert lasting(changes) == {page}


def test_where_nothing_is_left_of_a_save_it_is_still_told(tmp_path: Path) -> None:
    gone = str(tmp_path / "gone.md")
    assert lasting({(Change.added, gone), (Change.deleted, gone)}) == {gone}
