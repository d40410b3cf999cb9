"""Outputs that would cost someone their work are refused, and nothing is touched."""

import os
import pwd
from collections.abc import Callable
from pathlib import Path

import pytest

from dossier.problems import DossierError
from dossier.write import refuse_dangerous
from tests.write.tree import pages, site, tree

OURS = '{"generator": "explainer-dossier", "manifest": 1, "files": {}}'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for path in ("content/sources", "templates/assets", ".git/objects", "docs"):
        (tmp_path / "work/project" / path).mkdir(parents=True)
    for path in ("content/index.md", "content/sources/ap.md", "templates/base.html", "docs/guide.md", "README.md"):
        (tmp_path / "work/project" / path).write_text("years of work")
    return tmp_path / "work/project"


@pytest.mark.parametrize(
    ("output", "reason"),
    [
        (".", "is the project itself, or holds it"),
        ("..", "is the project itself, or holds it"),
        ("../..", "is the project itself, or holds it"),
        ("../../../../../../../../../../..", "is the root of a disk"),
        ("docs/..", "is the project itself, or holds it"),
        ("content", "is inside content/"),
        ("content/build", "is inside content/"),
        ("content/sources", "is inside content/"),
        ("docs/../content/sources", "is inside content/"),
        ("templates", "is inside templates/"),
        ("templates/assets", "is inside templates/"),
        (".git", "is inside the .git folder"),
        (".git/objects", "is inside the .git folder"),
        ("docs", "holds files and no manifest.json, so no build made it"),
        ("README.md", "is a file, or inside one"),
        ("README.md/build", "is a file, or inside one"),
    ],
)
def test_a_dangerous_output_is_refused_and_untouched(project: Path, output: str, reason: str) -> None:
    before = tree(project.parent.parent)

    with pytest.raises(DossierError, match=reason):
        site(pages(index="Home"), output=project / output, project=project)

    assert tree(project.parent.parent) == before


def test_the_home_folder_is_refused(project: Path) -> None:
    home = Path(pwd.getpwuid(os.getuid()).pw_dir)

    with pytest.raises(DossierError, match="is your home folder, or holds it"):
        refuse_dangerous(home, project)


def nothing(folder: Path) -> None:
    assert folder.is_dir()


def a_repository(folder: Path) -> None:
    (folder / ".git").mkdir()
    (folder / "manifest.json").write_text(OURS)


def a_worktree(folder: Path) -> None:
    (folder / ".git").write_text("gitdir: ../.git/worktrees/site")


def the_manifest_of_another_program(folder: Path) -> None:
    (folder / "manifest.json").write_text('{"name": "My app", "start_url": "/"}')


def a_manifest_cut_short(folder: Path) -> None:
    (folder / "manifest.json").write_text(OURS[:-5])


def a_manifest_that_reaches_out(folder: Path) -> None:
    (folder / "manifest.json").write_text(OURS.replace("{}", '{"../README.md": "00"}'))


def a_manifest_from_the_future(folder: Path) -> None:
    (folder / "manifest.json").write_text(OURS.replace("1", "2"))


def a_manifest_too_deep_to_read(folder: Path) -> None:
    (folder / "manifest.json").write_text("[" * 100_000)


def a_link_to_a_manifest(folder: Path) -> None:
    (folder.parent / "elsewhere.json").write_text(OURS)
    (folder / "manifest.json").symlink_to("../elsewhere.json")


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (a_repository, "is the root of a git repository"),
        (a_worktree, "is the root of a git repository"),
        (the_manifest_of_another_program, "was not written by this program"),
        (a_manifest_cut_short, "was not written by this program"),
        (a_manifest_that_reaches_out, "was not written by this program"),
        (a_manifest_from_the_future, "was not written by this program"),
        (a_manifest_too_deep_to_read, "was not written by this program"),
        (a_link_to_a_manifest, "holds files and no manifest.json"),
    ],
)
def test_a_folder_that_no_build_made_is_refused(project: Path, make: Callable[[Path], None], reason: str) -> None:
    (project / "build").mkdir()
    make(project / "build")
    before = tree(project)

    with pytest.raises(DossierError, match=reason):
        site(pages(index="Home"), output=project / "build", project=project)

    assert tree(project) == before


def test_a_link_is_refused_even_to_an_empty_folder(project: Path) -> None:
    (project / "empty").mkdir()
    (project / "build").symlink_to("empty")

    with pytest.raises(DossierError, match="is a symbolic link"):
        site(pages(index="Home"), output=project / "build", project=project)


def test_a_way_round_through_a_link_is_seen_through(project: Path) -> None:
    (project.parent / "shortcut").symlink_to(project / "content")

    with pytest.raises(DossierError, match="is inside content/"):
        site(pages(index="Home"), output=project.parent / "shortcut/build", project=project)


@pytest.mark.parametrize("output", ["build", ".dossier/preview", "public/site", "../site", "contents", "docs/site"])
def test_a_folder_of_its_own_is_no_danger(project: Path, output: str) -> None:
    refuse_dangerous(project / output, project)

    assert not (project / output).exists()
