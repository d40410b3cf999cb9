"""A site is written whole; what is ours is replaced or removed, what is not ours stays."""

import json
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from dossier.problems import DossierError
from dossier.write import Written, replace
from dossier.write.aside import aside, carry
from dossier.write.standing import standing
from tests.write.tree import pages, site, texts, tree


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "build"


def test_a_site_is_written_with_the_list_of_its_files(output: Path) -> None:
    written = site(pages(sources__ap="AP", index="Home"), output=output, project=output.parent)

    assert written == Written(files=2, changed=2, removed=0)
    assert texts(output) == {"index.html": "Home", "sources/ap.html": "AP"}
    manifest = (output / "manifest.json").read_text("utf-8")
    assert json.loads(manifest) == {
        "generator": "explainer-dossier",
        "manifest": 1,
        "files": {"index.html": sha256(b"Home").hexdigest(), "sources/ap.html": sha256(b"AP").hexdigest()},
    }
    assert manifest.index("index.html") < manifest.index("sources/ap.html")


def test_the_folders_above_an_output_are_made(tmp_path: Path) -> None:
    site(pages(index="Home"), output=tmp_path / "public/site", project=tmp_path)

    assert texts(tmp_path / "public/site") == {"index.html": "Home"}


def test_an_empty_folder_may_become_an_output_and_keeps_its_mode(output: Path) -> None:
    output.mkdir(mode=0o750)

    site(pages(index="Home"), output=output, project=output.parent)

    assert texts(output) == {"index.html": "Home"}
    assert output.stat().st_mode & 0o777 == 0o750


def test_the_same_site_again_touches_nothing(output: Path) -> None:
    site(pages(index="Home", about="Us"), output=output, project=output.parent)
    before = [(path, path.stat().st_ino, path.stat().st_mtime_ns) for path in (output, *output.rglob("*"))]

    written = site(pages(about="Us", index="Home"), output=output, project=output.parent)

    assert written == Written(files=2, changed=0, removed=0)
    after = [(path, path.stat().st_ino, path.stat().st_mtime_ns) for path in (output, *output.rglob("*"))]
    assert after == before


def test_what_did_not_change_keeps_its_time_and_what_went_is_removed(output: Path) -> None:
    site(pages(index="Home", about="Us", sources__ap="AP"), output=output, project=output.parent)
    before = (output / "about.html").stat()

    written = site(pages(index="Home, revised", about="Us"), output=output, project=output.parent)

    assert written == Written(files=2, changed=1, removed=1)
    assert tree(output).keys() == {"index.html", "about.html", "manifest.json"}
    assert (output / "about.html").stat().st_mtime_ns == before.st_mtime_ns


def test_a_page_that_someone_edited_in_the_output_is_made_again(output: Path) -> None:
    site(pages(index="Home"), output=output, project=output.parent)
    (output / "index.html").write_text("Home, improved by hand")

    assert site(pages(index="Home"), output=output, project=output.parent).changed == 1
    assert texts(output) == {"index.html": "Home"}


def test_files_of_others_stay_with_their_links_and_modes(output: Path, tmp_path: Path) -> None:
    site(pages(index="Home", sources__ap="AP"), output=output, project=tmp_path)
    (output / "CNAME").write_text("example.org")
    (output / "sources/notes").mkdir()
    (output / "sources/notes/mine.txt").write_text("mine")
    (output / "sources/notes/mine.txt").chmod(0o600)
    (output / "latest").symlink_to("sources")
    (output / "broken").symlink_to("gone")

    site(pages(index="Home, revised"), output=output, project=tmp_path)

    assert tree(output) | {"manifest.json": ""} == {
        "CNAME": "example.org",
        "broken": "-> gone",
        "index.html": "Home, revised",
        "latest": "-> sources",
        "manifest.json": "",
        "sources": "",
        "sources/notes": "",
        "sources/notes/mine.txt": "mine",
    }
    assert (output / "sources/notes/mine.txt").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("theirs", ["sources", "sources/ap.html", "sources/ap.html/note.txt"])
def test_a_file_of_others_is_never_overwritten(output: Path, theirs: str) -> None:
    site(pages(index="Home"), output=output, project=output.parent)
    (output / theirs).parent.mkdir(parents=True, exist_ok=True)
    (output / theirs).write_text("mine")
    before = tree(output)

    with pytest.raises(DossierError, match=f"{theirs} was not written by a build, and the site now needs its place"):
        site(pages(index="Home", sources__ap="AP"), output=output, project=output.parent)

    assert tree(output) == before


def test_a_link_in_the_place_of_a_folder_is_not_written_through(output: Path, tmp_path: Path) -> None:
    site(pages(index="Home", sources__ap="AP"), output=output, project=tmp_path)
    (output / "sources").rename(tmp_path / "kept")
    (output / "sources").symlink_to(tmp_path / "kept")

    with pytest.raises(DossierError, match="sources was not written by a build"):
        site(pages(index="Home", sources__ap="AP, revised"), output=output, project=tmp_path)

    assert texts(tmp_path / "kept") == {"ap.html": "AP"}


def test_a_file_that_came_while_the_site_was_made_is_kept(output: Path) -> None:
    site(pages(index="Home"), output=output, project=output.parent)
    seen = standing(output)
    (output / "late").mkdir()
    (output / "late/mine.txt").write_text("mine")

    with aside(output, output.parent) as room:
        replace(seen, new=pages(index="Home, revised"), same=frozenset(), aside=room.folder)

    assert texts(output) == {"index.html": "Home, revised", "late/mine.txt": "mine"}


@pytest.mark.skipif(not Path("/dev/shm").is_dir(), reason="needs a second disk")
def test_where_a_disk_cannot_share_a_file_it_is_copied_with_its_time(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("Home")
    (tmp_path / "latest").symlink_to("gone")

    with TemporaryDirectory(dir="/dev/shm") as other:
        for path in ("index.html", "latest"):
            carry(path, tmp_path, Path(other))

        assert tree(Path(other)) == {"index.html": "Home", "latest": "-> gone"}
        assert (Path(other) / "index.html").stat().st_mtime_ns == (tmp_path / "index.html").stat().st_mtime_ns


def test_nothing_is_left_beside_the_output_but_the_lock_that_git_does_not_see(output: Path) -> None:
    site(pages(index="Home"), output=output, project=output.parent)
    site(pages(index="Home, revised"), output=output, project=output.parent)

    assert sorted(path.name for path in output.parent.iterdir()) == [".dossier", "build"]
    assert texts(output.parent / ".dossier") == {".gitignore": "*\n", "lock": ""}


def test_a_preview_goes_into_the_folder_of_the_lock(tmp_path: Path) -> None:
    site(pages(index="Home"), output=tmp_path / ".dossier/preview", project=tmp_path)

    assert texts(tmp_path / ".dossier/preview") == {"index.html": "Home"}


def test_the_same_files_give_the_same_bytes_in_any_order(tmp_path: Path) -> None:
    files = pages(index="Home", about="Us", sources__ap="AP", sources__é="É")
    site(files, output=tmp_path / "one", project=tmp_path)
    site(reversed(files), output=tmp_path / "other", project=tmp_path)

    assert tree(tmp_path / "one") == tree(tmp_path / "other")


def test_a_preview_is_changed_in_place_and_what_did_not_change_is_not_touched(tmp_path: Path) -> None:
    output = tmp_path / ".dossier" / "preview"
    site(pages(index="Home", about="Us", sources__ap="AP"), output=output, project=tmp_path)
    (output / "theirs.txt").write_text("Mine")
    before = {path: (output / path).stat().st_ino for path in (".", "about.html")}

    written = site(pages(index="Home, revised", about="Us", claims__one="One"), output=output, project=tmp_path)

    assert written == Written(files=3, changed=2, removed=1)
    made = {"index.html": "Home, revised", "about.html": "Us", "claims/one.html": "One"}
    assert texts(output) == made | {"theirs.txt": "Mine"}
    assert {path: (output / path).stat().st_ino for path in before} == before
