"""The edition for paper: the whole dossier as one document, from its cover to its colophon.

It shows the views of all other pages, made at a desk for which each of them is a place within this one.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from dossier import urls
from dossier.model.entity import Entity
from dossier.model.key import Key, Kind
from dossier.model.naming import filed
from dossier.model.page import Page
from dossier.model.site import Planned, Task
from dossier.pages import (
    body,
    changes,
    claim,
    corrections,
    disagreement,
    entity,
    event,
    evidence,
    explainer,
    home,
    measure,
    quotations,
    section,
    source,
    term,
    unknowns,
)
from dossier.pages import page as free
from dossier.pages.desk import Desk, Link
from dossier.pages.frame import About, Entry, Frame, frame, home_crumb

View_ = TypeVar("View_")
NAMES, COLOPHON = "_names", "_colophon"  # the parts that no page of the site is

Uses = Mapping[Key, tuple[Page, ...]]


class Cover(Struct, frozen=True, kw_only=True):
    """What a reader must know of the document before reading it."""

    title: str
    description: str
    edition: str
    covers: str
    editors: str
    licence: str
    address: str
    cited: str


class Placed(Struct, Generic[View_], frozen=True, kw_only=True):
    """What a page shows, with its place in the document and the passages that lead there."""

    anchor: str
    shown: View_
    used: tuple[Link, ...] = ()


class Division(Struct, frozen=True, kw_only=True):
    """A section with its explainer pages."""

    opening: Placed[section.View]
    chapters: tuple[Placed[explainer.View], ...]


class Reference(Struct, frozen=True, kw_only=True):
    """A source with the claims that it speaks to."""

    source: Placed[source.View]
    claims: tuple[Link, ...]


class Named(Struct, frozen=True, kw_only=True):
    """One name of the index: its entry in the who's who, where the text names it, and the claims it is the voice of."""

    name: Link
    pages: tuple[Link, ...]
    claims: tuple[Link, ...]


class View(Struct, frozen=True, kw_only=True):
    """What the edition for paper shows, in the order of its parts."""

    frame: Frame
    cover: Cover
    contents: tuple[Entry, ...]
    home: Placed[home.View]
    divisions: tuple[Division, ...]
    timeline: Placed[event.View]
    figures: Placed[measure.View]
    disagreements: Placed[disagreement.View]
    ledger: Placed[claim.LedgerView]
    claims: tuple[Placed[claim.View], ...]
    whos_who: Placed[entity.ListView]
    entities: tuple[Placed[entity.View], ...]
    glossary: Placed[term.View]
    sources: Placed[source.ListView]
    references: tuple[Reference, ...]
    quotations: Placed[quotations.View]
    unknowns: Placed[unknowns.View]
    corrections: Placed[corrections.View]
    changes: Placed[changes.View]
    free: tuple[Placed[free.View], ...]
    names: Placed[tuple[Named, ...]]
    colophon: str


def page(desk: Desk) -> Planned:
    """The edition for paper."""
    labels, title = desk.words.labels, desk.dossier.settings.title
    about = About(
        title=labels.print_edition,
        description=labels.print_holds.format(dossier=title),
        crumbs=(home_crumb(desk.at(urls.PRINT)),),
    )
    made = view(frame(about, desk.at(urls.PRINT)), replace(desk, is_paper=True))
    return Planned(url=urls.PRINT, maker="print.html", view=replace(made, contents=contents(made, desk)))


def view(around: Frame, desk: Desk) -> View:
    """All parts but the table of contents, which is made from them."""
    uses = by_use(desk)
    return View(
        frame=around,
        cover=cover(desk),
        contents=(),
        home=one(home.page(desk), home.View),
        divisions=divisions(desk),
        timeline=one(event.page(desk), event.View),
        figures=one(measure.page(desk), measure.View),
        disagreements=one(disagreement.page(desk), disagreement.View),
        ledger=one(claim.ledger(desk), claim.LedgerView),
        claims=claims(uses, desk),
        whos_who=one(entity.index(desk), entity.ListView),
        entities=entities(desk),
        glossary=one(term.page(desk), term.View),
        sources=one(source.index(desk), source.ListView),
        references=references(uses, desk),
        quotations=one(quotations.page(desk), quotations.View),
        unknowns=one(unknowns.page(desk), unknowns.View),
        corrections=one(corrections.page(desk), corrections.View),
        changes=one(changes.page(desk), changes.View),
        free=placed(free.pages(desk), free.View),
        names=Placed(anchor=NAMES, shown=tuple(names(uses, desk))),
        colophon=COLOPHON,
    )


def placed(tasks: Iterable[Task], kind: type[View_]) -> tuple[Placed[View_], ...]:
    """The pages of one kind of view, each in its place."""
    return tuple(one(page, kind) for task in tasks for page in task.planned)


def one(page: Planned, kind: type[View_]) -> Placed[View_]:
    """A page in its place.

    Raises:
        TypeError: when its view is of another kind.
    """
    if not isinstance(page.view, kind):
        raise TypeError(f"{page.url} has no {kind.__name__}")
    return Placed(anchor=urls.anchor(page.url), shown=page.view)


def cover(desk: Desk) -> Cover:
    """The cover."""
    settings, words = desk.dossier.settings, desk.words
    told = edition(desk)
    cited = (words.list(settings.editors), settings.title, told, settings.base_url)
    return Cover(
        title=settings.title,
        description=settings.description,
        edition=told,
        covers=words.date(settings.covers),
        editors=words.list(settings.editors),
        licence=settings.licence,
        address=settings.base_url,
        cited=". ".join(part for part in cited if part),
    )


def edition(desk: Desk) -> str:
    """Which edition this is; what was changed since the newest one is not of it."""
    labels = desk.words.labels
    if not desk.editions:
        return labels.no_edition
    newest, since = desk.editions[-1], changes.steps(desk)[-1]
    told = labels.of_edition if since.is_empty else labels.after_edition
    return told.format(edition=newest.name, date=changes.day(newest, desk))


def divisions(desk: Desk) -> tuple[Division, ...]:
    """The sections, each with its pages."""
    chapters = placed(explainer.pages(desk), explainer.View)
    return tuple(
        Division(
            opening=opening,
            chapters=tuple(chapter for chapter in chapters if chapter.anchor.startswith(f"{opening.anchor}.")),
        )
        for opening in placed(section.pages(desk), section.View)
    )


def by_use(desk: Desk) -> Uses:
    """The pages whose text leads to each record, in reading order."""
    found: dict[Key, list[Page]] = {}
    for record in in_order(desk):
        for _, keys in body.spots(record.body, record.key, desk):
            for key in keys:
                found.setdefault(key, []).append(record)
    return {key: tuple(records) for key, records in found.items()}


def in_order(desk: Desk) -> Iterator[Page]:
    """The written pages as they stand in the document."""
    yield desk.dossier.home
    for part in desk.dossier.sections:
        yield from (part.page, *part.explainers)
    yield from desk.dossier.pages.values()


def passages(key: Key, uses: Uses, desk: Desk) -> tuple[Link, ...]:
    """The passages of written pages that lead to a record, each by the page's title."""
    return tuple(Link(words=record.title, href=f"#{desk.spot(key, record.key)}") for record in uses.get(key, ()))


def claims(uses: Uses, desk: Desk) -> tuple[Placed[claim.View], ...]:
    """Every claim by its number."""
    shown = placed(claim.pages(desk), claim.View)
    keys = (record.key for record in desk.dossier.claims.values())
    return tuple(replace(each, used=passages(key, uses, desk)) for each, key in zip(shown, keys, strict=True))


def entities(desk: Desk) -> tuple[Placed[entity.View], ...]:
    """Everybody by name."""
    return tuple(sorted(placed(entity.pages(desk), entity.View), key=lambda each: filed(each.shown.name)))


def references(uses: Uses, desk: Desk) -> tuple[Reference, ...]:
    """Every source by its label, with the places that cite it."""
    shown = placed(source.pages(desk), source.View)
    keys = (record.key for record in desk.dossier.sources.values())
    found = (
        Reference(
            source=replace(each, used=passages(key, uses, desk)),
            claims=tuple(dict.fromkeys(row.claim for row in each.shown.rows)),
        )
        for each, key in zip(shown, keys, strict=True)
    )
    return tuple(sorted(found, key=lambda reference: filed(reference.source.shown.label)))


def names(uses: Uses, desk: Desk) -> Iterator[Named]:
    """The index: who and what is named in the text, or is heard in the evidence."""
    spoken: dict[Key, dict[Link, None]] = {}
    for line in evidence.everything(desk):
        told = evidence.row(line, desk)
        if line.saying.speaker:
            spoken.setdefault(Key(kind=Kind.ENTITY, id=line.saying.speaker), {})[told.claim] = None
    for record in sorted(desk.dossier.entities.values(), key=lambda record: (filed(record.name), record.id)):
        yield named(record, passages(record.key, uses, desk), tuple(spoken.get(record.key, ())), desk)


def named(record: Entity, pages: tuple[Link, ...], spoken: tuple[Link, ...], desk: Desk) -> Named:
    """One name."""
    return Named(name=desk.entity(record.id), pages=pages, claims=spoken)


def contents(made: View, desk: Desk) -> tuple[Entry, ...]:
    """The table of contents: every part, and the pages of each section."""
    labels = desk.words.labels
    before = (
        *(made.timeline, made.figures, made.disagreements, made.ledger, made.whos_who, made.glossary, made.sources),
        *(made.quotations, made.unknowns),
    )
    return (
        entry(made.home.shown.title, made.home.anchor),
        *(line for division in made.divisions for line in of_division(division)),
        *(entry(part.shown.title, part.anchor) for part in before),
        *(entry(part.shown.title, part.anchor) for part in made.free),
        *(entry(part.shown.title, part.anchor) for part in (made.corrections, made.changes)),
        entry(labels.names, made.names.anchor),
        entry(labels.colophon, made.colophon),
    )


def of_division(division: Division) -> Iterator[Entry]:
    """A section and its pages."""
    yield entry(division.opening.shown.title, division.opening.anchor)
    yield from (entry(chapter.shown.title, chapter.anchor, level=2) for chapter in division.chapters)


def entry(words: str, anchor: str, *, level: int = 1) -> Entry:
    """One line of the contents."""
    return Entry(words=words, href=f"#{anchor}", level=level)
