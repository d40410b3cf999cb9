"""What the dossier as a whole must hold: each check is a short function."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dossier.model.dossier import Dossier
from dossier.model.edition import Edition
from dossier.model.key import Key
from dossier.problems import Problem
from dossier.review import (
    before_event,
    cycles,
    due,
    evidence,
    history,
    locators,
    needed,
    numerals,
    orphans,
    paragraphs,
    values,
    weekdays,
)


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """What the checks look at beside the dossier.

    ``archive`` holds the private full texts at hand, by source id, ``texts`` the files as they were written, by path,
    and ``editions`` what was published, oldest first. ``broken`` are the records whose own files are at fault. Where
    the dossier is not whole, because a record or a reference is at fault, a record may look lost, unsupported or
    removed only for that: this is then left for the next run.
    """

    archive: Mapping[str, str]
    texts: Mapping[str, str]
    editions: tuple[Edition, ...]
    today: date
    broken: frozenset[Key]
    is_whole: bool


def problems(dossier: Dossier, around: Surroundings) -> tuple[Problem, ...]:
    """Everything that the checks find."""
    numbers = numerals.archived_numbers(around.archive, dossier)
    return (
        *(orphans.problems(dossier) if around.is_whole else ()),
        *(evidence.problems(dossier) if around.is_whole else ()),
        *locators.problems(dossier, around.archive),
        *cycles.problems(dossier),
        *paragraphs.problems(dossier),
        *needed.problems(dossier),
        *values.problems(dossier, numbers),
        *numerals.problems(dossier, numbers, around.texts),
        *before_event.problems(dossier),
        *weekdays.problems(dossier, around.texts),
        *due.problems(dossier, around.today),
        *history.problems(dossier, around.editions, broken=around.broken, is_whole=around.is_whole),
    )
