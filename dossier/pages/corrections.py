"""Corrections: on the record they belong to, and all of them on one page."""

from dataclasses import dataclass
from datetime import date

from dossier import urls
from dossier.model.dossier import Record
from dossier.model.filed import Correction
from dossier.model.site import Planned
from dossier.pages import body as bodies
from dossier.pages.desk import Desk, Link
from dossier.pages.frame import Frame
from dossier.pages.opening import opening


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


@dataclass(frozen=True, kw_only=True)
class View:
    """What the corrections page shows."""

    frame: Frame
    title: str
    body: tuple[bodies.Shown, ...]
    entries: tuple[Entry, ...]


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


def page(desk: Desk) -> Planned:
    """The corrections page."""
    desk = desk.at(urls.CORRECTIONS)
    everything = [entry for record in desk.dossier.records.values() for entry in of(record, desk)]
    begun = opening("corrections", desk.words.labels.corrections, desk)
    view = View(
        frame=begun.frame,
        title=begun.title,
        body=begun.body,
        entries=tuple(sorted(everything, key=lambda entry: (entry.day, entry.record.words), reverse=True)),
    )
    return Planned(url=desk.url, maker="corrections.html", view=view)
