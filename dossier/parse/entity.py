"""Entities, as authors type them."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from dossier.model.entity import Entity, EntityKind, Role
from dossier.model.filed import Filed
from dossier.model.key import EntityId, SourceId
from dossier.model.prose import Prose
from dossier.parse.fields import AnyDate, Id, Language, Listed, MaybeWords, Words, choice
from dossier.parse.typed import Typed, TypedRecord


class TypedRole(Typed):
    """One entry of ``role``."""

    title: Words
    of: Words = ""
    since: AnyDate | None = Field(default=None, alias="from")
    until: AnyDate | None = Field(default=None, alias="to")


class TypedEntity(TypedRecord):
    """The front matter of an entity."""

    name: Words
    kind: Annotated[EntityKind, BeforeValidator(choice(EntityKind))]
    aliases: Annotated[list[Words], Listed] = []
    role: Annotated[list[TypedRole], Listed] = []
    language: Language = ""
    ownership: Words = ""
    country: MaybeWords = ""
    note: Words = ""
    text: Id = ""


def entity(typed: TypedEntity, id: str, filed: Filed, body: Prose) -> Entity:
    """An entity as the model holds it."""
    return Entity(
        id=EntityId(id),
        filed=filed,
        body=body,
        name=typed.name,
        kind=typed.kind,
        aliases=tuple(typed.aliases),
        roles=tuple(role(line) for line in typed.role),
        language=typed.language,
        ownership=typed.ownership,
        country=typed.country,
        note=typed.note,
        text=SourceId(typed.text) if typed.text else None,
    )


def role(typed: TypedRole) -> Role:
    """One role, with its period."""
    return Role(title=typed.title, of=typed.of, since=typed.since, until=typed.until)
