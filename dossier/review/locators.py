"""Locators that the archived text of their source does not bear out."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dossier.markup.locators import WORDS
from dossier.model.dossier import Dossier, Record
from dossier.model.event import Event
from dossier.model.prose import Citation, Locator
from dossier.model.source import Source
from dossier.problems import Problem
from dossier.review.archived import Archived, archived

PARAGRAPHS = re.compile(r"¶\s*([0-9]+)(?:\s*[–-]\s*([0-9]+))?")


@dataclass(frozen=True, kw_only=True)
class Pointed:
    """A locator and the source that it points into."""

    source: str
    locator: Locator


def problems(dossier: Dossier, archive: Mapping[str, str]) -> Iterator[Problem]:
    """Every locator that names a paragraph or a part which its source's archived text does not have."""
    texts = {id: archived(text) for id, text in sorted(archive.items())}
    for record in dossier.records.values():
        for pointed in pointers(record):
            text = texts.get(pointed.source)
            message = missing(pointed, text) if text else ""
            if message:
                yield Problem(code="bad-locator", place=pointed.locator.place, message=message, help=offer(text))


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
    for first, last in PARAGRAPHS.findall(pointed.locator.text):
        if int(last or first) > len(text.paragraphs) or int(first) < 1:
            return f"`{pointed.source}` has {len(text.paragraphs)} paragraphs, and no ¶{last or first}"
    for word in WORDS:
        if word in pointed.locator.text.split(", ") and not text.part(word):
            return f"`{pointed.source}` has no {word}"
    return ""


def offer(text: Archived | None) -> str:
    """What can be pointed to instead."""
    if text is None:
        return ""
    names = sorted({name for name, _ in text.parts})
    return f"there are ¶1 to ¶{len(text.paragraphs)}" + (f", and {', '.join(names)}" if names else "")
