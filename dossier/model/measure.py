"""A measure: a thing counted. A figure is one dated value of it."""

from dataclasses import dataclass

from dossier.model.filed import Filed
from dossier.model.key import Key, Kind, MeasureId
from dossier.model.prose import Prose


@dataclass(frozen=True, kw_only=True)
class Measure:
    """What is counted, in which unit; only the values of a comparable measure may stand in one series."""

    id: MeasureId
    filed: Filed
    body: Prose
    title: str
    unit: str
    counts: str
    comparable: bool = False

    @property
    def key(self) -> Key:
        return Key(kind=Kind.MEASURE, id=self.id)
