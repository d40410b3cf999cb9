"""The search page, and what can be found: every page by its parts, and every record, in the words that pages show."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from dossier import urls
from dossier.model.claim import Claim, Status
from dossier.model.disagreement import Disagreement
from dossier.model.entity import Entity
from dossier.model.event import Event
from dossier.model.key import Kind
from dossier.model.measure import Measure
from dossier.model.page import Page
from dossier.model.prose import Heading, Unit, UnitKind
from dossier.model.site import Planned
from dossier.model.source import Source
from dossier.model.term import Term
from dossier.pages.desk import Desk, Link, label, name, url_of
from dossier.pages.excerpts import plain, told
from dossier.pages.frame import About, Frame, footer, frame, free_pages, home_crumb, indexes
from dossier.search import FOLDER, Document, Group, index, stop_words

DEEPEST = 3  # the level of heading below which a part of a page is not found by itself


class View(Struct, frozen=True, kw_only=True):
    """What the search page shows: a field, and the ways in for who cannot or would not search."""

    frame: Frame
    title: str
    ways: tuple[Link, ...]


def page(desk: Desk) -> Planned:
    """The search page."""
    desk = desk.at(urls.SEARCH)
    title = desk.words.labels.search
    description = desk.words.labels.search_holds.format(dossier=desk.dossier.settings.title)
    about = About(title=title, description=description, crumbs=(home_crumb(desk),))
    return Planned(url=desk.url, maker="search.html", view=View(frame=frame(about, desk), title=title, ways=ways(desk)))


def ways(desk: Desk) -> tuple[Link, ...]:
    """The sections, the indexes, and every page besides."""
    sections = (desk.link(section.page.key) for section in desk.dossier.sections)
    return (*sections, *(Link(words=step.words, href=step.href) for step in indexes(desk)), *footer(desk))


def files(desk: Desk) -> tuple[Planned, ...]:
    """The index, in pieces, and the dialog in which other pages show it."""
    pieces = index(groups(desk), stop_words(desk.dossier.settings.language))
    page = Link(words=desk.words.labels.search_page, href=desk.href(urls.SEARCH))
    dialog = Planned(url=f"{FOLDER}dialog.js", maker="search-dialog.js", view=page)
    return (dialog, *(Planned(url=piece.url, maker="search", view=piece) for piece in pieces))


def groups(desk: Desk) -> tuple[Group, ...]:
    """All that can be found, by kind; of equals those of an earlier kind are shown first."""
    dossier, labels = desk.dossier, desk.words.labels
    found: tuple[tuple[Kind, str, Iterable[Document]], ...] = (
        (Kind.PAGE, labels.search_pages, pages(desk)),
        (Kind.ENTITY, labels.whos_who, (entity(record, desk) for record in dossier.entities.values())),
        (Kind.TERM, labels.glossary, (term(record, desk) for record in dossier.terms.values())),
        (Kind.CLAIM, labels.claims, (claim(record, desk) for record in dossier.claims.values())),
        (Kind.DISAGREEMENT, labels.disagreements, (disagreement(d, desk) for d in dossier.disagreements.values())),
        (Kind.EVENT, labels.timeline, (event(record, desk) for record in dossier.events.values())),
        (Kind.MEASURE, labels.figures, (measure(record, desk) for record in dossier.measures.values())),
        (Kind.SOURCE, labels.sources, (source(record, desk) for record in dossier.sources.values())),
    )
    return tuple(Group(id=kind.value, words=words, documents=tuple(documents)) for kind, words, documents in found)


def pages(desk: Desk) -> Iterator[Document]:
    """Every page in the order of reading, each written one by its parts."""
    yield from parts(desk.dossier.home, "", desk)
    for section in desk.dossier.sections:
        yield from parts(section.page, "", desk)
        for explainer in section.explainers:
            yield from parts(explainer, section.page.title, desk)
    for free in free_pages(desk):
        yield from parts(free, "", desk)
    for way in ways(desk.at(urls.HOME)):
        yield from generated(way.words, way.href, desk)


def generated(title: str, url: str, desk: Desk) -> Iterator[Document]:
    """A page that is made, with the introduction that editors may have written for it."""
    id = url.removesuffix(".html").removesuffix("/index")
    if id not in urls.GENERATED:
        return
    written = desk.dossier.pages.get(id)
    yield Document(
        url=url,
        tag=desk.words.labels.kinds[Kind.PAGE],
        title=written.title if written else title,
        text=plain(written, desk) if written else "",
        names=(title,),
    )


def parts(written: Page, above: str, desk: Desk) -> Iterator[Document]:
    """A page up to its first heading, then what stands below each."""
    url, tag = url_of(written.key, desk.dossier), desk.words.labels.kinds[written.kind]
    for heading, units in by_heading(written):
        text = told(written, units, desk)
        if heading:
            yield Document(url=f"{url}#{heading.anchor}", tag=tag, title=heading.words, note=written.title, text=text)
        else:
            opening = f"{written.description} {text}".strip()
            yield Document(url=url, tag=tag, title=written.title, note=above, text=opening)


def by_heading(written: Page) -> list[tuple[Heading | None, list[Unit]]]:
    """The units of a body below each heading; first, below none, those that open it."""
    headings = {heading.anchor: heading for heading in written.body.headings if heading.level <= DEEPEST}
    found: list[tuple[Heading | None, list[Unit]]] = [(None, [])]
    for unit in written.body.units:
        if unit.kind is UnitKind.HEADING and unit.anchor in headings:
            found.append((headings[unit.anchor], []))
        else:
            found[-1][1].append(unit)
    return found


def entity(record: Entity, desk: Desk) -> Document:
    """A person, organisation, outlet, place, instrument or unnamed voice."""
    return Document(
        url=url_of(record.key, desk.dossier),
        tag=desk.words.entities[record.kind],
        title=record.name,
        note="; ".join(role.title for role in record.roles),
        text=joined(", ".join(record.aliases), record.note, record.ownership, plain(record, desk)),
        names=record.aliases,
    )


def term(record: Term, desk: Desk) -> Document:
    """A term of the glossary."""
    return Document(
        url=url_of(record.key, desk.dossier),
        tag=desk.words.labels.kinds[Kind.TERM],
        title=record.term,
        text=joined(", ".join(record.aliases), plain(record, desk)),
        names=record.aliases,
    )


def claim(record: Claim, desk: Desk) -> Document:
    """A claim, with what is said of it."""
    standing = desk.words.labels.standings[desk.dossier.standing[record.id]]
    status = "" if record.status is Status.STANDS else desk.words.statuses[record.status]
    expected = (record.expects.what, record.expects.outcome) if record.expects else ()
    return Document(
        url=url_of(record.key, desk.dossier),
        tag=desk.words.labels.kinds[Kind.CLAIM],
        number=record.label,
        title=record.statement,
        note=" · ".join(words for words in (status, standing) if words),
        text=joined(record.reason, *expected, plain(record, desk)),
    )


def disagreement(record: Disagreement, desk: Desk) -> Document:
    """A disagreement; the claims in it are found by themselves."""
    return Document(
        url=url_of(record.key, desk.dossier),
        tag=desk.words.labels.kinds[Kind.DISAGREEMENT],
        number=record.label,
        title=record.title,
        note=desk.words.disagreements[record.type].name,
        text=joined(record.settled, plain(record, desk)),
    )


def event(record: Event, desk: Desk) -> Document:
    """An event with its date."""
    return Document(
        url=url_of(record.key, desk.dossier),
        tag=desk.words.labels.kinds[Kind.EVENT],
        title=record.title,
        note=desk.date(record.date),
        text=joined(", ".join(desk.dossier.entities[id].name for id in record.entities), plain(record, desk)),
    )


def measure(record: Measure, desk: Desk) -> Document:
    """A thing that is counted."""
    return Document(
        url=url_of(record.key, desk.dossier),
        tag=desk.words.labels.kinds[Kind.MEASURE],
        title=record.title,
        note=record.unit,
        text=joined(record.counts, plain(record, desk)),
    )


def source(record: Source, desk: Desk) -> Document:
    """A source, with its speakers' own words and the editors' summary."""
    quotes = dict.fromkeys(desk.words.quoted(saying.quote.words) for saying in record.says if saying.quote)
    authors = ", ".join(desk.entity_or_words(words).words for words in record.authors)
    errors = (words for defect in record.defects for words in (defect.says, defect.note))
    return Document(
        url=url_of(record.key, desk.dossier),
        tag=desk.words.sources[record.kind],
        title=name(record, desk.words),
        note=label(record, desk),
        text=joined(authors, plain(record, desk), *quotes, *errors),
        names=(record.citation,),
    )


def joined(*passages: str) -> str:
    """Passages one after another, each ended as a sentence is."""
    ended = (words if words[-1] in ".!?…”»" else f"{words}." for words in passages if words)
    return " ".join(ended)
