"""The ground of a build as it is kept on the disk: what most later builds never ask for stays packed until they do."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from dossier.cache.packing import pack, unpack
from dossier.cache.stored import Lost, Stored
from dossier.cache.values import Values
from dossier.model.claim import Claim
from dossier.model.disagreement import Disagreement
from dossier.model.dossier import Dossier, Evidence, Mention, Record, Section
from dossier.model.entity import Entity
from dossier.model.event import Event
from dossier.model.key import ClaimId, EntityId, Key, Kind, MeasureId, SourceId
from dossier.model.measure import Measure
from dossier.model.page import Page
from dossier.model.source import Source
from dossier.model.term import Term
from dossier.pipeline import parsing
from dossier.pipeline.ground import Filed, Ground, Touch
from dossier.pipeline.memory import Entry, Memory
from dossier.read import Text, contents
from dossier.read.folder import Entry as File
from dossier.write import MANIFEST

MOST = 50  # bodies touched since a ground was laid; with more of them it is laid anew, so that each build reads little

K = TypeVar("K")
V = TypeVar("V")
Record_ = TypeVar("Record_", bound=Record)
Packed = Mapping[str, bytes]


class Shelved(Struct, frozen=True, kw_only=True):
    """A ground in pieces: ``bare`` is what every build needs of it, and the rest is packed one by one.

    Records are left to the cache of parsing, and archived texts to their files; of both only the ids are here.
    """

    bare: Ground
    archive: tuple[str, ...]
    sections: tuple[tuple[str, tuple[str, ...]], ...]
    ids: Mapping[str, tuple[str, ...]]
    joins: Mapping[str, Packed]
    entries: Packed
    readers: Packed


def recalled(values: Values, project: Path, output: Path) -> Ground | None:
    """The ground that the last build of an output left, if it can be read."""
    match values.get(place(output)):
        case Ground() as ground:
            return ground
        case Shelved() as shelved:
            touch = since(values, output, shelved)
            if touch is None:
                return opened(shelved, values, project)
            bare = replace(shelved.bare, paths={**shelved.bare.paths, **touch.paths})
            return opened(replace(shelved, bare=bare), values, project).after(touch)
    return None


def remembered(values: Values, output: Path) -> Memory:
    """What the last build of an output made, and from what, if that can be read."""
    match values.get(place(output)):
        case Ground() as ground:
            return ground.memory
        case Shelved() as shelved:
            memory, touch = made(shelved), since(values, output, shelved)
            return memory.after(touch.memory) if touch else memory
    return Memory()


def lay(ground: Ground, values: Values, output: Path) -> None:
    """Keeps a ground for the next build of this output."""
    values.store.put(place(output), pack(shelved(ground)))
    values.hold(place(output), ground)


def keep(ground: Ground, values: Values, output: Path) -> None:
    """Keeps a ground that differs by its touches from the one on the disk."""
    if values.held is not None:
        values.hold(place(output), ground)  # to write it too can wait: what is not known of a file, is made anew
    elif ground.since and len(ground.since.paths) > MOST:
        lay(replace(ground, since=None, laid=ground.memory.standing[MANIFEST]), values, output)
    else:
        values.put(name_since(output), (ground.laid, ground.since))


def since(values: Values, output: Path, shelved: Shelved) -> Touch | None:
    """What later builds have changed of a ground that was laid."""
    match values.get(name_since(output)):
        case (laid, Touch() as touch) if laid == shelved.bare.laid:
            return touch
    return None


def place(output: Path) -> str:
    """The name under which the ground for builds of an output is kept."""
    return f"ground-{blake2b(os.fsencode(output.resolve()), digest_size=8).hexdigest()}"


def name_since(output: Path) -> str:
    """The name under which is kept what has changed of it."""
    return f"{place(output)}-since"


def shelved(ground: Ground) -> Shelved:
    """A ground, packed."""
    dossier, memory = ground.dossier, ground.memory
    ids, joins = ids_by_kind(dossier), packed_joins(dossier)
    emptied: dict[str, object] = {name: {} for name in (*ids, *joins, "records", "quotations")}
    bare = replace(dossier, sections=(), **emptied)
    return Shelved(
        bare=replace(ground, archive={}, dossier=bare, memory=replace(memory, entries={}), readers={}),
        archive=tuple(ground.archive),
        sections=tuple((part.page.id, tuple(page.id for page in part.explainers)) for part in dossier.sections),
        ids=ids,
        joins=joins,
        entries=packed(memory.entries),
        readers=packed(ground.readers),
    )


def ids_by_kind(dossier: Dossier) -> dict[str, tuple[str, ...]]:
    """The ids of the records of each kind, in their order."""
    return {
        "pages": tuple(dossier.pages),
        "sources": tuple(dossier.sources),
        "claims": tuple(dossier.claims),
        "disagreements": tuple(dossier.disagreements),
        "measures": tuple(dossier.measures),
        "entities": tuple(dossier.entities),
        "events": tuple(dossier.events),
        "terms": tuple(dossier.terms),
    }


def packed_joins(dossier: Dossier) -> dict[str, Packed]:
    """What several records come to together, each entry packed by itself."""
    targets: dict[Key, dict[int, Key]] = {}
    for (key, reference), target in dossier.targets.items():
        targets.setdefault(key, {})[reference] = target
    return {
        "evidence": packed(dossier.evidence),
        "figures": packed(dossier.figures),
        "spoken": packed(dossier.spoken),
        "first_told": packed(dossier.first_told),
        "works": packed(dossier.works),
        "told_in": packed(dossier.told_in),
        "mentions": packed(dossier.mentions),
        "targets": packed(targets),
        "disagreements_on": packed({claim: called(found) for claim, found in dossier.disagreements_on.items()}),
    }


def called(found: Iterable[Disagreement]) -> tuple[str, ...]:
    """What some disagreements are called."""
    return tuple(one.id for one in found)


def packed(held: Mapping[K, V]) -> dict[str, bytes]:
    """Values, each packed by itself."""
    return {str(key): pack(value) for key, value in held.items()}


def opened(shelved: Shelved, values: Values, project: Path) -> Ground:
    """A ground, to be unpacked piece by piece."""
    paths, shelf = shelved.bare.paths, parsing.Shelf(of=shelved.bare.count, values=values)
    records = Stored(names=paths, load=partial(record, paths, shelf), key=key, name=str)
    return replace(
        shelved.bare,
        archive=Stored(names=dict.fromkeys(shelved.archive), load=partial(archive, project), key=str, name=str),
        dossier=dossier(shelved, records),
        memory=made(shelved),
        readers=Stored(names=shelved.readers, load=partial(tasks, shelved.readers), key=str, name=str),
    )


def tasks(packed: Packed, aspect: str) -> frozenset[str]:
    """The tasks that read an aspect."""
    found: frozenset[object] = taken(packed, frozenset, aspect)
    return frozenset(one for one in found if isinstance(one, str))


def made(shelved: Shelved) -> Memory:
    """What was made, and from what."""
    entries = Stored(names=shelved.entries, load=partial(taken, shelved.entries, Entry), key=str, name=str)
    return replace(shelved.bare.memory, entries=entries)


def dossier(shelved: Shelved, records: Mapping[Key, Record]) -> Dossier:
    """The dossier of these records."""

    def page(kind: Kind, id: str) -> Page:
        return of_kind(records, Page, kind, id)

    def each(name: str, type_: type[Record_], kind: Kind, key: Callable[[str], K]) -> Stored[K, Record_]:
        ids = dict.fromkeys(shelved.ids[name])
        return Stored(names=ids, load=partial(of_kind, records, type_, kind), key=key, name=str)

    disagreements = each("disagreements", Disagreement, Kind.DISAGREEMENT, str)
    joins = shelved.joins
    return replace(
        shelved.bare.dossier,
        home=page(Kind.HOME, "index"),
        pages=each("pages", Page, Kind.PAGE, str),
        sections=tuple(
            Section(page=page(Kind.SECTION, id), explainers=tuple(page(Kind.EXPLAINER, each) for each in explainers))
            for id, explainers in shelved.sections
        ),
        sources=each("sources", Source, Kind.SOURCE, SourceId),
        claims=each("claims", Claim, Kind.CLAIM, ClaimId),
        disagreements=disagreements,
        measures=each("measures", Measure, Kind.MEASURE, MeasureId),
        entities=each("entities", Entity, Kind.ENTITY, EntityId),
        events=each("events", Event, Kind.EVENT, str),
        terms=each("terms", Term, Kind.TERM, str),
        records=records,
        evidence=join(joins["evidence"], Evidence, ClaimId),
        figures=join(joins["figures"], Evidence, MeasureId),
        spoken=join(joins["spoken"], Evidence, EntityId),
        first_told=join(joins["first_told"], Evidence, key),
        works=Stored(names=joins["works"], load=partial(works, joins["works"]), key=EntityId, name=str),
        told_in=join(joins["told_in"], str, key),
        disagreements_on=Stored(
            names=joins["disagreements_on"],
            load=lambda claim: tuple(disagreements[id] for id in several(joins["disagreements_on"], str, claim)),
            key=ClaimId,
            name=str,
        ),
        mentions=join(joins["mentions"], Mention, key),
        targets=Targets(Stored(names=joins["targets"], load=partial(targets, joins["targets"]), key=key, name=str)),
        quotations={one.quoted.place: one for one in shelved.bare.checked},
    )


class Targets(Mapping[tuple[Key, int], Key]):
    """Where wikilinks lead, kept by the record that they stand in."""

    def __init__(self, by_record: Mapping[Key, Mapping[int, Key]]) -> None:
        self.by_record = by_record

    def __getitem__(self, at: tuple[Key, int]) -> Key:
        record, reference = at
        return self.by_record[record][reference]

    def __iter__(self) -> Iterator[tuple[Key, int]]:
        return ((record, reference) for record, found in self.by_record.items() for reference in found)

    def __len__(self) -> int:
        return sum(map(len, self.by_record.values()))


def join(packed: Packed, type_: type[V], key: Callable[[str], K]) -> Stored[K, tuple[V, ...]]:
    """What several records come to together, unpacked where it is asked for."""
    return Stored(names=packed, load=partial(several, packed, type_), key=key, name=str)


def several(packed: Packed, type_: type[V], name: str) -> tuple[V, ...]:
    """Some values that were packed together."""
    found = taken(packed, tuple, name)
    return tuple(one for one in found if isinstance(one, type_))


def works(packed: Packed, name: str) -> tuple[SourceId, ...]:
    """The sources that one entity published or wrote."""
    return tuple(map(SourceId, several(packed, str, name)))


def targets(packed: Packed, name: str) -> dict[int, Key]:
    """Where the wikilinks of one record lead."""
    found = taken(packed, dict, name)
    return {at: key for at, key in found.items() if isinstance(at, int) and isinstance(key, Key)}


def taken(packed: Packed, type_: type[V], name: str) -> V:
    """One value unpacked.

    Raises:
        Lost: when it is of another type.
    """
    found = unpack(packed[name])
    if not isinstance(found, type_):
        raise Lost(name)
    return found


def record(paths: Mapping[str, Filed], shelf: parsing.Shelf, name: str) -> Record:
    """A record as the cache of parsing has it.

    Raises:
        Lost: when it has another by now.
    """
    path, digest = paths[name]
    known = shelf.known(path)
    found = parsing.opened(known).value if known and known[0] == digest else None
    if found is None:
        raise Lost(path)
    return found


def of_kind(records: Mapping[Key, Record], type_: type[Record_], kind: Kind, id: str) -> Record_:
    """The record of one kind with an id."""
    found = records[Key(kind=kind, id=id)]
    if not isinstance(found, type_):
        raise Lost(id)
    return found


def archive(project: Path, id: str) -> str:
    """An archived text, as it lies there."""
    path = f"content/archive/{id}.txt"
    found, _ = contents.text(File(file=os.fspath(project / path), path=path))
    if not isinstance(found, Text):
        raise Lost(path)
    return found.text


def key(name: str) -> Key:
    """The key that is written so."""
    kind, _, id = name.partition(":")
    return Key(kind=Kind(kind), id=id)
