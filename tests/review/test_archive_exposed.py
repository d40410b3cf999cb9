"""Archived text in what goes into the site as it is."""

from dossier.model.key import SourceId
from dossier.model.written import Carried, Files, Written
from dossier.quoting.archived import archived
from dossier.quoting.shelf import ShelfText
from dossier.review.archive_exposed import problems
from tests.review.conftest import TEXT

SHELF = {SourceId("post"): ShelfText(archived(TEXT))}
COPY = "the general told the council that there will be no invasion of any kind"


def told(files: Files) -> list[str]:
    return [f"{problem.code} {problem.place}" for problem in problems(files, SHELF)]


def test_a_template_with_archived_words_is_told_at_the_first() -> None:
    look = (Written(path="templates/home.html", text=f"<h1>\n<p>{COPY}"),)
    assert told(Files(look=look)) == ["archive-exposed templates/home.html:2:4"]


def test_a_picture_with_archived_words_in_its_bytes_is_told() -> None:
    picture = Carried(path="content/media/a.png", data=b"\x89PNG\xff\xfe" + COPY.encode() + b"\xff\x00")
    assert told(Files(carried=(picture,))) == ["archive-exposed content/media/a.png:1:1"]


def test_other_files_are_fine() -> None:
    assert told(Files(carried=(Carried(path="a.png", data=bytes(range(256)) * 1000),))) == []
