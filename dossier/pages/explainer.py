"""An explainer page: one question of a section, answered with its evidence."""

from msgspec import Struct

from dossier.model.dossier import Section
from dossier.model.key import ClaimId, Kind
from dossier.model.page import Page
from dossier.model.site import Planned, Task
from dossier.pages import body as bodies
from dossier.pages.cards import notes
from dossier.pages.desk import Desk, Link
from dossier.pages.differences import on_claims
from dossier.pages.frame import About, Frame, frame, home_crumb


class View(Struct, frozen=True, kw_only=True):
    """What an explainer page shows."""

    frame: Frame
    title: str
    description: str
    section: Link
    published: str
    updated: str
    body: tuple[bodies.Shown, ...]
    differences: tuple[Link, ...]


def pages(desk: Desk) -> tuple[Task, ...]:
    """Every explainer page of every section."""
    return tuple(
        desk.task(written.key, page, at, section)
        for section in desk.dossier.sections
        for at, written in enumerate(section.explainers)
    )


def page(at: int, section: Section, desk: Desk) -> Planned:
    """The explainer page at one position of its section."""
    written = section.explainers[at]
    parent = desk.link(section.page.key)
    used = tuple(bodies.used(written.body, written.key, desk))
    around = (section.page, *section.explainers)
    about = About(
        record=written,
        title=written.title,
        description=written.description,
        crumbs=(home_crumb(desk), parent),
        headings=written.body.headings,
        previous=desk.link(around[at].key),
        next=neighbour(around, at + 2, desk),
        notes=notes(used, desk),
    )
    stated = tuple(ClaimId(key.id) for key in used if key.kind is Kind.CLAIM)
    view = View(
        frame=frame(about, desk),
        title=written.title,
        description=written.description,
        section=parent,
        published=desk.words.date(written.published) if written.published else "",
        updated=desk.words.date(written.updated) if written.updated else "",
        body=bodies.body(written.body, written.key, desk),
        differences=tuple(
            Link(words=record.title, href=desk.to(record.key), note=record.label)
            for record in on_claims(stated, desk.dossier)
        ),
    )
    return Planned(url=desk.url, maker="explainer.html", view=view, told=written.filed.path)


def neighbour(around: tuple[Page, ...], at: int, desk: Desk) -> Link | None:
    """The page at a position, or None past the end."""
    return desk.link(around[at].key) if at < len(around) else None
