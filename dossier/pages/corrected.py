"""Corrections as readers see them, wherever they stand."""

import datetime

from msgspec import Struct

from dossier.model.dossier import Record
from dossier.model.filed import Correction
from dossier.pages.desk import Desk, Link


class Entry(Struct, frozen=True, kw_only=True):
    """One correction as readers see it; a minor one says only that it was minor."""

    date: str
    typed: str
    is_certain: bool
    earliest: datetime.date
    record: Link
    was: str
    now: str
    why: str
    is_minor: bool


def of(record: Record, desk: Desk) -> tuple[Entry, ...]:
    """The corrections of one record, newest first."""
    entries = [entry(correction, record, desk) for correction in record.filed.corrections]
    return tuple(sorted(entries, key=lambda entry: entry.earliest, reverse=True))


def entry(correction: Correction, record: Record, desk: Desk) -> Entry:
    """One correction."""
    return Entry(
        date=desk.words.date(correction.date),
        typed=correction.date.text,
        is_certain=correction.date.is_one_day,
        earliest=correction.date.earliest,
        record=desk.link(record.key),
        was=correction.was,
        now=correction.now,
        why=correction.why,
        is_minor=correction.minor,
    )
