"""What became of a claim since it was first published."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from msgspec import Struct

from dossier.model import date as dates
from dossier.model.claim import Claim
from dossier.model.edition import Edition, FrozenClaim
from dossier.model.filed import Correction
from dossier.pages.desk import Desk, Link


class Turn(Struct, frozen=True, kw_only=True):
    """One thing that became of a claim; ``was`` and ``now`` are there where its words changed."""

    when: str
    day: date
    what: Link
    was: str
    now: str


class Told(Struct, frozen=True, kw_only=True):
    """A claim as one edition tells it, or as it is told now."""

    claim: FrozenClaim
    when: str
    day: date


def history(claim: Claim, desk: Desk) -> tuple[Turn, ...]:
    """The turns of a claim in order of their days; none as long as the dossier has no edition."""
    if not desk.editions:
        return ()
    told = tuple(telling(claim, desk))
    turns = (first(told[0], desk), *(turn for pair in pairwise(told) for turn in between(*pair, desk)))
    corrections = (corrected(correction, desk) for correction in claim.filed.corrections)
    return tuple(sorted((*turns, *corrections), key=lambda turn: turn.day))


def telling(claim: Claim, desk: Desk) -> Iterator[Told]:
    """How each edition that has the claim tells it, and last how it is told now."""
    for edition in desk.editions:
        for one in edition.claims:
            if one.id == claim.id:
                yield Told(claim=one, when=when(edition, desk), day=edition.date)
    newest = desk.editions[-1]
    now = FrozenClaim(
        number=claim.number, id=claim.id, statement=claim.statement, status=claim.status, section=claim.section
    )
    yield Told(claim=now, when=desk.words.labels.since_edition.format(edition=newest.name), day=date.max)


def when(edition: Edition, desk: Desk) -> str:
    """The day of an edition and its name."""
    day = desk.words.date(dates.parse(edition.date.isoformat()))
    return desk.words.labels.in_edition.format(date=day, edition=edition.name)


def first(told: Told, desk: Desk) -> Turn:
    """When the claim was first published; a new one waits for the next edition."""
    labels = desk.words.labels
    is_published = told.day != date.max
    words = labels.first_published if is_published else labels.not_published
    return Turn(when=told.when, day=told.day, what=Link(words=words), was="", now="")


def between(one: Told, other: Told, desk: Desk) -> Iterator[Turn]:
    """What differs between two tellings: the words, the status."""
    words, was, now = desk.words, one.claim, other.claim
    if was.statement != now.statement:
        what = Link(words=words.labels.reworded)
        yield Turn(when=other.when, day=other.day, what=what, was=was.statement, now=now.statement)
    if was.status is not now.status:
        changed = words.labels.restated.format(was=words.statuses[was.status], now=words.statuses[now.status])
        yield Turn(when=other.when, day=other.day, what=Link(words=changed), was="", now="")


def corrected(correction: Correction, desk: Desk) -> Turn:
    """A correction, which stands below in full."""
    labels = desk.words.labels
    words = labels.minor if correction.minor else labels.corrected
    return Turn(
        when=desk.words.date(correction.date),
        day=correction.date.earliest,
        what=Link(words=words, href="#_corrections"),
        was="",
        now="",
    )
