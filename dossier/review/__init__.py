"""What the dossier as a whole must hold: each check is a short function."""

from collections.abc import Mapping
from datetime import date

from dossier.model.dossier import Dossier
from dossier.problems import Problem
from dossier.review import (
    before_event,
    cycles,
    due,
    evidence,
    locators,
    needed,
    numerals,
    orphans,
    paragraphs,
    values,
    weekdays,
)


def problems(
    dossier: Dossier, archive: Mapping[str, str], *, texts: Mapping[str, str], today: date, is_whole: bool
) -> tuple[Problem, ...]:
    """Everything that the checks find; ``archive`` holds the private full texts at hand, by source id.

    ``texts`` are the files as they were written, by path. Where the dossier is not whole, because a record or a
    reference is at fault, a record may look lost or unsupported only for that: this is then left for the next run.
    """
    numbers = numerals.archived_numbers(archive, dossier)
    return (
        *(orphans.problems(dossier) if is_whole else ()),
        *(evidence.problems(dossier) if is_whole else ()),
        *locators.problems(dossier, archive),
        *cycles.problems(dossier),
        *paragraphs.problems(dossier),
        *needed.problems(dossier),
        *values.problems(dossier, numbers),
        *numerals.problems(dossier, numbers, texts),
        *before_event.problems(dossier),
        *weekdays.problems(dossier, texts),
        *due.problems(dossier, today),
    )
