"""The references that a body makes: followed, told where they lead nowhere, and turned into mentions."""

from collections.abc import Collection, Iterator, Mapping

from msgspec import Struct

from dossier.link.directory import Directory
from dossier.link.following import Followed, by_id, by_name
from dossier.model import figures
from dossier.model.claim import Claim
from dossier.model.dossier import Evidence, Mention, Record
from dossier.model.key import ClaimId, Kind, MeasureId
from dossier.model.naming import nearest
from dossier.model.prose import Citation, ClaimSpan, Embed, FigureValue, Picture, Reference, Slot, Wikilink
from dossier.problems import Problem

EMBEDS = {"claim": Kind.CLAIM, "disagreement": Kind.DISAGREEMENT, "figure": Kind.MEASURE}


class Lead(Struct, frozen=True, kw_only=True):
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


def without_file(record: Record, files: Collection[str]) -> Iterator[Problem]:
    """The pictures of a body that are not in the media folder."""
    for reference in record.body.references:
        if isinstance(reference, Picture) and reference.file not in files:
            name = reference.file.removeprefix("media/")
            yield Problem(
                code="unknown-id",
                place=reference.place,
                message=f"there is no picture `{reference.file}` in content/media/",
                help=f"write `{name}` alone" if name in files else nearest(name, files) or "put the file there",
            )


def mention(record: Record, lead: Lead, units: Mapping[int, int]) -> Mention | None:
    """The passage in which a reference stands; ``units`` gives the unit of each reference."""
    unit = units.get(lead.reference)
    return None if unit is None else Mention(by=record.key, unit=unit, reference=lead.reference)


def units_of(record: Record) -> dict[int, int]:
    """For each reference of a body, the index of the unit it stands in."""
    return {
        slot.reference: at
        for at, unit in reversed(list(enumerate(record.body.units)))
        for slot in unit.words
        if isinstance(slot, Slot)
    }


def without_value(
    record: Record,
    lines_of: Mapping[MeasureId, tuple[Evidence, ...]],
    claims: Mapping[ClaimId, Claim],
    sources: Collection[str],
) -> Iterator[Problem]:
    """The figures and figure panels of a body for which no evidence gives a value.

    A figure of a source that is not there is told as that.
    """
    for reference in record.body.references:
        figure = as_figure(reference)
        if figure and MeasureId(figure.measure) in lines_of and figure.source in ("", *sources):
            lines = lines_of[MeasureId(figure.measure)]
            if not figures.candidates(figure, lines, claims):
                yield no_value(figure, lines)


def as_figure(reference: Reference) -> FigureValue | None:
    """The figure that a reference prints; a panel prints the latest."""
    match reference:
        case FigureValue():
            return reference
        case Embed(kind="figure"):
            return FigureValue(place=reference.place, measure=reference.target)
        case _:
            return None


def no_value(figure: FigureValue, lines: tuple[Evidence, ...]) -> Problem:
    """A figure that no evidence bears out."""
    known = sorted({f"@{line.saying.as_of.text}/{line.source}" for line in lines if line.saying.as_of})
    day = f" for {figure.on.text}" if figure.on else ""
    source = f" from `{figure.source}`" if figure.source else ""
    what = "value" if day or source else "supporting value"
    return Problem(
        code="unknown-id",
        place=figure.place,
        message=f"no evidence gives a {what} of `{figure.measure}`{day}{source}",
        help=f"there are {', '.join(f'`{each}`' for each in known)}"
        if known
        else "give a `value` and `as_of` in a source's `says`",
    )
