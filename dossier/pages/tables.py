"""The tables of the data files: what each column means, and the row of each record, as the pages show it."""

from collections.abc import Iterable, Iterator

from dossier.model.claim import Claim, Status
from dossier.model.disagreement import DisagreementType
from dossier.model.dossier import Evidence, Record, Standing
from dossier.model.entity import Entity, EntityKind
from dossier.model.key import EntityId, Key, Kind
from dossier.model.source import Basis, Source, SourceKind
from dossier.pages.columns import (
    AS_OF,
    CLAIM,
    CLAIMS,
    EVIDENCE,
    LOCATOR,
    NUMBER,
    PAGE,
    SOURCE,
    SPEAKER,
    STANCE,
    VALUE,
    amounts,
    dated,
    days,
    identity,
)
from dossier.pages.desk import Desk, origin_name, outlet, url_of
from dossier.pages.evidence import STANCES, anchor, origin_key
from dossier.pages.evidence import everything as all_evidence
from dossier.pages.excerpts import plain
from dossier.pages.quotations import quoting
from dossier.tables import Cell, Column, Holds, Table


def everything(desk: Desk) -> tuple[Table, ...]:
    """Every table, in the order in which a newcomer reads them."""
    return tuple(
        table(desk)
        for table in (
            claims,
            evidence,
            sources,
            origins,
            entities,
            events,
            measures,
            figures,
            disagreements,
            quotations,
            terms,
            corrections,
        )
    )


def claims(desk: Desk) -> Table:
    """One row a claim, by number."""
    columns = (
        identity("the name of the claim's file"),
        Column(name="number", means="the permanent number, as C-14", is_unique=True),
        Column(name="claim", means="the statement"),
        Column(name="section", means="the section that files it"),
        Column(name="topics", means="its topics", is_many=True),
        Column(name="status", means="what the editors say of it", choices=tuple(Status)),
        Column(name="reason", means="why it has this status", may_lack=True),
        Column(name="replaced_by", means="the claim that took its place", refers="claims.id", may_lack=True),
        Column(name="standing", means="how its evidence lies", choices=tuple(one.value for one in Standing)),
        Column(name="supporting", means="how many sources support it", holds=Holds.WHOLE),
        Column(name="origins", means="how many named origins these have", holds=Holds.WHOLE),
        Column(name="qualifying", means="how many sources qualify it", holds=Holds.WHOLE),
        Column(name="disputing", means="how many sources dispute it", holds=Holds.WHOLE),
        Column(name="measure", means="what its values count", refers="measures.id", may_lack=True),
        Column(name="expects", means="what it says will happen", may_lack=True),
        Column(name="outcome", means="what came of it", may_lack=True),
        Column(name="note", means="the editors' note", may_lack=True),
        PAGE,
    )
    rows = (claim_row(claim, desk) for claim in desk.dossier.claims.values())
    return Table(name="claims", means="Every claim of the ledger", columns=columns, rows=tuple(rows))


def claim_row(claim: Claim, desk: Desk) -> tuple[Cell, ...]:
    supporting, qualifying, disputing = by_stance(desk.dossier.evidence[claim.id])
    return (
        claim.id,
        claim.label,
        claim.statement,
        claim.section,
        claim.topics,
        claim.status.value,
        claim.reason or None,
        claim.replaced_by,
        desk.dossier.standing[claim.id].value,
        len({line.source for line in supporting}),
        len({end.key for line in supporting for end in line.origins if end.is_named}),
        len({line.source for line in qualifying}),
        len({line.source for line in disputing}),
        claim.measure,
        claim.expects.what if claim.expects else None,
        claim.expects.outcome or None if claim.expects else None,
        plain(claim, desk) or None,
        url_of(claim.key, desk.dossier),
    )


def by_stance(lines: Iterable[Evidence]) -> list[list[Evidence]]:
    """The lines that support, those that qualify, those that dispute."""
    found = list(lines)
    return [[line for line in found if line.saying.stance is stance] for stance in STANCES]


def evidence(desk: Desk) -> Table:
    """One row an evidence line, by the number of its claim."""
    columns = (
        identity("the line: its source, and its place there"),
        NUMBER,
        CLAIM,
        SOURCE,
        STANCE,
        *VALUE,
        Column(name="unit", means="the unit of the value", may_lack=True),
        *AS_OF,
        Column(name="basis", means="on whose word the source says so", choices=tuple(Basis)),
        SPEAKER,
        LOCATOR,
        Column(name="quotation", means="the speaker's words, as the source prints them", may_lack=True),
        Column(name="is_translated", means="whether these are a translation", holds=Holds.FLAG, may_lack=True),
        Column(name="origins", means="where this was first had from", refers="origins.id", is_many=True),
        PAGE,
    )
    rows = (evidence_row(line, desk) for line in all_evidence(desk))
    return Table(name="evidence", means="What each source says of each claim", columns=columns, rows=tuple(rows))


def evidence_row(line: Evidence, desk: Desk) -> tuple[Cell, ...]:
    said = line.saying
    claim = desk.dossier.claims[said.claim]
    measure = desk.dossier.measures[claim.measure] if claim.measure else None
    return (
        anchor(line),
        claim.label,
        claim.id,
        line.source,
        said.stance.value,
        *amounts(said.value),
        measure.unit if measure and said.value else None,
        *dated(said.as_of),
        said.basis.value,
        said.speaker,
        said.locator.text if said.locator else None,
        said.quote.words if said.quote else None,
        said.quote.translated if said.quote else None,
        tuple(str(end.key) for end in line.origins),
        f"{url_of(claim.key, desk.dossier)}#{anchor(line)}",
    )


def sources(desk: Desk) -> Table:
    """One row a source."""
    columns = (
        identity("the name of the source's file, and its key in the bibliography"),
        Column(name="title", means="its title", may_lack=True),
        Column(name="publisher", means="who published it", refers="entities.id", may_lack=True),
        Column(name="outlet", means="the publisher's name", may_lack=True),
        Column(name="authors", means="who wrote it, by name", is_many=True),
        *days("published", "when it appeared"),
        Column(name="dated_by", means="how an inferred date was found", may_lack=True),
        Column(name="kind", means="what it is", choices=tuple(SourceKind)),
        Column(name="citation", means="its legal citation", may_lack=True),
        Column(name="url", means="its address", may_lack=True),
        Column(name="archived_url", means="the address of an archived copy", may_lack=True),
        Column(name="accessed", means="when the address was read, in EDTF", may_lack=True),
        Column(name="licence", means="an SPDX id, public-domain, all-rights-reserved or unknown"),
        Column(name="language", means="its language, by BCP 47", may_lack=True),
        Column(name="via", means="where it had its report from, when it says so", refers="origins.id", is_many=True),
        CLAIMS,
        PAGE,
    )
    rows = (source_row(source, desk) for source in desk.dossier.sources.values())
    return Table(name="sources", means="Every article, law and document", columns=columns, rows=tuple(rows))


def source_row(source: Source, desk: Desk) -> tuple[Cell, ...]:
    spoken_to = dict.fromkeys(desk.dossier.claims[saying.claim].label for saying in source.says)
    return (
        source.id,
        source.title,
        source.publisher,
        outlet(source, desk) if source.publisher else None,
        tuple(author(words, desk) for words in source.authors),
        *dated(source.published.date),
        source.published.basis or None,
        source.kind.value,
        source.citation or None,
        source.url or None,
        source.archived_url or None,
        source.accessed.text if source.accessed else None,
        source.licence,
        source.language or None,
        tuple(str(origin_key(via, desk)) for via in source.via),
        tuple(spoken_to),
        url_of(source.key, desk.dossier),
    )


def author(words: str, desk: Desk) -> str:
    """An author's name: that of the entity of this id, else the words themselves."""
    entity = desk.dossier.entities.get(EntityId(words))
    return entity.name if entity else words


def origins(desk: Desk) -> Table:
    """One row a source or an entity from which something was had."""
    columns = (
        identity("its kind and its id"),
        Column(name="name", means="what it is called"),
        Column(name="entity", means="the entity, if it is one", refers="entities.id", may_lack=True),
        Column(name="source", means="the source, if it is one", refers="sources.id", may_lack=True),
        Column(name="is_named", means="whether it is known by name, and so counted", holds=Holds.FLAG),
    )
    found = {end.key for line in all_evidence(desk) for end in line.origins}
    found |= {origin_key(via, desk) for source in desk.dossier.sources.values() for via in source.via}
    rows = (origin_row(key, desk) for key in sorted(found))
    return Table(name="origins", means="Where statements were first had from", columns=columns, rows=tuple(rows))


def origin_row(key: Key, desk: Desk) -> tuple[Cell, ...]:
    record = desk.dossier.records[key]
    is_unnamed = isinstance(record, Entity) and record.kind is EntityKind.UNNAMED
    return (
        str(key),
        origin_name(key, desk),
        key.id if key.kind is Kind.ENTITY else None,
        key.id if key.kind is Kind.SOURCE else None,
        not is_unnamed,
    )


def entities(desk: Desk) -> Table:
    """One row an entity."""
    columns = (
        identity("the name of the entity's file"),
        Column(name="name", means="what it is called"),
        Column(name="kind", means="what it is", choices=tuple(EntityKind)),
        Column(name="aliases", means="its other names", is_many=True),
        Column(name="roles", means="its offices, without their dates", is_many=True),
        Column(name="ownership", means="who owns it", may_lack=True),
        Column(name="country", means="its country", may_lack=True),
        Column(name="text", means="the source with an instrument's text", refers="sources.id", may_lack=True),
        PAGE,
    )
    rows = (
        (
            entity.id,
            entity.name,
            entity.kind.value,
            entity.aliases,
            tuple(role.title for role in entity.roles),
            entity.ownership or None,
            entity.country or None,
            entity.text,
            url_of(entity.key, desk.dossier),
        )
        for entity in desk.dossier.entities.values()
    )
    means = "Every person, organisation, outlet, place, instrument and unnamed voice"
    return Table(name="entities", means=means, columns=columns, rows=tuple(rows))


def events(desk: Desk) -> Table:
    """One row an event, in time order."""
    columns = (
        identity("the name of the event's file"),
        *days("date", "when it happened"),
        Column(name="title", means="what happened"),
        Column(name="entities", means="who took part", refers="entities.id", is_many=True),
        CLAIMS,
        Column(name="sources", means="its sources besides those of its claims", refers="sources.id", is_many=True),
        PAGE,
    )
    rows = (
        (
            event.id,
            *dated(event.date),
            event.title,
            event.entities,
            tuple(desk.dossier.claims[claim].label for claim in event.claims),
            tuple(pointer.source for pointer in event.sources),
            url_of(event.key, desk.dossier),
        )
        for event in desk.dossier.events.values()
    )
    return Table(name="events", means="Everything on the timeline", columns=columns, rows=tuple(rows))


def measures(desk: Desk) -> Table:
    """One row a measure."""
    columns = (
        identity("the name of the measure's file"),
        Column(name="title", means="what is counted, in brief"),
        Column(name="unit", means="the unit of its values"),
        Column(name="counts", means="what is counted and what is not"),
        Column(name="is_comparable", means="whether its values may stand in one series", holds=Holds.FLAG),
        PAGE,
    )
    rows = (
        (
            measure.id,
            measure.title,
            measure.unit,
            measure.counts,
            measure.comparable,
            url_of(measure.key, desk.dossier),
        )
        for measure in desk.dossier.measures.values()
    )
    return Table(name="measures", means="Everything that is counted", columns=columns, rows=tuple(rows))


def figures(desk: Desk) -> Table:
    """One row a dated value of a measure; only the values of a comparable measure may be joined into a series."""
    columns = (
        EVIDENCE,
        Column(name="measure", means="what is counted", refers="measures.id"),
        *VALUE,
        *AS_OF,
        NUMBER,
        SOURCE,
        STANCE,
    )
    rows = (
        (
            anchor(line),
            measure,
            *amounts(line.saying.value),
            *dated(line.saying.as_of),
            desk.dossier.claims[line.saying.claim].label,
            line.source,
            line.saying.stance.value,
        )
        for measure, found in desk.dossier.figures.items()
        for line in found
    )
    return Table(name="figures", means="Every dated value of a measure", columns=columns, rows=tuple(rows))


def disagreements(desk: Desk) -> Table:
    """One row a disagreement, by number."""
    columns = (
        identity("the name of the disagreement's file"),
        Column(name="number", means="the permanent number, as D-3", is_unique=True),
        Column(name="title", means="what differs"),
        Column(name="type", means="in which way", choices=tuple(DisagreementType)),
        CLAIMS,
        Column(name="note", means="the editors' neutral note", may_lack=True),
        PAGE,
    )
    rows = (
        (
            record.id,
            record.label,
            record.title,
            record.type.value,
            tuple(desk.dossier.claims[claim].label for claim in record.claims),
            plain(record, desk) or None,
            url_of(record.key, desk.dossier),
        )
        for record in desk.dossier.disagreements.values()
    )
    return Table(name="disagreements", means="Where statements differ", columns=columns, rows=tuple(rows))


def quotations(desk: Desk) -> Table:
    """One row a quotation, as on the page of quotations."""
    columns = (
        EVIDENCE,
        Column(name="words", means="the words, as the source prints them"),
        Column(name="is_translated", means="whether they are a translation", holds=Holds.FLAG),
        SPEAKER,
        *AS_OF,
        SOURCE,
        LOCATOR,
        NUMBER,
    )
    rows = (
        (
            anchor(line),
            line.saying.quote.words,
            line.saying.quote.translated,
            line.saying.speaker,
            *dated(line.saying.as_of),
            line.source,
            line.saying.locator.text if line.saying.locator else None,
            desk.dossier.claims[line.saying.claim].label,
        )
        for line in quoting(desk)
        if line.saying.quote
    )
    return Table(name="quotations", means="Words quoted as evidence, each once", columns=columns, rows=tuple(rows))


def terms(desk: Desk) -> Table:
    """One row a term of the glossary."""
    columns = (
        identity("the name of the term's file"),
        Column(name="term", means="the term"),
        Column(name="aliases", means="its other forms", is_many=True),
        Column(name="definition", means="what it means here, in plain words", may_lack=True),
        PAGE,
    )
    rows = (
        (term.id, term.term, term.aliases, plain(term, desk) or None, url_of(term.key, desk.dossier))
        for term in desk.dossier.terms.values()
    )
    return Table(name="terms", means="The glossary", columns=columns, rows=tuple(rows))


def corrections(desk: Desk) -> Table:
    """One row a correction."""
    columns = (
        identity("the record, and the place of the correction there"),
        Column(name="record", means="what was corrected: its kind and its id"),
        *days("date", "when it was corrected"),
        Column(name="was", means="what was published", may_lack=True),
        Column(name="now", means="what stands now", may_lack=True),
        Column(name="why", means="the reason", may_lack=True),
        Column(name="is_minor", means="whether it is minor, such as of spelling", holds=Holds.FLAG),
        PAGE,
    )
    rows = (row for record in desk.dossier.records.values() for row in corrections_of(record, desk))
    return Table(name="corrections", means="Every correction", columns=columns, rows=tuple(rows))


def corrections_of(record: Record, desk: Desk) -> Iterator[tuple[Cell, ...]]:
    """The corrections of one record, as typed."""
    for at, one in enumerate(record.filed.corrections, start=1):
        words = (one.was or None, one.now or None, one.why or None)
        page = url_of(record.key, desk.dossier)
        yield (f"{record.key}-{at}", str(record.key), *dated(one.date), *words, one.minor, page)
