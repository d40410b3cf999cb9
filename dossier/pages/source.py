"""Sources: the list of all, and each with what it says, where it errs, and who relies on it."""

from collections.abc import Mapping

from msgspec import Struct

from dossier import urls
from dossier.model.dossier import Evidence
from dossier.model.key import EntityId, Key, Kind
from dossier.model.site import Planned, Task
from dossier.model.source import Defect, Source, Via
from dossier.pages import body as bodies
from dossier.pages import charts, data, description, evidence, facets, lists
from dossier.pages.cards import SourceCard, notes, source_card
from dossier.pages.desk import Desk, Link, label, name, origin_name, outlet, ownership
from dossier.pages.excerpts import Excerpt, excerpts
from dossier.pages.frame import About, Frame, crumb, frame, home_crumb
from dossier.pages.legend import legend
from dossier.pages.opening import opening
from dossier.wording.labels import Order

UNKNOWN = "unknown"  # the licence of a source that states none


class Error(Struct, frozen=True, kw_only=True):
    """Where the source errs, as the editors annotate it."""

    says: str
    note: str
    locator: str


class View(Struct, frozen=True, kw_only=True):
    """What a source's page shows."""

    frame: Frame
    title: str
    lang: str
    is_untitled: bool
    label: str
    outlet: Link
    ownership: str
    authors: tuple[Link, ...]
    kind: str
    published: str
    basis: str
    url: str
    archived_url: str
    accessed: str
    licence: str
    language: str
    citation: str
    via: tuple[Link, ...]
    body: tuple[bodies.Shown, ...]
    rows: tuple[evidence.Row, ...]
    errors: tuple[Error, ...]
    excerpts: tuple[Excerpt, ...]
    events: tuple[Link, ...]


class ListView(Struct, frozen=True, kw_only=True):
    """What the list of sources shows."""

    frame: Frame
    title: str
    body: tuple[bodies.Shown, ...]
    downloads: tuple[Link, ...]
    relays: charts.Relayed | None
    controls: lists.Controls | None
    groups: tuple["Group", ...]


class Group(Struct, frozen=True, kw_only=True):
    """The sources of one kind, by date."""

    kind: str
    sources: tuple["Entry", ...]


class Entry(Struct, frozen=True, kw_only=True):
    """One source of the list."""

    card: SourceCard
    marks: lists.Marks | None


def pages(desk: Desk) -> tuple[Task, ...]:
    """A page for each source."""
    return tuple(desk.task(source.key, page, source) for source in desk.dossier.sources.values())


def index(desk: Desk) -> Planned:
    """The list of sources."""
    desk = desk.at(urls.SOURCES)
    begun = opening("sources", desk.words.labels.sources, desk)
    ordered = sorted(desk.dossier.sources.values(), key=facets.day_key)
    found = lists.listed(questions, {source.id: traits(source, desk) for source in ordered}, desk)
    view = ListView(
        frame=begun.frame,
        title=begun.title,
        body=begun.body,
        downloads=data.downloads("sources", desk, *data.BIBLIOGRAPHY.values()),
        relays=charts.relayed(desk),
        controls=found.controls,
        groups=groups(ordered, found.marks, desk),
    )
    return Planned(url=desk.url, maker="sources.html", view=view)


def groups(ordered: list[Source], marks: Mapping[str, lists.Marks | None], desk: Desk) -> tuple[Group, ...]:
    """The sources by kind, in the order of first reading, each by date."""
    kinds = [kind for kind in desk.words.sources if any(source.kind is kind for source in ordered)]
    return tuple(
        Group(
            kind=desk.words.labels.source_groups[kind],
            sources=tuple(
                Entry(card=source_card(source, desk), marks=marks[source.id])
                for source in ordered
                if source.kind is kind
            ),
        )
        for kind in kinds
    )


def questions(desk: Desk) -> lists.Questions:
    """What the list of sources can be asked."""
    labels = desk.words.labels
    kinds = tuple(lists.Option(value=kind.value, words=labels.source_groups[kind]) for kind in desk.words.sources)
    return lists.Questions(
        noun=desk.words.nouns.source,
        facets=(
            lists.Facet(name="kind", words=labels.kind, options=kinds),
            facets.sections(desk),
            facets.entities("publisher", labels.publisher, desk),
            facets.entities("voice", labels.voices, desk),
            facets.stances(desk),
        ),
        dates=labels.published,
        sorts=(
            lists.Sort(name="kind", words=labels.kind, order=Order.PLACE),
            lists.Sort(name="date", words=labels.date, order=Order.DAY, falls=True),
            lists.Sort(name="title", words=labels.title, order=Order.NAME),
            lists.Sort(name="publisher", words=labels.publisher, order=Order.NAME),
            lists.Sort(name="claims", words=labels.claims, order=Order.AMOUNT, falls=True),
        ),
        grouped_by="kind",
    )


def traits(source: Source, desk: Desk) -> lists.Traits:
    """What one source answers."""
    date, claims = source.published.date, tuple(saying.claim for saying in source.says)
    speakers = (saying.speaker for saying in source.says if saying.speaker)
    writers = (EntityId(words) for words in source.authors if EntityId(words) in desk.dossier.entities)
    return lists.Traits(
        values={
            "kind": (source.kind.value,),
            "section": facets.sections_of(claims, desk),
            "publisher": (source.publisher,) if source.publisher else (),
            "voice": tuple(dict.fromkeys((*writers, *speakers))),
            "stance": tuple(dict.fromkeys(saying.stance.value for saying in source.says)),
        },
        keys={
            "kind": list(desk.words.sources).index(source.kind),
            "date": date.earliest.toordinal() if date else None,
            "title": name(source, desk.words),
            "publisher": outlet(source, desk) if source.publisher else None,
            "claims": len(set(claims)),
        },
        days=(date,) if date else (),
    )


def page(source: Source, desk: Desk) -> Planned:
    """One source's page."""
    lines = said(source, desk)
    used = (*bodies.used(source.body, source.key, desk), *(line_key(line) for line in lines), *evidence.keys(lines))
    title = name(source, desk.words)
    cards = notes((key for key in used if key != source.key), desk)
    about = About(
        record=source,
        title=title,
        description=description.of_source(source, desk),
        crumbs=(home_crumb(desk), crumb(desk.words.labels.sources, urls.SOURCES, desk)),
        headings=source.body.headings,
        notes=cards,
        legend=legend(source.body, cards, lines),
    )
    view = View(
        frame=frame(about, desk),
        title=title,
        lang=desk.lang(source),
        is_untitled=source.title is None,
        label=label(source, desk),
        outlet=desk.entity(source.publisher) if source.publisher else Link(words=outlet(source, desk)),
        ownership=ownership(source, desk),
        authors=tuple(desk.entity_or_words(words) for words in source.authors),
        kind=desk.words.sources[source.kind],
        published=desk.date(source.published.date),
        basis=source.published.basis,
        url=source.url,
        archived_url=source.archived_url,
        accessed=desk.words.date(source.accessed) if source.accessed else "",
        licence=desk.words.labels.not_stated if source.licence == UNKNOWN else source.licence,
        language=desk.words.language_name(source.language) if source.language else "",
        citation=source.citation,
        via=tuple(had_from(via, desk) for via in source.via),
        body=bodies.body(source.body, source.key, desk),
        rows=tuple(evidence.row(line, desk) for line in lines),
        errors=tuple(error(defect) for defect in source.defects),
        excerpts=excerpts(source.key, desk),
        events=desk.told_in(source.key),
    )
    return Planned(url=desk.url, maker="source.html", view=view, told=source.filed.path)


def said(source: Source, desk: Desk) -> tuple[Evidence, ...]:
    """The evidence lines of one source, as typed."""
    return tuple(
        line
        for saying in dict.fromkeys(saying.claim for saying in source.says)
        for line in desk.dossier.evidence[saying]
        if line.source == source.id
    )


def line_key(line: Evidence) -> Key:
    """The claim of an evidence line."""
    return Key(kind=Kind.CLAIM, id=line.saying.claim)


def had_from(via: Via, desk: Desk) -> Link:
    """Where the source had its report from; the basis of an inference stands with it."""
    key = evidence.origin_key(via, desk)
    return Link(words=origin_name(key, desk), href=desk.to(key), note=via.basis)


def error(defect: Defect) -> Error:
    """One annotated error."""
    return Error(says=defect.says, note=defect.note, locator=defect.locator.text if defect.locator else "")
