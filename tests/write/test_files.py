"""Paths of the output: none leaves it, none meets another on any disk. A fault here is ours, and it is loud."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.write import File
from dossier.write.files import in_order
from tests.write.tree import site


def named(*paths: str) -> list[File]:
    return [File.of(path, b"") for path in paths]


@pytest.mark.parametrize(
    "path",
    ["", "/etc/passwd", "../x.html", "a/../../x.html", "a//b.html", "a/", "./a.html", "a\\b.html", "cafe\u0301.html"],
)
def test_a_path_that_could_leave_the_output_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match="not a path inside a site"):
        in_order(named(path))


@pytest.mark.parametrize(
    "paths",
    [("a.html", "a.html"), ("Map.png", "map.png"), ("straße.html", "strasse.html"), ("a", "a/b"), ("A/b/c", "a/B")],
)
def test_two_files_never_want_one_place(paths: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match="two files want the place"):
        in_order(named(*paths))


@pytest.mark.parametrize("path", ["manifest.json", "Manifest.json"])
def test_the_place_of_the_manifest_is_taken(path: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="two files want the place"):
        site(named(path), output=tmp_path / "build", project=tmp_path)


@given(st.lists(st.text(st.sampled_from("aA./\\é\u0301"), max_size=5), max_size=4))
def test_whatever_is_let_through_stays_below_its_folder(paths: list[str]) -> None:
    try:
        ordered = in_order(named(*paths))
    except ValueError:
        return
    root = Path("/site")
    places = {(root / file.path).resolve() for file in ordered}
    assert len(places) == len(paths)
    assert all(root in place.parents for place in places)
