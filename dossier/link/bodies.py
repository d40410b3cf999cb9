"""The references that a body makes: followed, told where they lead nowhere, and turned into mentions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dossier.link.directory import Directory
from dossier.link.following import Followed, by_id, by_name
from dossier.model.dossier import Evidence, Mention, Record
from dossier.model.key import Kind, MeasureId
from dossier.model.prose import Citation, ClaimSpan, Embed, FigureValue, Reference, Slot, Wikilink
from dossier.problems import Problem

EMBEDS = {"claim": Kind.CLAIM, "disagreement": Kind.DISAGREEMENT, "figure": Kind.MEASURE}


@dataclass(frozen=True, kw_only=True)
class Lead:
    """One step from a passage to a record, or the problem of it; ``reference`` is its index in the prose."""

    reference: int
    followed: Followed


def leads(record: Record, book: Directory) -> Iterator[Lead]:
    """Where each reference of a body leads; a citation of several sources leads several ways."""
    for at, reference in enumerate(record.body.references):
        for followed in ways(reference, book):
            yield Lead(reference=at, followed=followed)


def ways(reference: Reference, book: Directory) -> tuple[Followed, ...]:
    """The records one reference leads to."""
    match reference:
        case Citation():
            return tuple(by_id(cited.source, (Kind.SOURCE,), cited.place, book) for cited in reference.sources)
        case Wikilink():
            return (by_name(reference, book),)
        case ClaimSpan():
            return (by_id(reference.claim, (Kind.CLAIM,), reference.place, book),)
        case FigureValue():
            return (by_id(reference.measure, (Kind.MEASURE,), reference.place, book), *its_source(reference, book))
        case Embed() if reference.kind in EMBEDS:
            return (by_id(reference.target, (EMBEDS[reference.kind],), reference.place, book),)
        case _:
            return ()


def its_source(figure: FigureValue, book: Directory) -> tuple[Followed, ...]:
    """The source a figure is pinned to, if any."""
    return (by_id(figure.source, (Kind.SOURCE,), figure.place, book),) if figure.source else ()


def mentions(record: Record, lead: Lead, targets: Mapping[int, int]) -> Mention | None:
    """The passage in which a reference stands; ``targets`` gives the unit of each reference."""
    unit = targets.get(lead.reference)
    return None if unit is None else Mention(by=record.key, unit=unit, reference=lead.reference)


def units_of(record: Record) -> dict[int, int]:
    """For each reference of a body, the index of the unit it stands in."""
    return {
        slot.reference: at
        for at, unit in reversed(list(enumerate(record.body.units)))
        for slot in unit.words
        if isinstance(slot, Slot)
    }


def without_value(record: Record, figures: Mapping[MeasureId, tuple[Evidence, ...]]) -> Iterator[Problem]:
    """The figures of a body for which no evidence gives a value on that day, or from that source."""
    for reference in record.body.references:
        if isinstance(reference, FigureValue) and MeasureId(reference.measure) in figures:
            lines = figures[MeasureId(reference.measure)]
            if not any(answers(reference, line) for line in lines):
                yield no_value(reference, lines)


def answers(figure: FigureValue, line: Evidence) -> bool:
    """Whether an evidence line gives the value that a figure asks for."""
    day_fits = figure.on is None or (line.saying.as_of is not None and line.saying.as_of.same_day(figure.on))
    return day_fits and figure.source in ("", line.source)


def no_value(figure: FigureValue, lines: tuple[Evidence, ...]) -> Problem:
    """A figure that no evidence bears out."""
    days = sorted({f"{line.saying.as_of.text}/{line.source}" for line in lines if line.saying.as_of})
    asked = f"{figure.on.text if figure.on else 'any day'}{f' from `{figure.source}`' if figure.source else ''}"
    return Problem(
        code="unknown-id",
        place=figure.place,
        message=f"no evidence gives a value of `{figure.measure}` for {asked}",
        help=f"there are values at {', '.join(days)}" if days else "give a `value` and `as_of` in a source's `says`",
    )
