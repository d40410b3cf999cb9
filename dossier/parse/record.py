"""One file to one record: the folder is the kind, the file name is the id."""

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import TypeVar

from dossier import located, markup
from dossier.model.dossier import Record
from dossier.model.filed import Filed
from dossier.model.key import Key, Kind
from dossier.model.parsed import Parsed, below, outline
from dossier.model.prose import Prose
from dossier.parse.claim import TypedClaim, claim
from dossier.parse.disagreement import TypedDisagreement, disagreement
from dossier.parse.entity import TypedEntity, entity
from dossier.parse.event import TypedEvent, event
from dossier.parse.measure import TypedMeasure, measure
from dossier.parse.mistakes import checked
from dossier.parse.page import TypedFreePage, TypedSectionPage, free_page, section_page
from dossier.parse.source import TypedSource, source
from dossier.parse.term import TypedTerm, term
from dossier.parse.typed import TypedRecord, correction
from dossier.problems import Place, Problem
from dossier.urls import GENERATED, RESERVED

T = TypeVar("T", bound=TypedRecord)
Made = tuple[Record | None, tuple[Problem, ...]]
Reader = Callable[[located.Head, Key, Prose], Made]

TYPED: Mapping[Kind, type[TypedRecord]] = {
    Kind.HOME: TypedFreePage,
    Kind.PAGE: TypedFreePage,
    Kind.SECTION: TypedSectionPage,
    Kind.EXPLAINER: TypedSectionPage,
    Kind.SOURCE: TypedSource,
    Kind.CLAIM: TypedClaim,
    Kind.DISAGREEMENT: TypedDisagreement,
    Kind.MEASURE: TypedMeasure,
    Kind.ENTITY: TypedEntity,
    Kind.EVENT: TypedEvent,
    Kind.TERM: TypedTerm,
}

FOLDERS = {
    "sources": Kind.SOURCE,
    "claims": Kind.CLAIM,
    "disagreements": Kind.DISAGREEMENT,
    "measures": Kind.MEASURE,
    "entities": Kind.ENTITY,
    "events": Kind.EVENT,
    "terms": Kind.TERM,
}


def record(text: str, *, path: str) -> Parsed[Record]:
    """The record in one ``.md`` file of ``content/``, with every mistake in its front matter and its body."""
    key = named(path)
    if key is None:
        return Parsed(value=None, problems=(unplaced(path),))
    read = located.record(text, path=path)
    refusals = (*refused(key, path), *read.problems)
    if read.head is None:
        return Parsed(value=None, problems=refusals, key=key)
    lines = located.normal(text).split("\n")
    prose = markup.body(read.head.body, key, path=path, first_line=read.head.body_line)
    made, mistakes = READERS[key.kind](read.head, key, prose.prose)
    problems = (*refusals, *mistakes, *prose.problems)
    return Parsed(
        value=None if refusals else made,
        problems=problems,
        key=key,
        names=names(read.head),
        outline=outline(path, "\n".join(lines[: read.head.body_line - 1])),
        body=below(read.head.body_line, read.head.body),
        body_line=read.head.body_line,
    )


def named(path: str) -> Key | None:
    """The key that a path gives its record; None for what is no record, or stands in a place that is for no kind."""
    file = PurePosixPath(path)
    parts, stem = file.parts[1:], file.stem
    if not file.suffix.lower().startswith(".m"):
        return None
    if len(parts) == 1:
        return Key(kind=Kind.HOME if stem == "index" else Kind.PAGE, id=stem)
    if parts[0] == "sections" and len(parts) > 2:
        is_index = stem == "index" and len(parts) == 3
        return Key(kind=Kind.SECTION, id=parts[1]) if is_index else Key(kind=Kind.EXPLAINER, id=stem)
    kind = FOLDERS.get(parts[0])
    return Key(kind=kind, id=stem) if kind else None


def unplaced(path: str) -> Problem:
    """A page that stands beside the folders of the sections, in none of them."""
    return Problem(
        code="unknown-folder",
        place=Place(path=path, line=1),
        message="a page of a section stands in the section's own folder",
        help=f"move it to content/sections/<section>/{PurePosixPath(path).name}",
    )


def refused(key: Key, path: str) -> tuple[Problem, ...]:
    """Why a file name cannot be the record's id: the site keeps a page of its own there."""
    is_taken = key.kind is Kind.PAGE and key.id in RESERVED - GENERATED
    is_index = key.kind is not Kind.HOME and key.id == "index"
    if not is_taken and not is_index:
        return ()
    return (
        Problem(
            code="bad-id",
            place=Place(path=path, line=1),
            message=f"`{key.id}` cannot be a file name here: the site keeps a page of its own under that name",
            help=f"rename the file, for instance to `the-{key.id}.md`",
        ),
    )


def reader(typed: type[T], make: Callable[[T, str, Filed, Prose], Record]) -> Reader:
    """How records of one kind are read: by the model of what may be typed, and what makes the record of it."""

    def read(head: located.Head, key: Key, body: Prose) -> Made:
        front, mistakes = checked(typed, head)
        if front is None:
            return None, mistakes
        return make(front, key.id, filed(front, head), body), mistakes

    return read


READERS: Mapping[Kind, Reader] = {
    Kind.HOME: reader(TypedFreePage, free_page),
    Kind.PAGE: reader(TypedFreePage, free_page),
    Kind.SECTION: reader(TypedSectionPage, section_page),
    Kind.EXPLAINER: reader(TypedSectionPage, section_page),
    Kind.SOURCE: reader(TypedSource, source),
    Kind.CLAIM: reader(TypedClaim, claim),
    Kind.DISAGREEMENT: reader(TypedDisagreement, disagreement),
    Kind.MEASURE: reader(TypedMeasure, measure),
    Kind.ENTITY: reader(TypedEntity, entity),
    Kind.EVENT: reader(TypedEvent, event),
    Kind.TERM: reader(TypedTerm, term),
}


def filed(typed: TypedRecord, head: located.Head) -> Filed:
    """How the record is filed; editors' private notes end here."""
    return Filed(
        path=head.places[()].path,
        places=head.places,
        draft=typed.draft,
        publish_after=typed.publish_after,
        corrections=tuple(correction(line) for line in typed.corrections),
    )


def names(head: located.Head) -> tuple[str, ...]:
    """The names that a file gives its record, so that what calls a broken record by one is not told again."""
    given = [head.data.get(key) for key in ("name", "term", "title", "aliases")]
    lists = [value if isinstance(value, list) else [value] for value in given]
    return tuple(name for names in lists for name in names if isinstance(name, str))
