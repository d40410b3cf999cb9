"""All checks, one after the other, of a dossier that was gone through as a whole."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from dossier.model.edition import Edition
from dossier.model.key import Key
from dossier.model.written import Files
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
