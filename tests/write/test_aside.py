"""Files put aside as they are made, before the whole site is known, in any process."""

from pathlib import Path

import pytest

from dossier import write
from dossier.model.site import File
from dossier.problems import DossierError
from dossier.write import Written, aside
from tests.write.tree import pages, site, texts, tree


def counts(written: Written) -> tuple[int, int, int]:
    return written.files, written.changed, written.removed


def test_a_file_put_aside_is_taken_into_the_site(tmp_path: Path) -> None:
    with aside(tmp_path / "build", tmp_path) as room:
        early = room.put("sources/ap.html", b"AP")

        assert early == File(path="sources/ap.html", hash=File.of("", b"AP").hash, data=None)
        assert counts(write.site((early, *pages(index="Home")), room)) == (2, 2, 0)

    assert texts(tmp_path / "build") == {"sources/ap.html": "AP", "index.html": "Home"}


def test_of_files_put_aside_those_that_stand_in_the_old_site_keep_their_time(tmp_path: Path) -> None:
    output = tmp_path / "build"
    site(pages(index="Home", about="Us", terms="Words"), output=output, project=tmp_path)
    before = (output / "about.html").stat()

    with aside(output, tmp_path) as room:
        made = [room.put(f"{name}.html", text) for name, text in [("index", b"New"), ("about", b"Us"), ("terms", b"N")]]

        assert counts(write.site(made, room)) == (3, 2, 0)

    assert texts(output) == {"index.html": "New", "about.html": "Us", "terms.html": "N"}
    assert (output / "about.html").stat().st_mtime_ns == before.st_mtime_ns
    assert (output / "about.html").stat().st_ino == before.st_ino


def test_in_a_preview_files_put_aside_take_the_places_of_the_old_ones(tmp_path: Path) -> None:
    output = tmp_path / ".dossier/preview"
    site(pages(index="Home", about="Us", gone="Old"), output=output, project=tmp_path)

    with aside(output, tmp_path) as room:
        made = [room.put("index.html", b"New"), room.put("about.html", b"Us"), room.put("new/page.html", b"Page")]

        assert counts(write.site(made, room)) == (3, 2, 1)

    assert texts(output) == {"index.html": "New", "about.html": "Us", "new/page.html": "Page"}


def test_what_was_put_aside_and_not_taken_is_gone(tmp_path: Path) -> None:
    site(pages(index="Home"), output=tmp_path / "build", project=tmp_path)
    before = tree(tmp_path)

    with aside(tmp_path / "build", tmp_path) as room:
        room.put("index.html", b"New")

    assert tree(tmp_path) == before


def test_nothing_is_there_before_a_file_is_put_aside(tmp_path: Path) -> None:
    with aside(tmp_path / "public/site", tmp_path):
        assert tree(tmp_path) == {}


@pytest.mark.parametrize("path", ["../x.html", "/x.html", "a/../../x.html"])
def test_nothing_is_put_outside_of_the_folder(tmp_path: Path, path: str) -> None:
    with aside(tmp_path / "build", tmp_path) as room, pytest.raises(ValueError, match="not a path inside a site"):
        room.put(path, b"")


def test_an_output_that_may_not_be_written_to_is_refused_before_anything_is_put(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()

    with pytest.raises(DossierError, match="choose an output folder of its own"), aside(tmp_path / "content", tmp_path):
        pass


def test_an_output_that_becomes_a_link_while_files_are_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()

    with aside(tmp_path / "build", tmp_path) as room:
        made = room.put("index.html", b"Home")
        (tmp_path / "build").symlink_to("elsewhere")
        with pytest.raises(DossierError, match="is a symbolic link"):
            write.site([made], room)

    assert list((tmp_path / "elsewhere").iterdir()) == []
