"""The disagreements page: each type explained once, each disagreement with its sides."""

from msgspec import Struct

from dossier import urls
from dossier.model.disagreement import Disagreement
from dossier.model.key import Key
from dossier.model.prose import Heading
from dossier.model.site import Planned
from dossier.pages import body as bodies
from dossier.pages import corrected, evidence
from dossier.pages.desk import Desk
from dossier.pages.differences import Difference, difference
from dossier.pages.excerpts import Excerpt, excerpts
from dossier.pages.frame import Frame
from dossier.pages.opening import opening
from dossier.wording import Explained


class Told(Struct, frozen=True, kw_only=True):
    """A disagreement with the editors' neutral note and the passages that lead to it."""

    difference: Difference
    body: tuple[bodies.Shown, ...]
    excerpts: tuple[Excerpt, ...]
    corrections: tuple[corrected.Entry, ...]


class View(Struct, frozen=True, kw_only=True):
    """What the disagreements page shows."""

    frame: Frame
    title: str
    body: tuple[bodies.Shown, ...]
    types: tuple[Explained, ...]
    told: tuple[Told, ...]


def page(desk: Desk) -> Planned:
    """The disagreements page."""
    desk = desk.at(urls.DISAGREEMENTS)
    records = tuple(desk.dossier.disagreements.values())
    used = (key for record in records for key in of(record, desk))
    headings = (Heading(level=2, anchor=record.id, words=record.title) for record in records)
    begun = opening("disagreements", desk.words.labels.disagreements, desk, used=used, headings=headings)
    view = View(
        frame=begun.frame,
        title=begun.title,
        body=begun.body,
        types=tuple(desk.words.disagreements.values()),
        told=tuple(told(record, desk) for record in records),
    )
    return Planned(url=desk.url, maker="disagreements.html", view=view)


def of(record: Disagreement, desk: Desk) -> tuple[Key, ...]:
    """The records that a disagreement uses, for the notes."""
    lines = tuple(line for claim in record.claims for line in desk.dossier.evidence[claim])
    return (*bodies.used(record.body, record.key, desk), *evidence.keys(lines))


def told(record: Disagreement, desk: Desk) -> Told:
    """One disagreement."""
    return Told(
        difference=difference(record, desk),
        body=bodies.body(record.body, record.key, desk),
        excerpts=excerpts(record.key, desk),
        corrections=corrected.of(record, desk),
    )
