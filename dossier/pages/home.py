"""The home page: what is known at a glance, the latest figures, what differs, and the ways in.

The figures and the disagreements follow the author's own text only where that text shows none.
"""

from msgspec import Struct

from dossier import urls
from dossier.model.dossier import Section
from dossier.model.prose import Embed, FigureValue, Prose, Wikilink
from dossier.model.site import Planned
from dossier.pages import body as bodies
from dossier.pages import figures
from dossier.pages.cards import notes
from dossier.pages.desk import Desk, Link
from dossier.pages.frame import About, Frame, frame, printed


class Door(Struct, frozen=True, kw_only=True):
    """A section, as the home page opens it: its pages follow."""

    section: Link
    description: str
    pages: tuple[Link, ...]


class Tally(Struct, frozen=True, kw_only=True):
    """How much of one kind the dossier holds."""

    words: str
    href: str


class View(Struct, frozen=True, kw_only=True):
    """What the home page shows."""

    frame: Frame
    title: str
    description: str
    body: tuple[bodies.Shown, ...]
    doors: tuple[Door, ...]
    figures: tuple[figures.Latest, ...]
    differences: tuple[Link, ...]
    tallies: tuple[Tally, ...]
    printed: Link | None


def page(desk: Desk) -> Planned:
    """The home page."""
    desk = desk.at(urls.HOME)
    home = desk.dossier.home
    used = tuple(bodies.used(home.body, home.key, desk))
    about = About(
        record=home,
        title=home.title,
        description=home.description,
        headings=home.body.headings,
        notes=notes(used, desk),
    )
    view = View(
        frame=frame(about, desk),
        title=home.title,
        description=home.description or desk.dossier.settings.description,
        body=bodies.body(home.body, home.key, desk),
        doors=tuple(door(section, desk) for section in desk.dossier.sections),
        figures=() if shows_figures(home.body) else latest(desk),
        differences=() if shows_differences(home.body) else differences(desk),
        tallies=tallies(desk),
        printed=printed(desk),
    )
    return Planned(url=urls.HOME, maker="home.html", view=view, told=home.filed.path)


def shows_figures(body: Prose) -> bool:
    """Whether a text prints a figure itself."""
    return any(
        isinstance(reference, FigureValue) or (isinstance(reference, Embed) and reference.kind == "figure")
        for reference in body.references
    )


def latest(desk: Desk) -> tuple[figures.Latest, ...]:
    """The newest value of every measure."""
    return tuple(tile for measure in desk.dossier.measures.values() for tile in figures.latest(measure, desk))


def shows_differences(body: Prose) -> bool:
    """Whether a text leads to a disagreement itself."""
    return any(
        isinstance(reference, Wikilink | Embed) and reference.kind == "disagreement" for reference in body.references
    )


def differences(desk: Desk) -> tuple[Link, ...]:
    """Every disagreement by its title and number."""
    records = desk.dossier.disagreements.values()
    return tuple(Link(words=record.title, href=desk.to(record.key), note=record.label) for record in records)


def door(section: Section, desk: Desk) -> Door:
    """The way into a section."""
    return Door(
        section=desk.link(section.page.key),
        description=section.page.description,
        pages=tuple(desk.link(page.key) for page in section.explainers),
    )


def tallies(desk: Desk) -> tuple[Tally, ...]:
    """How many claims, sources, events, names and disagreements there are."""
    dossier, nouns = desk.dossier, desk.words.nouns
    counted = (
        (len(dossier.claims), nouns.claim, urls.CLAIMS),
        (len(dossier.sources), nouns.source, urls.SOURCES),
        (len(dossier.events), nouns.event, urls.TIMELINE),
        (len(dossier.disagreements), nouns.disagreement, urls.DISAGREEMENTS),
        (len(dossier.entities), nouns.entity, urls.ENTITIES),
    )
    return tuple(Tally(words=desk.words.count(n, noun), href=desk.href(url)) for n, noun, url in counted if n)
