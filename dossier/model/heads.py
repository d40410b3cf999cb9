"""The references that front matter makes, by kind of record."""

from collections.abc import Iterator

from msgspec import Struct

from dossier.model.claim import Claim
from dossier.model.disagreement import Disagreement
from dossier.model.dossier import Record
from dossier.model.entity import Entity
from dossier.model.event import Event
from dossier.model.key import Kind
from dossier.model.page import Page
from dossier.model.source import Source
from dossier.problems import Place


class Named(Struct, frozen=True, kw_only=True):
    """An id that a front matter names, of which kinds it may be, and whether plain words may stand there instead."""

    id: str
    kinds: tuple[Kind, ...]
    place: Place
    or_words: bool = False


def named(record: Record) -> Iterator[Named]:
    """Every id that a record's front matter names, in the order of its keys."""
    match record:
        case Source():
            yield from by_source(record)
        case Claim():
            yield from by_claim(record)
        case Disagreement():
            for at, claim in enumerate(record.claims):
                yield Named(id=claim, kinds=(Kind.CLAIM,), place=record.filed.at("claims", at))
        case Entity():
            yield from by_entity(record)
        case Event():
            yield from by_event(record)
        case Page() if record.kind is Kind.EXPLAINER and record.section:
            yield Named(id=record.section, kinds=(Kind.SECTION,), place=record.filed.at())


def by_source(source: Source) -> Iterator[Named]:
    """Publisher, authors that are entities, origins, and what each evidence line names."""
    if source.publisher:
        yield Named(id=source.publisher, kinds=(Kind.ENTITY,), place=source.filed.at("publisher"))
    for at, author in enumerate(source.authors):
        yield Named(id=author, kinds=(Kind.ENTITY,), place=source.filed.at("author", at), or_words=True)
    for via in source.via:
        yield Named(id=via.origin, kinds=(Kind.SOURCE, Kind.ENTITY), place=via.place)
    for at, saying in enumerate(source.says):
        yield Named(id=saying.claim, kinds=(Kind.CLAIM,), place=saying.place)
        if saying.speaker:
            yield Named(id=saying.speaker, kinds=(Kind.ENTITY,), place=source.filed.at("says", at, "speaker"))
        for via in saying.via:
            yield Named(id=via.origin, kinds=(Kind.SOURCE, Kind.ENTITY), place=via.place)


def by_claim(claim: Claim) -> Iterator[Named]:
    """The section that files the claim, its measure, and the claim that replaces it."""
    yield Named(id=claim.section, kinds=(Kind.SECTION,), place=claim.filed.at("section"))
    if claim.measure:
        yield Named(id=claim.measure, kinds=(Kind.MEASURE,), place=claim.filed.at("measure"))
    if claim.replaced_by:
        yield Named(id=claim.replaced_by, kinds=(Kind.CLAIM,), place=claim.filed.at("replaced_by"))


def by_entity(entity: Entity) -> Iterator[Named]:
    """The bodies an entity serves, where they are entities, and the source that holds an instrument's text."""
    for at, role in enumerate(entity.roles):
        if role.of:
            yield Named(id=role.of, kinds=(Kind.ENTITY,), place=entity.filed.at("role", at, "of"), or_words=True)
    if entity.text:
        yield Named(id=entity.text, kinds=(Kind.SOURCE,), place=entity.filed.at("text"))


def by_event(event: Event) -> Iterator[Named]:
    """Who took part, the claims that tell of it, and the sources where no claim does."""
    for at, entity in enumerate(event.entities):
        yield Named(id=entity, kinds=(Kind.ENTITY,), place=event.filed.at("entities", at))
    for at, claim in enumerate(event.claims):
        yield Named(id=claim, kinds=(Kind.CLAIM,), place=event.filed.at("claims", at))
    for pointer in event.sources:
        yield Named(id=pointer.source, kinds=(Kind.SOURCE,), place=pointer.place)
