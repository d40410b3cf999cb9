"""The joining of all records into one dossier."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from dossier.link import bodies, clashes
from dossier.link.directory import Directory, directory
from dossier.link.following import by_id
from dossier.link.origins import origins, standing
from dossier.model import heads
from dossier.model.claim import Claim
from dossier.model.disagreement import Disagreement
from dossier.model.dossier import Dossier, Evidence, Mention, Record, Section
from dossier.model.entity import Entity
from dossier.model.event import Event
from dossier.model.key import ClaimId, EntityId, Key, Kind, MeasureId, SourceId
from dossier.model.measure import Measure
from dossier.model.media import Medium
from dossier.model.page import Page
from dossier.model.settings import Settings
from dossier.model.source import Source
from dossier.model.term import Term
from dossier.problems import Problem


class Linked(Struct, frozen=True, kw_only=True):
    """The whole dossier, or None where its home page or settings are missing, and what leads nowhere in it."""

    dossier: Dossier | None
    problems: tuple[Problem, ...]


class Joins(Struct, frozen=True, kw_only=True):
    """What following every reference gives: mentions and evidence by target, and the targets of wikilinks."""

    mentions: Mapping[Key, tuple[Mention, ...]]
    targets: Mapping[tuple[Key, int], Key]
    evidence: Mapping[ClaimId, tuple[Evidence, ...]]
    figures: Mapping[MeasureId, tuple[Evidence, ...]]


class Material(Struct, frozen=True, kw_only=True):
    """All that a dossier is joined from.

    ``pictures`` are the files of the media folder, ``media`` what is said of them. ``broken`` are records whose own
    files are at fault, with the names read of them; ``withheld`` are those that readers may not see.
    """

    records: tuple[Record, ...]
    settings: Settings | None
    media: tuple[Medium, ...] = ()
    pictures: frozenset[str] = frozenset()
    broken: Mapping[Key, tuple[str, ...]]
    withheld: tuple[Record, ...] = ()


def dossier(material: Material) -> Linked:
    """The dossier that the records make together; what leads to a broken record is passed over in silence."""
    ordered = sorted(material.records, key=lambda record: (record.key, record.filed.path))
    by_key: dict[Key, Record] = {}
    for record in ordered:
        by_key.setdefault(record.key, record)
    headless = clashes.without_page(by_key, material.settings)
    book = directory(by_key, broken={**headless, **material.broken}, withheld=material.withheld)
    joins, astray = joined(book)
    problems = (
        *clashes.home(book, material.settings),
        *clashes.ids(ordered),
        *clashes.numbers(by_key.values()),
        *clashes.sections(book, material.settings, material.broken),
        *clashes.topics(by_key.values(), material.settings),
        *clashes.media(material.media, material.pictures),
        *named_in_heads(book),
        *astray,
        *shown(book, joins, material),
    )
    home = by_key.get(Key(kind=Kind.HOME, id="index"))
    if material.settings is None or not isinstance(home, Page):
        return Linked(dossier=None, problems=problems)
    return Linked(dossier=assembled(by_key, home, material, material.settings, joins), problems=problems)


def shown(book: Directory, joins: Joins, material: Material) -> Iterator[Problem]:
    """Pictures and values that bodies show and nobody has; a value may only be lost with a broken file."""
    claims = {record.id: record for record in book.records.values() if isinstance(record, Claim)}
    sources = book.ids([Kind.SOURCE])
    may_be_lost = any(key.kind in (Kind.SOURCE, Kind.CLAIM) for key in material.broken)
    for record in book.records.values():
        yield from bodies.without_file(record, material.pictures)
        if not may_be_lost:
            yield from bodies.without_value(record, joins.figures, claims, sources)


def named_in_heads(book: Directory) -> tuple[Problem, ...]:
    """What front matter names that does not exist."""
    found = (
        by_id(named.id, named.kinds, named.place, book).problem
        for record in book.records.values()
        for named in heads.named(record)
        if not named.or_words
    )
    return tuple(problem for problem in found if problem)


def joined(book: Directory) -> tuple[Joins, tuple[Problem, ...]]:
    """Every reference of every body, followed, and the problems of those that lead nowhere."""
    mentions: dict[Key, list[Mention]] = defaultdict(list)
    targets: dict[tuple[Key, int], Key] = {}
    problems: list[Problem] = []
    for record in book.records.values():
        units = bodies.units_of(record)
        for lead in bodies.leads(record, book):
            if lead.followed.problem:
                problems.append(lead.followed.problem)
            if lead.followed.target is None:
                continue
            targets.setdefault((record.key, lead.reference), lead.followed.target)
            mention = bodies.mention(record, lead, units)
            if mention:
                mentions[lead.followed.target].append(mention)
    kept = {key: tuple(dict.fromkeys(found)) for key, found in sorted(mentions.items())}
    evidence = evidence_by_claim(book)
    figures = figures_by_measure(book, evidence)
    return Joins(mentions=kept, targets=targets, evidence=evidence, figures=figures), tuple(problems)


def evidence_by_claim(book: Directory) -> dict[ClaimId, tuple[Evidence, ...]]:
    """For each claim that exists its evidence, oldest first, then by source; lines on other claims are left out."""
    lines: dict[ClaimId, list[Evidence]] = {
        record.id: [] for record in book.records.values() if isinstance(record, Claim)
    }
    for source in book.records.values():
        if isinstance(source, Source):
            for at, saying in enumerate(source.says):
                if saying.claim in lines:
                    ends = origins(source, saying, book.records)
                    lines[saying.claim].append(Evidence(source=source.id, line=at, saying=saying, origins=ends))
    return {claim: tuple(sorted(found, key=lambda line: line.order)) for claim, found in lines.items()}


def figures_by_measure(
    book: Directory, evidence: Mapping[ClaimId, tuple[Evidence, ...]]
) -> dict[MeasureId, tuple[Evidence, ...]]:
    """For each measure the evidence lines that give it a value, oldest first."""
    lines: dict[MeasureId, list[Evidence]] = {
        record.id: [] for record in book.records.values() if isinstance(record, Measure)
    }
    for record in book.records.values():
        if isinstance(record, Claim) and record.measure in lines and record.measure:
            lines[record.measure] += [line for line in evidence[record.id] if line.saying.value]
    return {measure: tuple(sorted(found, key=lambda line: line.order)) for measure, found in lines.items()}


def assembled(
    records: Mapping[Key, Record], home: Page, material: Material, settings: Settings, joins: Joins
) -> Dossier:
    """The dossier, once all is followed."""
    everything = records.values()
    disagreements = [record for record in everything if isinstance(record, Disagreement)]
    claims = in_number_order(record for record in everything if isinstance(record, Claim))
    lines = [line for claim in claims for line in joins.evidence[claim]]
    return Dossier(
        settings=settings,
        home=home,
        pages={page.id: page for page in everything if isinstance(page, Page) and page.kind is Kind.PAGE},
        sections=sections(records, settings),
        sources={source.id: source for source in everything if isinstance(source, Source)},
        claims=claims,
        disagreements={record.id: record for record in sorted(disagreements, key=lambda record: record.number)},
        measures={measure.id: measure for measure in everything if isinstance(measure, Measure)},
        entities={entity.id: entity for entity in everything if isinstance(entity, Entity)},
        events={event.id: event for event in in_time_order(everything)},
        terms={term.id: term for term in everything if isinstance(term, Term)},
        media={medium.file: medium for medium in material.media},
        records=records,
        evidence=joins.evidence,
        figures=joins.figures,
        spoken=by_speaker(lines),
        first_told=by_origin(lines),
        works=by_maker(everything),
        told_in=by_part(in_time_order(everything), joins.evidence),
        standing={claim: standing(lines) for claim, lines in joins.evidence.items()},
        disagreements_on=disagreements_on(disagreements),
        mentions=joins.mentions,
        targets=joins.targets,
        is_dated=any(is_dated(record) for record in everything),
    )


def by_speaker(lines: Iterable[Evidence]) -> dict[EntityId, tuple[Evidence, ...]]:
    """The evidence of each speaker."""
    found: dict[EntityId, list[Evidence]] = defaultdict(list)
    for line in lines:
        if line.saying.speaker:
            found[line.saying.speaker].append(line)
    return {speaker: tuple(told) for speaker, told in found.items()}


def by_origin(lines: Iterable[Evidence]) -> dict[Key, tuple[Evidence, ...]]:
    """The evidence that goes back to each origin."""
    found: dict[Key, list[Evidence]] = defaultdict(list)
    for line in lines:
        for end in line.origins:
            found[end.key].append(line)
    return {origin: tuple(told) for origin, told in found.items()}


def by_maker(records: Iterable[Record]) -> dict[EntityId, tuple[SourceId, ...]]:
    """The sources that each entity published or wrote."""
    found: dict[EntityId, list[SourceId]] = defaultdict(list)
    for source in records:
        if isinstance(source, Source):
            for maker in dict.fromkeys((source.publisher, *source.authors)):
                if maker:
                    found[EntityId(maker)].append(source.id)
    return {maker: tuple(made) for maker, made in found.items()}


def by_part(events: Iterable[Event], evidence: Mapping[ClaimId, tuple[Evidence, ...]]) -> dict[Key, tuple[str, ...]]:
    """The events that name each entity and claim, and that rest on each source: one that they or their claims name."""
    found: dict[Key, list[str]] = defaultdict(list)
    for event in events:
        sources = [pointer.source for pointer in event.sources]
        sources += [line.source for claim in event.claims for line in evidence.get(claim, ())]
        keys = (
            *(Key(kind=Kind.ENTITY, id=id) for id in event.entities),
            *(Key(kind=Kind.CLAIM, id=id) for id in event.claims),
            *(Key(kind=Kind.SOURCE, id=id) for id in sources),
        )
        for key in dict.fromkeys(keys):
            found[key].append(event.id)
    return {key: tuple(told) for key, told in found.items()}


def is_dated(record: Record) -> bool:
    """Whether editors dated this page of a section, or a correction of the record that is no small one."""
    is_published = isinstance(record, Page) and record.kind in (Kind.SECTION, Kind.EXPLAINER) and record.published
    return bool(is_published) or any(not correction.minor for correction in record.filed.corrections)


def in_number_order(claims: Iterable[Claim]) -> dict[ClaimId, Claim]:
    """Claims by their permanent number."""
    return {claim.id: claim for claim in sorted(claims, key=lambda claim: claim.number)}


def in_time_order(records: Iterable[Record]) -> list[Event]:
    """Events by date; those without one come last."""
    events = [record for record in records if isinstance(record, Event)]
    dated = [event for event in events if event.date]
    dated.sort(key=lambda event: (event.date, event.id))
    return dated + [event for event in events if not event.date]


def disagreements_on(disagreements: Iterable[Disagreement]) -> dict[ClaimId, tuple[Disagreement, ...]]:
    """For each claim the disagreements it is part of, by number."""
    found: dict[ClaimId, list[Disagreement]] = defaultdict(list)
    for disagreement in sorted(disagreements, key=lambda record: record.number):
        for claim in disagreement.claims:
            found[claim].append(disagreement)
    return {claim: tuple(records) for claim, records in sorted(found.items())}


def sections(records: Mapping[Key, Record], settings: Settings) -> tuple[Section, ...]:
    """The sections in the order of the settings, each with its pages in reading order."""
    explainers = [record for record in records.values() if isinstance(record, Page) and record.kind is Kind.EXPLAINER]
    explainers.sort(key=lambda page: (page.order is None, page.order or 0, page.title, page.id))
    found = []
    for id in settings.sections:
        page = records.get(Key(kind=Kind.SECTION, id=id))
        if isinstance(page, Page):
            found.append(Section(page=page, explainers=tuple(p for p in explainers if p.section == id)))
    return tuple(found)
