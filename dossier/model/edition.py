"""An edition: what was published on one day, frozen, so that later builds can be held to it."""

import re
from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from dossier.model.claim import Status
from dossier.model.date import Date
from dossier.model.dossier import Dossier, Evidence
from dossier.model.key import ClaimId, Key, Kind, MeasureId, SectionId, SourceId
from dossier.model.quantity import Quantity
from dossier.problems import Place

FORMAT = 1
NAME = re.compile(r"[a-z0-9-]{1,40}")
NOWHERE = Place(path="", line=1)  # of what is frozen from the dossier itself and stands in no file yet


class FrozenClaim(Struct, frozen=True, kw_only=True):
    """A claim as an edition published it; ``place`` is where its file says so."""

    number: int
    id: ClaimId
    statement: str
    status: Status
    section: SectionId
    place: Place = NOWHERE

    @property
    def key(self) -> Key:
        return Key(kind=Kind.CLAIM, id=self.id)

    @property
    def label(self) -> str:
        """``C-14``, as readers see it."""
        return f"C-{self.number}"


class FrozenFigure(Struct, frozen=True, kw_only=True):
    """One dated value of a measure as an edition published it."""

    measure: MeasureId
    value: Quantity
    as_of: Date | None
    source: SourceId
    claim: ClaimId


class FrozenDisagreement(Struct, frozen=True, kw_only=True):
    """A disagreement as an edition published it."""

    number: int
    id: str
    title: str
    settled: str = ""
    place: Place = NOWHERE

    @property
    def key(self) -> Key:
        return Key(kind=Kind.DISAGREEMENT, id=self.id)

    @property
    def label(self) -> str:
        """``D-3``, as readers see it."""
        return f"D-{self.number}"


class Edition(Struct, frozen=True, kw_only=True):
    """What one edition published; editions are counted from 1 by ``number``, since two may bear one date."""

    name: str
    number: int
    date: date
    claims: tuple[FrozenClaim, ...]
    figures: tuple[FrozenFigure, ...]
    disagreements: tuple[FrozenDisagreement, ...]


def frozen(dossier: Dossier, *, name: str, number: int, date: date) -> Edition:
    """The dossier as an edition: claims and disagreements by number, figures by measure and day."""
    return Edition(
        name=name,
        number=number,
        date=date,
        claims=tuple(
            FrozenClaim(
                number=claim.number,
                id=claim.id,
                statement=claim.statement,
                status=claim.status,
                section=claim.section,
            )
            for claim in sorted(dossier.claims.values(), key=lambda claim: (claim.number, claim.id))
        ),
        figures=tuple(
            figure
            for measure, lines in sorted(dossier.figures.items())
            for figure in sorted(figures(measure, lines), key=by_day)
        ),
        disagreements=tuple(
            FrozenDisagreement(number=record.number, id=record.id, title=record.title, settled=record.settled)
            for record in sorted(dossier.disagreements.values(), key=lambda record: (record.number, record.id))
        ),
    )


def figures(measure: MeasureId, lines: Iterable[Evidence]) -> list[FrozenFigure]:
    """The dated values that some evidence gives a measure."""
    return [
        FrozenFigure(
            measure=measure,
            value=line.saying.value,
            as_of=line.saying.as_of,
            source=line.source,
            claim=line.saying.claim,
        )
        for line in lines
        if line.saying.value
    ]


def by_day(figure: FrozenFigure) -> tuple[str, str, str, str]:
    """The order of a measure's figures in a file: it depends on nothing but the figures."""
    return (figure.as_of.text if figure.as_of else "", figure.source, figure.claim, figure.value.words)


def in_sequence(editions: Iterable[Edition]) -> tuple[Edition, ...]:
    """Editions from the first to the newest."""
    return tuple(sorted(editions, key=lambda edition: (edition.date, edition.number, edition.name)))
