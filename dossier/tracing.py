"""What a task asks of the dossier, noted as it asks, so that a later build knows which tasks would come out the same.

Nobody writes down what a page depends on: the page reads a dossier that notes what is read. An aspect is the smallest
thing that can change by itself, and each has a digest: the outline of a record, which is all that its front matter
says; its body; who mentions it; what all records of a kind say in their outlines; and so on. What a task made is what
it would make again, as long as every aspect that it read has the digest that it had.
"""

from collections.abc import Callable, ItemsView, Iterable, Iterator, KeysView, Mapping, ValuesView
from contextlib import contextmanager
from hashlib import blake2b
from typing import Generic, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from dossier.model.disagreement import Disagreement
from dossier.model.dossier import Dossier, Evidence, Mention, Record, Section
from dossier.model.key import Key, Kind
from dossier.model.prose import Prose, Reference, Unit
from dossier.model.quotation import Checked
from dossier.problems import Place

K = TypeVar("K")
V = TypeVar("V")
V_co = TypeVar("V_co", covariant=True)
Record_ = TypeVar("Record_", bound=Record)

BODY, PART = "body of ", " § "
READ_IN_PROSE = frozenset(("segments", "references", "headings", "units"))
KINDS = {
    "pages": Kind.PAGE,
    "sources": Kind.SOURCE,
    "claims": Kind.CLAIM,
    "disagreements": Kind.DISAGREEMENT,
    "measures": Kind.MEASURE,
    "entities": Kind.ENTITY,
    "events": Kind.EVENT,
    "terms": Kind.TERM,
}


class Watch(Struct):
    """What was read since one last asked."""

    read: set[str] = field(default_factory=set)

    @contextmanager
    def apart(self) -> Iterator[set[str]]:
        """What is read meanwhile, which is not taken for read by those outside."""
        outside, self.read = self.read, set()
        try:
            yield self.read
        finally:
            self.read = outside

    def taken(self) -> frozenset[str]:
        """All of it; then nothing has been read."""
        found, self.read = frozenset(self.read), set()
        return found


class Watched(Mapping[K, V_co], Generic[K, V_co]):
    """A mapping that notes which entry is read, by the words for ``one`` and its key, or that ``all`` are."""

    def __init__(self, held: Mapping[K, V_co], *, one: str, all: str, watch: Watch) -> None:
        self.held, self.one, self.all, self.watch = held, one, all, watch

    def __getitem__(self, key: K) -> V_co:
        self.watch.read.add(f"{self.one}{told(key)}")
        return self.held[key]

    def __iter__(self) -> Iterator[K]:
        self.watch.read.add(self.all)
        return iter(self.held)

    def __len__(self) -> int:
        self.watch.read.add(self.all)
        return len(self.held)

    def keys(self) -> KeysView[K]:
        """All keys."""
        self.watch.read.add(self.all)
        return self.held.keys()

    def values(self) -> ValuesView[V_co]:
        """All values."""
        self.watch.read.add(self.all)
        return self.held.values()

    def items(self) -> ItemsView[K, V_co]:
        """All entries."""
        self.watch.read.add(self.all)
        return self.held.items()


class WatchedProse(Prose):
    """A body that notes when anything of it is read, or a single unit."""

    _watched: tuple[Prose, str, Watch]

    def __init__(self, prose: Prose, aspect: str, watch: Watch) -> None:
        object.__setattr__(self, "_watched", (prose, aspect, watch))

    def __getattribute__(self, name: str) -> object:
        if name not in READ_IN_PROSE:
            return object.__getattribute__(self, name)
        prose, aspect, watch = object.__getattribute__(self, "_watched")
        watch.read.add(aspect)
        return getattr(prose, name)

    def unit(self, at: int) -> Unit:
        """One unit."""
        prose, aspect, watch = self._watched
        watch.read.add(part(aspect, str(at)))
        return prose.units[at]

    def reference(self, at: int) -> Reference:
        """One reference, wherever it stands."""
        prose, aspect, watch = self._watched
        watch.read.add(part(aspect, "references"))
        return prose.references[at]


class Shown(Mapping[K, V], Generic[K, V]):
    """A mapping whose values are shown another way, each from when it is first asked for."""

    def __init__(self, held: Mapping[K, V], way: Callable[[V], V]) -> None:
        self.held, self.way = held, way

    def __getitem__(self, key: K) -> V:
        return self.way(self.held[key])

    def __iter__(self) -> Iterator[K]:
        return iter(self.held)

    def __len__(self) -> int:
        return len(self.held)


class Outlines(Struct, frozen=True, kw_only=True):
    """Records and joins as tasks get to see them; ``made`` holds every record that was met."""

    watch: Watch
    made: dict[Key, Record] = field(default_factory=dict)

    def outlined(self, record: Record_) -> Record_:
        """A record whose body notes when it is read."""
        made = self.made.get(record.key)
        if isinstance(made, type(record)):
            return made
        prose = WatchedProse(record.body, body_of(record.key), self.watch)
        self.made[record.key] = outline = replace(record, body=prose)
        return outline

    def section(self, section: Section) -> Section:
        """A section with its pages."""
        return Section(page=self.outlined(section.page), explainers=tuple(map(self.outlined, section.explainers)))

    def kind(self, name: str, held: Mapping[K, Record_]) -> Watched[K, Record_]:
        """The records of one kind."""
        found = Shown(held=held, way=self.outlined)
        return Watched(held=found, one=f"{KINDS[name]}:", all=all_of(name), watch=self.watch)

    def join(self, name: str, held: Mapping[K, V]) -> Watched[K, V]:
        """What the records come to together."""
        return Watched(held=held, one=f"{name} of ", all=all_of(name), watch=self.watch)

    def disputed(self, found: tuple[Disagreement, ...]) -> tuple[Disagreement, ...]:
        """The disagreements that a claim is part of."""
        return tuple(map(self.outlined, found))


def watched(dossier: Dossier, watch: Watch) -> Dossier:
    """The same dossier, which notes what is read of it.

    Settings, whether there is anything dated, and the outlines of the home page and of sections are not noted: every
    page shows them.
    """
    seen = Outlines(watch=watch)
    return replace(
        dossier,
        home=seen.outlined(dossier.home),
        sections=tuple(map(seen.section, dossier.sections)),
        pages=seen.kind("pages", dossier.pages),
        sources=seen.kind("sources", dossier.sources),
        claims=seen.kind("claims", dossier.claims),
        disagreements=seen.kind("disagreements", dossier.disagreements),
        measures=seen.kind("measures", dossier.measures),
        entities=seen.kind("entities", dossier.entities),
        events=seen.kind("events", dossier.events),
        terms=seen.kind("terms", dossier.terms),
        records=Watched(
            held=Shown(held=dossier.records, way=seen.outlined), one="", all=all_of("records"), watch=watch
        ),
        media=seen.join("media", dossier.media),
        evidence=seen.join("evidence", dossier.evidence),
        figures=seen.join("figures", dossier.figures),
        spoken=seen.join("spoken", dossier.spoken),
        first_told=seen.join("first_told", dossier.first_told),
        works=seen.join("works", dossier.works),
        told_in=seen.join("told_in", dossier.told_in),
        standing=seen.join("standing", dossier.standing),
        mentions=seen.join("mentions", dossier.mentions),
        targets=seen.join("targets", dossier.targets),
        quotations=seen.join("quotations", dossier.quotations),
        disagreements_on=seen.join("disagreements_on", Shown(held=dossier.disagreements_on, way=seen.disputed)),
    )


def body_of(key: Key) -> str:
    """The aspect of a record's body."""
    return f"{BODY}{key}"


def quotation_at(place: Place) -> str:
    """The aspect of what came of looking up the quotation at a place."""
    return f"quotations of {told(place)}"


def part(aspect: str, name: str) -> str:
    """The aspect of a part of a body: one unit by its index, or all references wherever they stand."""
    return f"{aspect}{PART}{name}"


def digest(aspects: Mapping[str, str], aspect: str) -> str | None:
    """What an aspect is at present, in short; that of a part is that of the whole, of which more may have changed."""
    return aspects.get(aspect.partition(PART)[0] if aspect.startswith(BODY) else aspect)


def all_of(name: str) -> str:
    """The aspect of everything in one mapping of the dossier."""
    return f"all {name}"


def told(key: object) -> str:
    """A key in the words of an aspect."""
    match key:
        case (first, second):
            return f"{first}#{second}"
    return str(key)


class Marks(Struct, frozen=True, kw_only=True):
    """The digests of one file: of a record's outline, and of its body."""

    outline: str
    body: str


def digests(dossier: Dossier, marks: Mapping[Key, Marks]) -> dict[str, str]:
    """What every aspect of a dossier is at present, in short; an aspect that is not there is of what is not there.

    ``marks`` may be those of more records: one that readers may not see yet is not there.
    """
    marks = {key: marks[key] for key in dossier.records}
    joins = joined(dossier, marks)
    kinds: dict[str, Iterable[Record]] = {
        "pages": dossier.pages.values(),
        "sources": dossier.sources.values(),
        "claims": dossier.claims.values(),
        "disagreements": dossier.disagreements.values(),
        "measures": dossier.measures.values(),
        "entities": dossier.entities.values(),
        "events": dossier.events.values(),
        "terms": dossier.terms.values(),
        "records": dossier.records.values(),
    }
    return {
        **{told(key): mark.outline for key, mark in marks.items()},
        **{body_of(key): mark.body for key, mark in marks.items()},
        **{aspect: digest for name, entries in joins.items() for aspect, digest in aspects(name, entries).items()},
        **{all_of(name): short(marks[record.key].outline for record in records) for name, records in kinds.items()},
    }


def joined(dossier: Dossier, marks: Mapping[Key, Marks]) -> dict[str, dict[str, str]]:
    """What the records come to together, in short: each entry of each join."""

    def outline(key: Key) -> str:
        return marks[key].outline

    def evidence(lines: Iterable[Evidence]) -> str:
        return short(
            word
            for line in lines
            for word in (
                f"{line.source}#{line.line}",
                outline(Key(kind=Kind.SOURCE, id=line.source)),
                *(f"{end.key}{end.is_named}" for end in line.origins),
            )
        )

    return {
        "media": {file: repr(medium) for file, medium in dossier.media.items()},
        "evidence": {claim: evidence(lines) for claim, lines in dossier.evidence.items()},
        "figures": {measure: evidence(lines) for measure, lines in dossier.figures.items()},
        "spoken": {speaker: evidence(lines) for speaker, lines in dossier.spoken.items()},
        "first_told": {told(origin): evidence(lines) for origin, lines in dossier.first_told.items()},
        "works": {
            maker: short(outline(Key(kind=Kind.SOURCE, id=id)) for id in works)
            for maker, works in dossier.works.items()
        },
        "told_in": {
            told(key): short(outline(Key(kind=Kind.EVENT, id=id)) for id in events)
            for key, events in dossier.told_in.items()
        },
        "standing": {claim: standing.value for claim, standing in dossier.standing.items()},
        "mentions": {told(key): mentions(found) for key, found in dossier.mentions.items()},
        "targets": {told(at): str(key) for at, key in dossier.targets.items()},
        "quotations": quoted(dossier.quotations),
        "disagreements_on": {
            claim: short(outline(record.key) for record in found) for claim, found in dossier.disagreements_on.items()
        },
    }


def quoted(quotations: Mapping[Place, Checked]) -> dict[str, str]:
    """What came of looking up each quotation, in short, by its place."""
    return {told(place): verified(checked) for place, checked in quotations.items()}


def of_quotations(quotations: Mapping[Place, Checked]) -> dict[str, str]:
    """The aspects of what came of looking up quotations."""
    return aspects("quotations", quoted(quotations))


def aspects(name: str, entries: Mapping[str, str]) -> dict[str, str]:
    """The aspects of one join: each of its entries, and all of them."""
    each = {f"{name} of {key}": digest for key, digest in entries.items()}
    return {**each, all_of(name): short((*entries, *entries.values()))}


def mentions(found: Iterable[Mention]) -> str:
    """Who mentions a record, and where."""
    return short(f"{mention.by}#{mention.unit}#{mention.reference}" for mention in found)


def verified(checked: Checked) -> str:
    """What came of looking up a quotation, as far as a reader is told."""
    return repr((checked.how.value, checked.source, checked.where, checked.astray, checked.changed, checked.quoted))


def short(words: Iterable[str]) -> str:
    """A short name for these very words in this order."""
    return blake2b("\n".join(words).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
