"""An event: something that happened; the evidence of its claims is its evidence."""

from msgspec import Struct

from dossier.model.date import Date
from dossier.model.filed import Filed
from dossier.model.key import ClaimId, EntityId, Key, Kind, SourceId
from dossier.model.prose import Locator, Prose
from dossier.problems import Place


class Pointer(Struct, frozen=True, kw_only=True):
    """A source, and where in it."""

    source: SourceId
    place: Place
    locator: Locator | None = None


class Event(Struct, frozen=True, kw_only=True):
    """An event as its file tells it; its date is None where it is not known."""

    id: str
    filed: Filed
    body: Prose
    title: str
    date: Date | None
    entities: tuple[EntityId, ...] = ()
    claims: tuple[ClaimId, ...] = ()
    sources: tuple[Pointer, ...] = ()

    @property
    def key(self) -> Key:
        return Key(kind=Kind.EVENT, id=self.id)
