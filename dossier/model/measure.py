"""A measure: a thing counted. A figure is one dated value of it."""

from msgspec import Struct

from dossier.model.filed import Filed
from dossier.model.key import Key, Kind, MeasureId
from dossier.model.prose import Prose


class Measure(Struct, frozen=True, kw_only=True):
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
