"""Records that nothing leads to."""

from collections.abc import Iterator

from dossier.model.claim import Claim
from dossier.model.dossier import Dossier, Record
from dossier.model.entity import Entity
from dossier.model.event import Event
from dossier.model.key import Key, Kind
from dossier.model.source import Source
from dossier.problems import Problem

# The home page, sections and pages are in the navigation, events on the timeline, disagreements on their page.
CAN_BE_LOST = (Kind.SOURCE, Kind.CLAIM, Kind.MEASURE, Kind.ENTITY, Kind.TERM)


def problems(dossier: Dossier) -> Iterator[Problem]:
    """A warning for each source, claim, measure, entity or term that no prose and no other record uses."""
    used = {key for key, found in dossier.mentions.items() if any(mention.by != key for mention in found)}
    for record in dossier.records.values():
        used.update(key for key in named_by(record, dossier) if key != record.key)
    for key, record in dossier.records.items():
        if key.kind in CAN_BE_LOST and key not in used:
            yield Problem(
                code="orphan-record",
                place=record.filed.at(),
                message=f"nothing leads to the {key.kind} `{key.id}`",
                help="cite, state or link it on a page, name it in another record, or take the file out",
            )


def named_by(record: Record, dossier: Dossier) -> Iterator[Key]:
    """The records that a front matter names; a source that speaks to a claim uses it and is used by it."""
    match record:
        case Source():
            yield from of_source(record)
        case Claim():
            yield from (Key(kind=Kind.SOURCE, id=line.source) for line in dossier.evidence[record.id])
            yield from one(Kind.MEASURE, record.measure)
            yield from one(Kind.CLAIM, record.replaced_by)
        case Entity():
            yield from (Key(kind=Kind.ENTITY, id=role.of) for role in record.roles)
            yield from one(Kind.SOURCE, record.text)
        case Event():
            yield from (Key(kind=Kind.ENTITY, id=entity) for entity in record.entities)
            yield from (Key(kind=Kind.CLAIM, id=claim) for claim in record.claims)
            yield from (Key(kind=Kind.SOURCE, id=pointer.source) for pointer in record.sources)
        case _:
            pass


def of_source(source: Source) -> Iterator[Key]:
    """The entities, origins and claims that a source names."""
    names = [source.publisher, *source.authors, *(saying.speaker for saying in source.says)]
    yield from (Key(kind=Kind.ENTITY, id=name) for name in names if name)
    for via in (*source.via, *(via for saying in source.says for via in saying.via)):
        yield from (Key(kind=kind, id=via.origin) for kind in (Kind.SOURCE, Kind.ENTITY))
    yield from (Key(kind=Kind.CLAIM, id=saying.claim) for saying in source.says)


def one(kind: Kind, id: str | None) -> tuple[Key, ...]:
    """The key of an id that may be left out."""
    return (Key(kind=kind, id=id),) if id else ()
