"""Corrections as readers see them, wherever they stand."""

from dataclasses import dataclass
from datetime import date

from dossier.model.dossier import Record
from dossier.model.filed import Correction
from dossier.pages.desk import Desk, Link


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One correction as readers see it; a minor one says only that it was minor."""

    when: str
    day: date
    record: Link
    was: str
    now: str
    why: str
    is_minor: bool


def of(record: Record, desk: Desk) -> tuple[Entry, ...]:
    """The corrections of one record, newest first."""
    entries = [entry(correction, record, desk) for correction in record.filed.corrections]
    return tuple(sorted(entries, key=lambda entry: entry.day, reverse=True))


def entry(correction: Correction, record: Record, desk: Desk) -> Entry:
    """One correction."""
    return Entry(
        when=desk.words.date(correction.date),
        day=correction.date.earliest,
        record=desk.link(record.key),
        was=correction.was,
        now=correction.now,
        why=correction.why,
        is_minor=correction.minor,
    )
