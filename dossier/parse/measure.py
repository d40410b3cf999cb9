"""Measures, as authors type them."""

from dossier.model.filed import Filed
from dossier.model.key import MeasureId
from dossier.model.measure import Measure
from dossier.model.prose import Prose
from dossier.parse.fields import Flag, Words
from dossier.parse.typed import TypedRecord


class TypedMeasure(TypedRecord):
    """The front matter of a measure."""

    title: Words
    unit: Words
    counts: Words
    comparable: Flag = False


def measure(typed: TypedMeasure, id: str, filed: Filed, body: Prose) -> Measure:
    """A measure as the model holds it."""
    return Measure(
        id=MeasureId(id),
        filed=filed,
        body=body,
        title=typed.title,
        unit=typed.unit,
        counts=typed.counts,
        comparable=typed.comparable,
    )
