"""Files that commands keep in content/."""

from pathlib import Path

import pytest

from dossier.problems import DossierError
from dossier.write import keep


def test_a_file_is_put_in_place_whole_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    assert keep("one\n", "content/quotations.lock", project=tmp_path)
    assert keep("two\n", "content/quotations.lock", project=tmp_path)
    assert [(file.name, file.read_text()) for file in (tmp_path / "content").iterdir()] == [
        ("quotations.lock", "two\n")
    ]


def test_a_file_that_says_so_already_is_let_be(tmp_path: Path) -> None:
    keep("one\n", "content/quotations.lock", project=tmp_path)
    before = (tmp_path / "content/quotations.lock").stat().st_mtime_ns
    assert not keep("one\n", "content/quotations.lock", project=tmp_path)
    assert (tmp_path / "content/quotations.lock").stat().st_mtime_ns == before


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/quotations.lock").symlink_to(tmp_path / "mine")
    with pytest.raises(DossierError, match="it is a symbolic link"):
        keep("one\n", "content/quotations.lock", project=tmp_path)
    assert not (tmp_path / "mine").exists()


def test_what_the_disk_refuses_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "content").write_text("a file where a folder belongs")
    with pytest.raises(DossierError, match=r"quotations\.lock cannot be written"):
        keep("one\n", "content/quotations.lock", project=tmp_path)
