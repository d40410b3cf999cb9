"""An event: something that happened; the evidence of its claims is its evidence."""

from dataclasses import dataclass

from dossier.model.date import Date
from dossier.model.filed import Filed
from dossier.model.key import ClaimId, EntityId, Key, Kind, SourceId
from dossier.model.prose import Locator, Prose
from dossier.problems import Place


@dataclass(frozen=True, kw_only=True)
class Pointer:
    """A source, and where in it."""

    source: SourceId
    place: Place
    locator: Locator | None = None


@dataclass(frozen=True, kw_only=True)
class Event:
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
