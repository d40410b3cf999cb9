"""The checks that look at the words of a body, for builds in which nothing else has changed."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from dossier.model.dossier import Dossier, Record
from dossier.model.key import Kind
from dossier.model.page import Page
from dossier.model.source import Source
from dossier.model.written import Written
from dossier.problems import Problem
from dossier.quoting.verifying import Lookup
from dossier.review import copied, numerals, paragraphs, weekdays


def numbered_names(dossier: Dossier) -> tuple[str, ...]:
    """The names of records that hold a number; where there is no section page, nobody asks."""
    return tuple(numerals.numbered_names(dossier)) if dossier.sections else ()


class Footing(Struct, frozen=True, kw_only=True):
    """What the words of one body are held against: all that stays as it was when the whole was looked through.

    ``archive`` holds the private full texts at hand, by source id; ``names`` are the names of records with a number.
    """

    lookup: Lookup
    archive: Mapping[str, str]
    names: tuple[str, ...]


def in_words(record: Record, text: str, footing: Footing) -> Iterator[Problem]:
    """What the checks find in one body, as far as that may change while all stays that its references lead to.

    ``text`` is its whole file.
    """
    dossier, lookup = footing.lookup.dossier, footing.lookup
    yield from weekdays.in_file(record.filed, record.body, dossier.settings, {record.filed.path: text})
    yield from copied.problems((Written(path=record.filed.path, text=text, body=record.body),), lookup.reserved)
    if isinstance(record, Page) and any(page.key == record.key for page in paragraphs.section_pages(dossier)):
        known = numerals.archived_numbers(footing.archive, dossier)
        ledger = numerals.Ledger(dossier=dossier, known=known, names=footing.names)
        yield from paragraphs.in_page(record)
        yield from numerals.in_page(record, text, ledger)


def counts_alike(was: Record, now: Record, dossier: Dossier) -> bool:
    """Whether numbers on pages that cite a source are accounted for by the one body of it as by the other."""
    if not (isinstance(was, Source) and isinstance(now, Source)):
        return True
    citing = {mention.by.kind for mention in dossier.mentions.get(now.key, ())}
    return citing.isdisjoint((Kind.SECTION, Kind.EXPLAINER)) or numerals.are_same(was, now, dossier.settings.language)
