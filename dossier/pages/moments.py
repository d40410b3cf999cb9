"""The moments of the timeline, as the timeline page and its panel show them."""

from msgspec import Struct

from dossier.model.date import Date
from dossier.model.event import Event, Pointer
from dossier.model.key import ClaimId
from dossier.pages.cards import ClaimCard, claim_card
from dossier.pages.desk import Desk, Link, url_of


class Moment(Struct, frozen=True, kw_only=True):
    """One event: when, how surely, what, and on which evidence."""

    anchor: str
    href: str
    date: str
    typed: str
    is_certain: bool
    shape: str
    title: str
    entities: tuple[Link, ...]
    claims: tuple[ClaimCard, ...]
    sources: tuple[Link, ...]


def moments(desk: Desk) -> tuple[Moment, ...]:
    """All events in the order of their dates; those without a date come last."""
    return tuple(moment(event, desk) for event in desk.dossier.events.values())


def moment(event: Event, desk: Desk) -> Moment:
    """One event."""
    return Moment(
        anchor=desk.anchor(url_of(event.key, desk.dossier)),
        href=desk.to(event.key),
        date=desk.date(event.date),
        typed=event.date.text if event.date else "",
        is_certain=bool(event.date and event.date.is_one_day),
        shape=shape(event.date),
        title=event.title,
        entities=tuple(desk.entity(entity) for entity in event.entities),
        claims=tuple(claim_card(desk.dossier.claims[ClaimId(claim)], desk) for claim in event.claims),
        sources=tuple(pointed(pointer, desk) for pointer in event.sources),
    )


def shape(date: Date | None) -> str:
    """How a date is drawn beside its words: a known day, a time that lasts, or a day not known exactly."""
    if date is None or not date.lasts:
        return "known-day" if date and date.is_one_day else "unsure-day"
    return "lasts"


def pointed(pointer: Pointer, desk: Desk) -> Link:
    """A source with the place in it."""
    link = desk.source(pointer.source)
    return Link(words=link.words, href=link.href, note=pointer.locator.text if pointer.locator else "")
