"""Sources that tell of days on which they had long appeared."""

from collections.abc import Iterator, Set

from dossier.model.claim import Claim
from dossier.model.date import Date
from dossier.model.dossier import Dossier
from dossier.model.event import Event
from dossier.model.key import SourceId
from dossier.model.source import Source, Stance
from dossier.problems import Place, Problem


def problems(dossier: Dossier) -> Iterator[Problem]:
    """Every evidence line, and every event, that is later than the sources that tell of it."""
    misdated = {source.id for source in dossier.sources.values() if is_misdated(source, dossier)}
    for source in dossier.sources.values():
        late = lines(source, dossier)
        if source.id in misdated:
            yield problem(source, late[0][1], published(source))
        else:
            yield from (problem(source, day, source.filed.at("says", at, "as_of")) for at, day in late)
    for event in dossier.events.values():
        if event.date:
            yield from pointers(event, event.date, dossier, misdated)
            yield from by_claims(event, event.date, dossier, misdated)


def lines(source: Source, dossier: Dossier) -> list[tuple[int, Date]]:
    """The lines of a source that speak of a later day, where the claim is not about what is to come."""
    return [(at, day) for at, day in dated(source, dossier) if is_too_early(source, day)]


def dated(source: Source, dossier: Dossier) -> list[tuple[int, Date]]:
    """The lines of a source that speak of a day, but for those about what is to come."""
    awaited = {claim.id for claim in dossier.claims.values() if claim.expects}
    days = ((at, saying.as_of) for at, saying in enumerate(source.says) if saying.claim not in awaited)
    return [(at, day) for at, day in days if day]


def is_misdated(source: Source, dossier: Dossier) -> bool:
    """Whether several lines, and most of them, come too late: then it is the source's own date that is wrong."""
    late = len(lines(source, dossier))
    return late > 1 and late * 2 > len(dated(source, dossier))


def published(source: Source) -> Place:
    """Where the date of a source stands, alone or with its basis."""
    keys = ("published", "date")
    return source.filed.at(*keys) if keys in source.filed.places else source.filed.at("published")


def pointers(event: Event, day: Date, dossier: Dossier, misdated: Set[SourceId]) -> Iterator[Problem]:
    """The sources of an event that appeared before it."""
    for pointer in event.sources:
        source = dossier.sources.get(pointer.source)
        if source and source.id not in misdated and is_too_early(source, day):
            yield problem(source, day, pointer.place)


def by_claims(event: Event, day: Date, dossier: Dossier, misdated: Set[SourceId]) -> Iterator[Problem]:
    """The claims of an event that were all made before it; where none was made later, the event's own date is wrong."""
    told = [(at, sources(dossier.claims[id], dossier)) for at, id in enumerate(event.claims) if id in dossier.claims]
    told = [(at, found) for at, found in told if found and misdated.isdisjoint(source.id for source in found)]
    early = [(at, found[-1]) for at, found in told if all(is_too_early(source, day) for source in found)]
    if early and len(early) == len(told):
        yield problem(early[0][1], day, event.filed.at("date"))
    else:
        yield from (problem(source, day, event.filed.at("claims", at)) for at, source in early)


def sources(claim: Claim, dossier: Dossier) -> list[Source]:
    """The sources that support a claim, the latest last; none for a claim about what is to come."""
    if claim.expects:
        return []
    found = {line.source for line in dossier.evidence[claim.id] if line.saying.stance is Stance.SUPPORTS}
    return sorted((dossier.sources[id] for id in found), key=lambda source: (str(source.published.date), source.id))


def is_too_early(source: Source, day: Date) -> bool:
    """Whether a source had certainly appeared before a day; a law may speak of days to come."""
    published = source.published.date
    return not source.kind.is_law and published is not None and published.is_certainly_before(day)


def problem(source: Source, day: Date, place: Place) -> Problem:
    """A day that a source cannot know."""
    return Problem(
        code="source-before-event",
        place=place,
        message=f"`{source.id}` appeared on {source.published.date}, before {day.text}",
        help="mend one of the two dates; a claim about what is to come needs `expects`",
    )
