"""The figures page: every measure with its dated values, and how one of them is chosen and worded."""

from collections.abc import Iterable
from dataclasses import dataclass

from dossier.model.claim import Status
from dossier.model.dossier import Dossier, Evidence
from dossier.model.key import ClaimId, MeasureId
from dossier.model.measure import Measure
from dossier.model.prose import FigureValue
from dossier.model.source import Stance
from dossier.pages.desk import Desk, Link


@dataclass(frozen=True, kw_only=True)
class Value:
    """One dated value: how it reads, its day, who gives it and which claim it belongs to."""

    words: str
    day: str
    source: Link
    claim: Link
    statement: str
    stance: str
    stance_words: str


@dataclass(frozen=True, kw_only=True)
class Latest:
    """The newest value of a measure, as a tile."""

    title: str
    href: str
    words: str
    unit: str
    day: str
    source: Link
    disagreements: tuple[Link, ...]


def chosen(reference: FigureValue, dossier: Dossier) -> tuple[Evidence, ...]:
    """The evidence lines a figure prints: of the day and source it is pinned to, else of the newest day.

    Lines that say the same number on the same day are printed once, the first source standing for them.
    """
    lines = dossier.figures[MeasureId(reference.measure)]
    if reference.source:
        lines = tuple(line for line in lines if line.source == reference.source)
    else:
        lines = tuple(line for line in lines if counts(line, dossier)) or lines
    if reference.on is not None:
        day = reference.on
        return distinct(line for line in lines if line.saying.as_of and line.saying.as_of.same_day(day))
    return newest(lines)


def counts(line: Evidence, dossier: Dossier) -> bool:
    """Whether a line may give the latest value: it supports a claim that is not withdrawn."""
    return line.saying.stance is Stance.SUPPORTS and dossier.claims[line.saying.claim].status is not Status.WITHDRAWN


def newest(lines: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The lines of the newest day, each value once."""
    dated = [line for line in lines if line.saying.as_of]
    if not dated:
        return ()
    last = max(line.saying.as_of for line in dated if line.saying.as_of)
    return distinct(line for line in dated if line.saying.as_of and line.saying.as_of.same_day(last))


def distinct(lines: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Each value once, by its first source."""
    first: dict[str, Evidence] = {}
    for line in lines:
        if line.saying.value:
            first.setdefault(line.saying.value.words, line)
    return tuple(first.values())


def worded(line: Evidence, desk: Desk) -> str:
    """A value with its hedge, in the language of the page."""
    return desk.words.number(line.saying.value) if line.saying.value else desk.words.labels.not_stated


def value(line: Evidence, desk: Desk) -> Value:
    """One row of a measure's table."""
    claim = desk.dossier.claims[ClaimId(line.saying.claim)]
    return Value(
        words=worded(line, desk),
        day=desk.date(line.saying.as_of),
        source=desk.source(line.source),
        claim=Link(words=claim.label, href=desk.to(claim.key)),
        statement=claim.statement,
        stance=line.saying.stance.value,
        stance_words=desk.words.stances[line.saying.stance],
    )


def latest(measure: Measure, desk: Desk) -> tuple[Latest, ...]:
    """The newest value of a measure, or values where sources differ; none where no evidence gives one."""
    lines = newest(line for line in desk.dossier.figures[measure.id] if counts(line, desk.dossier))
    return tuple(
        Latest(
            title=measure.title,
            href=desk.to(measure.key),
            words=worded(line, desk),
            unit=measure.unit,
            day=desk.date(line.saying.as_of),
            source=desk.source(line.source),
            disagreements=disagreements(line.saying.claim, desk),
        )
        for line in lines
    )


def disagreements(claim: ClaimId, desk: Desk) -> tuple[Link, ...]:
    """The disagreements a claim is part of, by their numbers."""
    return tuple(
        Link(words=record.label, href=desk.to(record.key), note=record.title)
        for record in desk.dossier.disagreements_on.get(claim, ())
    )
