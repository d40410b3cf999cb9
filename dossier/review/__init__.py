"""What the dossier as a whole must hold: each check is a short function."""

from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import Struct

from dossier.model.dossier import Dossier, Record
from dossier.model.edition import Edition
from dossier.model.key import Key, Kind
from dossier.model.page import Page
from dossier.model.source import Source
from dossier.model.written import Files, Written
from dossier.problems import Problem
from dossier.quoting.verifying import Lookup
from dossier.review import (
    archive_changed,
    archive_exposed,
    before_event,
    copied,
    cycles,
    due,
    event_days,
    evidence,
    history,
    locators,
    needed,
    numerals,
    orphans,
    paragraphs,
    quotations,
    quoted_amount,
    values,
    weekdays,
)


class Surroundings(Struct, frozen=True, kw_only=True):
    """What the checks look at beside the dossier and its archived texts.

    ``archive`` holds the private full texts at hand, by source id. ``files`` is everything that somebody could come to
    see, as it was written; ``editions`` what was published, oldest first. ``broken`` are the records whose own files
    are at fault. Where the dossier is not whole, because a record or a reference is at fault, a record may look lost,
    unsupported or removed only for that: this is then left for the next run.
    """

    archive: Mapping[str, str]
    files: Files
    editions: tuple[Edition, ...]
    today: date
    broken: frozenset[Key]
    is_whole: bool


def problems(lookup: Lookup, around: Surroundings) -> tuple[Problem, ...]:
    """Everything that the checks find."""
    dossier = lookup.dossier
    texts = {written.path: written.text for written in around.files.content}
    numbers = numerals.archived_numbers(around.archive, dossier)
    return (
        *(orphans.problems(dossier) if around.is_whole else ()),
        *(evidence.problems(dossier) if around.is_whole else ()),
        *locators.problems(dossier, lookup),
        *cycles.problems(dossier),
        *paragraphs.problems(dossier),
        *needed.problems(dossier),
        *values.problems(dossier, numbers),
        *numerals.problems(dossier, numbers, texts),
        *quotations.problems(lookup),
        *quoted_amount.problems(lookup),
        *archive_changed.problems(lookup),
        *before_event.problems(dossier),
        *weekdays.problems(dossier, texts),
        *event_days.problems(dossier),
        *due.problems(dossier, around.today),
        *copied.problems(around.files.content, lookup.reserved),
        *archive_exposed.problems(around.files, lookup.shelf),
        *history.problems(dossier, around.editions, broken=around.broken, is_whole=around.is_whole),
    )


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
