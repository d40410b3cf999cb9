"""Who had it from whom: origins are counted, not articles."""

from collections.abc import Mapping

from dossier.model.dossier import Evidence, Origin, Record, Standing
from dossier.model.entity import Entity, EntityKind
from dossier.model.key import Key, Kind
from dossier.model.source import Saying, Source, Stance, Via


def origins(source: Source, saying: Saying, records: Mapping[Key, Record]) -> tuple[Origin, ...]:
    """The ends of an evidence line's trail: its own ``via``, else its source's, else the publisher.

    A source that leads back to itself ends there, and counts as its own origin.
    """
    ends = {end for via in saying.via for end in followed(via, records, frozenset({source.key}))}
    keys = ends or at_source(source, records, frozenset())
    return tuple(Origin(key=key, is_named=is_named(key, records)) for key in sorted(keys))


def followed(via: Via, records: Mapping[Key, Record], seen: frozenset[Key]) -> frozenset[Key]:
    """The ends of one step: an entity is an end, a source is followed further."""
    source = records.get(Key(kind=Kind.SOURCE, id=via.origin))
    if isinstance(source, Source):
        return at_source(source, records, seen)
    entity = Key(kind=Kind.ENTITY, id=via.origin)
    return frozenset({entity}) if entity in records else frozenset()


def at_source(source: Source, records: Mapping[Key, Record], seen: frozenset[Key]) -> frozenset[Key]:
    """The ends of a source's own trail."""
    if source.key in seen:
        return frozenset({source.key})
    ends = frozenset(end for via in source.via for end in followed(via, records, seen | {source.key}))
    if ends:
        return ends
    publisher = Key(kind=Kind.ENTITY, id=source.publisher) if source.publisher else None
    return frozenset({publisher if publisher in records and publisher else source.key})


def is_named(key: Key, records: Mapping[Key, Record]) -> bool:
    """Whether an origin is known by name, so that it may be counted."""
    record = records[key]
    return not (isinstance(record, Entity) and record.kind is EntityKind.UNNAMED)


def standing(evidence: tuple[Evidence, ...]) -> Standing:
    """How the evidence for a claim lies: a dispute outweighs any number of origins, a qualification is no support."""
    stances = {line.saying.stance for line in evidence}
    if Stance.DISPUTES in stances:
        return Standing.DISPUTED
    supporting = [line for line in evidence if line.saying.stance is Stance.SUPPORTS]
    if not supporting:
        return Standing.UNSUPPORTED
    named = {origin.key for line in supporting for origin in line.origins if origin.is_named}
    return Standing.SUPPORTED if len(named) > 1 else Standing.SINGLE_ORIGIN
