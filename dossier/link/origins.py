"""Who had it from whom: origins are counted, not articles."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from dossier.model.dossier import Evidence, Origin, Record, Standing
from dossier.model.entity import Entity, EntityKind
from dossier.model.key import ClaimId, Key, Kind
from dossier.model.source import Saying, Source, Stance, Via


def origins(source: Source, saying: Saying, records: Mapping[Key, Record]) -> tuple[Origin, ...]:
    """The ends of an evidence line's trail: its own ``via``, else its source's, else the publisher.

    A source that leads back to itself ends there, and counts as its own origin.
    """
    trail = Trail(claim=saying.claim, records=records)
    keys = trail.ends(saying.via or source.via, frozenset({source.key})) or trail.publisher(source)
    return tuple(Origin(key=key, is_named=is_named(key, records)) for key in sorted(keys))


class Trail(Struct, frozen=True, kw_only=True):
    """The way of one claim from source to source."""

    claim: ClaimId
    records: Mapping[Key, Record]

    def ends(self, vias: Iterable[Via], seen: frozenset[Key]) -> frozenset[Key]:
        """Where some steps end."""
        return frozenset(end for via in vias for end in self.followed(via, seen))

    def followed(self, via: Via, seen: frozenset[Key]) -> frozenset[Key]:
        """The ends of one step: an entity is an end, a source is followed further."""
        source = self.records.get(Key(kind=Kind.SOURCE, id=via.origin))
        if isinstance(source, Source):
            return self.at_source(source, seen)
        entity = Key(kind=Kind.ENTITY, id=via.origin)
        return frozenset({entity}) if entity in self.records else frozenset()

    def at_source(self, source: Source, seen: frozenset[Key]) -> frozenset[Key]:
        """The ends of a source's own trail."""
        if source.key in seen:
            return frozenset({source.key})
        return self.ends(source.trail(self.claim), seen | {source.key}) or self.publisher(source)

    def publisher(self, source: Source) -> frozenset[Key]:
        """Who answers for a source that leads no further: its publisher, or itself where that is not known."""
        key = Key(kind=Kind.ENTITY, id=source.publisher) if source.publisher else source.key
        return frozenset({key if key in self.records else source.key})


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
