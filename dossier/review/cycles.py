"""Trails that lead back to where they began: sources that have a claim from each other."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from dossier.model.dossier import Dossier
from dossier.model.key import ClaimId, SourceId
from dossier.model.source import Source, Via
from dossier.problems import Problem

NO_CLAIM = ClaimId("")  # what a source has from elsewhere as a whole, whatever the claim


class Step(Struct, frozen=True, kw_only=True):
    """From one source to where it had a claim from."""

    source: Source
    via: Via


def problems(dossier: Dossier) -> Iterator[Problem]:
    """Each circle of sources once, at the step that closes it."""
    told: set[frozenset[str]] = set()
    for claim in (NO_CLAIM, *dossier.claims):
        for circle in circles(claim, dossier.sources):
            members = frozenset(step.source.id for step in circle)
            if members not in told:
                told.add(members)
                yield problem(circle, dossier.sources)


def circles(claim: ClaimId, sources: Mapping[SourceId, Source]) -> Iterator[tuple[Step, ...]]:
    """The circles in the trails of one claim."""
    done: set[str] = set()
    for id in sorted(sources):
        yield from onward(sources[id], (), claim, sources, done)


def onward(
    source: Source, path: tuple[Step, ...], claim: ClaimId, sources: Mapping[SourceId, Source], done: set[str]
) -> Iterator[tuple[Step, ...]]:
    """The circles that are met from a source on; ``done`` are those whose ways have all been followed."""
    if source.id in done:
        return
    for via in source.trail(claim):
        steps = (*path, Step(source=source, via=via))
        begun = next((at for at, step in enumerate(steps) if step.source.id == via.origin), None)
        if begun is not None:
            yield steps[begun:]
        elif SourceId(via.origin) in sources:
            yield from onward(sources[SourceId(via.origin)], steps, claim, sources, done)
    done.add(source.id)


def problem(circle: tuple[Step, ...], sources: Mapping[SourceId, Source]) -> Problem:
    """One circle, told at a step that time forbids, else at the last."""
    closing = next((step for step in circle if is_back_in_time(step, sources)), circle[-1])
    at = circle.index(closing)
    way = [step.source.id for step in (*circle[at + 1 :], *circle[: at + 1])]
    return Problem(
        code="via-cycle",
        place=closing.via.place,
        message=f"`{closing.source.id}` cannot have it from `{closing.via.origin}`: {' from '.join([*way, way[0]])}",
        help="take out the step that is not so; a statement was first made somewhere",
    )


def is_back_in_time(step: Step, sources: Mapping[SourceId, Source]) -> bool:
    """Whether a source names an origin that appeared only later."""
    earlier, later = step.source.published.date, sources[SourceId(step.via.origin)].published.date
    return bool(earlier and later and earlier.is_certainly_before(later))
