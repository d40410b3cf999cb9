"""The data files: claims, evidence, sources, events and measures, with the same numbers and addresses as the pages."""

from dossier.model.key import Key, Kind, SourceId
from dossier.model.quantity import Quantity
from dossier.model.site import Planned
from dossier.pages.desk import Desk, Link, label, outlet, url_of
from dossier.tables import Cell, Table

FORMATS = ("json", "csv")


def files(desk: Desk) -> tuple[Planned, ...]:
    """Every data file, each table in each format."""
    tables = {
        "claims": claims(desk),
        "evidence": evidence(desk),
        "sources": sources(desk),
        "events": events(desk),
        "measures": measures(desk),
    }
    return tuple(
        Planned(url=f"data/{name}.{form}", maker=form, view=table) for name, table in tables.items() for form in FORMATS
    )


def downloads(name: str, desk: Desk) -> tuple[Link, ...]:
    """The links to one table in each format."""
    return tuple(Link(words=form.upper(), href=desk.href(f"data/{name}.{form}")) for form in FORMATS)


def claims(desk: Desk) -> Table:
    """One row a claim."""
    dossier = desk.dossier
    columns = "number id claim section topics status standing measure sources origins page".split()
    rows = (
        (
            claim.label,
            claim.id,
            claim.statement,
            claim.section,
            claim.topics,
            claim.status.value,
            dossier.standing[claim.id].value,
            claim.measure,
            len({line.source for line in dossier.evidence[claim.id]}),
            len({end.key for line in dossier.evidence[claim.id] for end in line.origins if end.is_named}),
            url_of(claim.key, dossier),
        )
        for claim in dossier.claims.values()
    )
    return Table(columns=tuple(columns), rows=tuple(rows))


def evidence(desk: Desk) -> Table:
    """One row an evidence line, by claim number."""
    columns = "number claim source stance value unit as_of basis speaker locator quotation translated origins".split()
    rows = []
    for claim in desk.dossier.claims.values():
        measure = desk.dossier.measures[claim.measure] if claim.measure else None
        for line in desk.dossier.evidence[claim.id]:
            said = line.saying
            cells: tuple[Cell, ...] = (
                claim.label,
                claim.id,
                line.source,
                said.stance.value,
                worded(said.value),
                measure.unit if measure and said.value else None,
                said.as_of.text if said.as_of else None,
                said.basis.value,
                said.speaker,
                said.locator.text if said.locator else None,
                said.quote.words if said.quote else None,
                said.quote.translated if said.quote else None,
                tuple(str(end.key) for end in line.origins),
            )
            rows.append(cells)
    return Table(columns=tuple(columns), rows=tuple(rows))


def sources(desk: Desk) -> Table:
    """One row a source."""
    columns = "id title publisher authors published inferred kind citation url licence language claims page".split()
    rows = (
        (
            source.id,
            source.title,
            outlet(source, desk) if source.publisher else None,
            source.authors,
            source.published.date.text if source.published.date else None,
            bool(source.published.basis),
            source.kind.value,
            source.citation or None,
            source.url or None,
            source.licence,
            source.language or None,
            tuple(dict.fromkeys(desk.dossier.claims[saying.claim].label for saying in source.says)),
            url_of(source.key, desk.dossier),
        )
        for source in desk.dossier.sources.values()
    )
    return Table(columns=tuple(columns), rows=tuple(rows))


def events(desk: Desk) -> Table:
    """One row an event, in time order."""
    rows = (
        (
            event.id,
            event.date.text if event.date else None,
            event.title,
            tuple(desk.dossier.entities[entity].name for entity in event.entities),
            tuple(desk.dossier.claims[claim].label for claim in event.claims),
            tuple(label(desk.dossier.sources[SourceId(pointer.source)], desk) for pointer in event.sources),
            url_of(Key(kind=Kind.EVENT, id=event.id), desk.dossier),
        )
        for event in desk.dossier.events.values()
    )
    return Table(columns=tuple("id date title entities claims sources page".split()), rows=tuple(rows))


def measures(desk: Desk) -> Table:
    """One row a dated value of a measure; only the values of a comparable measure may be joined into a series."""
    rows = (
        (
            measure.id,
            measure.title,
            measure.unit,
            measure.counts,
            measure.comparable,
            worded(line.saying.value),
            line.saying.as_of.text if line.saying.as_of else None,
            line.source,
            desk.dossier.claims[line.saying.claim].label,
            line.saying.stance.value,
        )
        for measure in desk.dossier.measures.values()
        for line in desk.dossier.figures[measure.id]
    )
    columns = "id title unit counts comparable value as_of source claim stance".split()
    return Table(columns=tuple(columns), rows=tuple(rows))


def worded(value: Quantity | None) -> str | None:
    """A value as it is typed, hedge and all."""
    return value.words if value else None
