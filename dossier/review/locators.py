"""Locators that the archived text of their source does not bear out."""

from collections.abc import Iterator

from msgspec import Struct

from dossier.model.dossier import Dossier, Record
from dossier.model.event import Event
from dossier.model.key import SourceId
from dossier.model.prose import Citation, Locator
from dossier.model.source import Source
from dossier.problems import Problem
from dossier.quoting.archived import Archived
from dossier.quoting.spots import spots
from dossier.quoting.verifying import Lookup


class Pointed(Struct, frozen=True, kw_only=True):
    """A locator and the source that it points into."""

    source: str
    locator: Locator


def problems(dossier: Dossier, lookup: Lookup) -> Iterator[Problem]:
    """Every locator that names a paragraph or a part which its source's archived text does not have.

    One whose quotation was found elsewhere is left to ``quotations``, which can name the right place.
    """
    told = {checked.astray for checked in lookup.checked}
    for record in dossier.records.values():
        for pointed in pointers(record):
            text = lookup.shelf.get(SourceId(pointed.source))
            message = missing(pointed, text.archived) if text and pointed.locator not in told else ""
            if text and message:
                place = pointed.locator.place
                yield Problem(code="bad-locator", place=place, message=message, help=offer(text.archived))


def pointers(record: Record) -> Iterator[Pointed]:
    """Every locator of a record, in its front matter and its body."""
    match record:
        case Source():
            located = (*(saying.locator for saying in record.says), *(defect.locator for defect in record.defects))
            yield from (Pointed(source=record.id, locator=locator) for locator in located if locator)
        case Event():
            yield from (Pointed(source=p.source, locator=p.locator) for p in record.sources if p.locator)
        case _:
            pass
    for reference in record.body.references:
        if isinstance(reference, Citation):
            yield from (Pointed(source=c.source, locator=c.locator) for c in reference.sources if c.locator)


def missing(pointed: Pointed, text: Archived) -> str:
    """What the archived text does not have, in words; nothing where it has all."""
    count = len(text.paragraphs)
    for part, first, last in spots(pointed.locator.text):
        if part and part not in text.parts:
            return f"`{pointed.source}` has no {part}"
        if not part and (last > count or first < 1):
            return f"`{pointed.source}` has {count} paragraphs, and no ¶{last}"
    return ""


def offer(text: Archived) -> str:
    """What can be pointed to instead."""
    names = f", and {', '.join(sorted(text.parts))}" if text.parts else ""
    return f"there are ¶1 to ¶{len(text.paragraphs)}{names}"
