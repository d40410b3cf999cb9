"""Events, as authors type them."""

from typing import Annotated

from dossier.model.event import Event, Pointer
from dossier.model.filed import Filed
from dossier.model.key import ClaimId, EntityId, SourceId
from dossier.model.prose import Prose
from dossier.parse.fields import Id, Listed, MaybeDate, Where, Words
from dossier.parse.typed import Typed, TypedRecord, locator


class TypedPointer(Typed):
    """One entry of ``sources``."""

    source: Id
    locator: Where = ""


class TypedEvent(TypedRecord):
    """The front matter of an event."""

    may_be_unknown = ("date",)

    title: Words
    date: MaybeDate
    entities: Annotated[list[Id], Listed] = []
    claims: Annotated[list[Id], Listed] = []
    sources: Annotated[list[TypedPointer], Listed] = []


def event(typed: TypedEvent, id: str, filed: Filed, body: Prose) -> Event:
    """An event as the model holds it."""
    return Event(
        id=id,
        filed=filed,
        body=body,
        title=typed.title,
        date=typed.date,
        entities=tuple(EntityId(entity) for entity in typed.entities),
        claims=tuple(ClaimId(claim) for claim in typed.claims),
        sources=tuple(pointer(line, filed, at) for at, line in enumerate(typed.sources)),
    )


def pointer(typed: TypedPointer, filed: Filed, at: int) -> Pointer:
    """A source, and where in it."""
    return Pointer(
        source=SourceId(typed.source),
        place=filed.at("sources", at, "source"),
        locator=locator(typed.locator, filed.at("sources", at, "locator")),
    )
