"""Sources that tell of days on which they had long appeared."""

from collections.abc import Iterator

from dossier.model.date import Date
from dossier.model.dossier import Dossier
from dossier.model.event import Event
from dossier.model.source import Source, Stance
from dossier.problems import Place, Problem


def problems(dossier: Dossier) -> Iterator[Problem]:
    """Every evidence line, and every event, that is later than the source that tells of it."""
    for source in dossier.sources.values():
        yield from lines(source, dossier)
    for event in dossier.events.values():
        if event.date:
            yield from pointers(event, event.date, dossier)
            yield from by_claims(event, event.date, dossier)


def lines(source: Source, dossier: Dossier) -> Iterator[Problem]:
    """The lines of a source that speak of a later day, where the claim is not about what is to come."""
    for at, saying in enumerate(source.says):
        claim = dossier.claims.get(saying.claim)
        is_forecast = claim is not None and claim.expects is not None
        if saying.as_of and not is_forecast and is_too_early(source, saying.as_of):
            yield problem(source, saying.as_of, source.filed.at("says", at, "as_of"))


def pointers(event: Event, day: Date, dossier: Dossier) -> Iterator[Problem]:
    """The sources of an event that appeared before it."""
    for pointer in event.sources:
        source = dossier.sources.get(pointer.source)
        if source and is_too_early(source, day):
            yield problem(source, day, pointer.place)


def by_claims(event: Event, day: Date, dossier: Dossier) -> Iterator[Problem]:
    """An event that only claims tell of, all of whose sources appeared before it."""
    claims = [dossier.claims[claim] for claim in event.claims if claim in dossier.claims]
    evidence = [line for claim in claims for line in dossier.evidence[claim.id]]
    sources = [dossier.sources[line.source] for line in evidence if line.saying.stance is Stance.SUPPORTS]
    if not sources or event.sources or any(claim.expects for claim in claims):
        return
    if all(is_too_early(source, day) for source in sources):
        yield problem(sources[-1], day, event.filed.at("date"))


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
