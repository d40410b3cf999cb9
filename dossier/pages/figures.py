"""The figures page: every measure with its dated values, and how one of them is chosen and worded."""

from msgspec import Struct

from dossier.model import figures
from dossier.model.dossier import Dossier, Evidence
from dossier.model.key import ClaimId, MeasureId
from dossier.model.measure import Measure
from dossier.model.prose import FigureValue
from dossier.pages.desk import Desk, Link
from dossier.pages.evidence import anchor


class Value(Struct, frozen=True, kw_only=True):
    """One dated value: how it reads, its day, who gives it and which claim it belongs to."""

    anchor: str
    words: str
    day: str
    source: Link
    claim: Link
    statement: str
    stance: str
    stance_words: str


class Latest(Struct, frozen=True, kw_only=True):
    """The newest value of a measure in the period of the dossier, as a tile."""

    title: str
    href: str
    words: str
    unit: str
    day: str
    source: Link
    disagreements: tuple[Link, ...]


def chosen(reference: FigureValue, dossier: Dossier) -> tuple[Evidence, ...]:
    """The evidence lines that a figure prints."""
    lines = dossier.figures[MeasureId(reference.measure)]
    return figures.chosen(reference, lines, dossier.claims, dossier.settings.covers)


def worded(line: Evidence, desk: Desk) -> str:
    """A value with its hedge, in the language of the page."""
    return desk.words.number(line.saying.value) if line.saying.value else desk.words.labels.not_stated


def row_anchor(line: Evidence) -> str:
    """The id of a value's row; the underscore keeps it apart from every id that an author can write."""
    return f"value_{anchor(line)}"


def value(line: Evidence, desk: Desk) -> Value:
    """One row of a measure's table."""
    claim = desk.dossier.claims[ClaimId(line.saying.claim)]
    return Value(
        anchor=row_anchor(line),
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
    dossier = desk.dossier
    standing = (line for line in dossier.figures[measure.id] if figures.counts(line, dossier.claims))
    return tuple(
        Latest(
            title=measure.title,
            href=desk.to(measure.key),
            words=worded(line, desk),
            unit=measure.unit,
            day=desk.date(line.saying.as_of),
            source=desk.source(line.source),
            disagreements=desk.disagreements(line.saying.claim),
        )
        for line in figures.newest(standing, dossier.settings.covers)
    )
