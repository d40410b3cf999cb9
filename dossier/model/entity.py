"""An entity: a person, organisation, outlet, place or instrument, or a voice that its reporters do not name."""

from enum import StrEnum

from msgspec import Struct

from dossier.model.date import Date
from dossier.model.filed import Filed
from dossier.model.key import EntityId, Key, Kind, SourceId
from dossier.model.prose import Prose


class EntityKind(StrEnum):
    """What an entity is, in the order of the who's who."""

    PERSON = "person"
    ORGANISATION = "organisation"
    OUTLET = "outlet"
    PLACE = "place"
    INSTRUMENT = "instrument"
    UNNAMED = "unnamed"


class Role(Struct, frozen=True, kw_only=True):
    """What an entity is or was, of which body (an entity id, or words), from when to when."""

    title: str
    of: str = ""
    since: Date | None = None
    until: Date | None = None


class Entity(Struct, frozen=True, kw_only=True):
    """An entity as its file tells it."""

    id: EntityId
    filed: Filed
    body: Prose
    name: str
    kind: EntityKind
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    language: str = ""
    ownership: str = ""
    country: str | None = ""
    note: str = ""
    text: SourceId | None = None

    @property
    def key(self) -> Key:
        return Key(kind=Kind.ENTITY, id=self.id)
