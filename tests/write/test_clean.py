"""Cleaning removes what a build wrote, and nothing else."""

from pathlib import Path

import pytest

from dossier.problems import DossierError
from dossier.write import clean
from tests.write.tree import pages, site, tree


@pytest.fixture
def output(tmp_path: Path) -> Path:
    site(pages(index="Home", sources__ap="AP", sources__nbc="NBC"), output=tmp_path / "build", project=tmp_path)
    return tmp_path / "build"


def test_a_site_goes_with_its_folders_and_its_manifest(output: Path) -> None:
    assert clean(output) == 4
    assert not output.exists()


def test_files_of_others_and_their_folders_stay(output: Path) -> None:
    (output / "sources/mine.txt").write_text("mine")
    (output / "empty").mkdir()

    clean(output)

    assert tree(output) == {"empty": "", "sources": "", "sources/mine.txt": "mine"}


def test_a_file_that_is_gone_already_is_no_matter(output: Path) -> None:
    (output / "index.html").unlink()

    assert clean(output) == 3


def test_what_lies_behind_a_link_stays(output: Path, tmp_path: Path) -> None:
    (output / "sources").rename(tmp_path / "kept")
    (output / "sources").symlink_to(tmp_path / "kept")

    clean(output)

    assert tree(output) == {"sources": f"-> {tmp_path / 'kept'}"}
    assert tree(tmp_path / "kept") == {"ap.html": "AP", "nbc.html": "NBC"}


def test_a_folder_without_a_manifest_is_not_ours_to_clean(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("mine")

    with pytest.raises(DossierError, match=r"has no manifest\.json, so no build made it"):
        clean(tmp_path)

    assert tree(tmp_path) == {"index.html": "mine"}


def test_a_manifest_that_reaches_out_removes_nothing(output: Path, tmp_path: Path) -> None:
    (tmp_path / "diary.txt").write_text("mine")
    manifest = (output / "manifest.json").read_text("utf-8")
    (output / "manifest.json").write_text(manifest.replace("sources/ap.html", "../diary.txt"))
    before = tree(tmp_path)

    with pytest.raises(DossierError, match="was not written by this program"):
        clean(output)

    assert tree(tmp_path) == before


def test_a_link_to_a_site_is_not_followed(output: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(output)

    with pytest.raises(DossierError, match="is a symbolic link"):
        clean(tmp_path / "link")

    assert (output / "index.html").exists()
