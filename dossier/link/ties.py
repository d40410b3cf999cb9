"""What of a body bears on other records: where its words lead, from which passages, and whose words they are."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import TypeVar

from msgspec.structs import replace

from dossier.link.bodies import units_of
from dossier.model.dossier import Record
from dossier.model.prose import Citation, CitedSource, Reference, Unit, UnitKind
from dossier.problems import Place

Placed = TypeVar("Placed", bound=Reference | Unit)
NOWHERE = Place(path="", line=0)


def are_same(one: Record, other: Record) -> bool:
    """Whether nothing can tell two bodies of a record apart that does not read their words."""
    return ties(one) == ties(other)


def changed_units(one: Record, other: Record) -> Iterator[int]:
    """The units that have other words, by their index."""
    pairs = zip_longest(one.body.units, other.body.units)
    return (at for at, (was, now) in enumerate(pairs) if not was or not now or unplaced(was) != unplaced(now))


def ties(record: Record) -> tuple[object, ...]:
    """The references of a body wherever they stand, the unit of each, and its block quotations."""
    quoted = tuple(
        (at, unit.words, unit.own_voice) for at, unit in enumerate(record.body.units) if unit.kind is UnitKind.QUOTE
    )
    return tuple(map(unplaced, record.body.references)), units_of(record), quoted


def unplaced(reference: Placed) -> Placed:
    """A reference or a unit, wherever it stands."""
    if isinstance(reference, Citation):
        return replace(reference, place=NOWHERE, sources=tuple(map(cited, reference.sources)))
    return replace(reference, place=NOWHERE)


def cited(source: CitedSource) -> CitedSource:
    """One source of a citation, wherever it stands."""
    locator = replace(source.locator, place=NOWHERE) if source.locator else None
    return replace(source, place=NOWHERE, locator=locator)
