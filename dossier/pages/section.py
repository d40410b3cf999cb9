"""A section: what it is about, its pages, the claims filed in it, and its sources."""

from collections.abc import Iterator

from msgspec import Struct

from dossier.model.dossier import Section
from dossier.model.key import Key, Kind
from dossier.model.site import Planned, Task
from dossier.pages import body as bodies
from dossier.pages.cards import ClaimCard, SourceCard, claim_card, notes, source_card
from dossier.pages.desk import Desk, Link
from dossier.pages.facets import day_key
from dossier.pages.frame import About, Frame, frame, home_crumb


class Chapter(Struct, frozen=True, kw_only=True):
    """An explainer page, as its section announces it."""

    page: Link
    description: str


class View(Struct, frozen=True, kw_only=True):
    """What a section's own page shows."""

    frame: Frame
    title: str
    description: str
    published: str
    updated: str
    body: tuple[bodies.Shown, ...]
    chapters: tuple[Chapter, ...]
    claims: tuple[ClaimCard, ...]
    sources: tuple[SourceCard, ...]


def pages(desk: Desk) -> tuple[Task, ...]:
    """Every section's own page."""
    return tuple(desk.task(section.page.key, page, section) for section in desk.dossier.sections)


def page(section: Section, desk: Desk) -> Planned:
    """One section's own page."""
    written = section.page
    about = About(
        record=written,
        title=written.title,
        description=written.description,
        crumbs=(home_crumb(desk),),
        headings=written.body.headings,
        next=desk.link(section.explainers[0].key) if section.explainers else None,
        notes=notes(bodies.used(written.body, written.key, desk), desk),
    )
    view = View(
        frame=frame(about, desk),
        title=written.title,
        description=written.description,
        published=desk.words.date(written.published) if written.published else "",
        updated=desk.words.date(written.updated) if written.updated else "",
        body=bodies.body(written.body, written.key, desk),
        chapters=tuple(Chapter(page=desk.link(p.key), description=p.description) for p in section.explainers),
        claims=tuple(claim_card(claim, desk) for claim in desk.dossier.claims.values() if claim.section == written.id),
        sources=sources(section, desk),
    )
    return Planned(url=desk.url, maker="section.html", view=view, told=written.filed.path)


def sources(section: Section, desk: Desk) -> tuple[SourceCard, ...]:
    """The sources that a section rests on: cited on its pages, or evidence for its claims; by date."""
    used = set(rests_on(section, desk))
    found = [source for source in desk.dossier.sources.values() if source.key in used]
    found.sort(key=day_key)
    return tuple(source_card(source, desk) for source in found)


def rests_on(section: Section, desk: Desk) -> Iterator[Key]:
    """The keys of those sources, with repeats."""
    for page in (section.page, *section.explainers):
        yield from (key for key in bodies.used(page.body, page.key, desk) if key.kind is Kind.SOURCE)
    for claim in desk.dossier.claims.values():
        if claim.section == section.page.id:
            yield from (Key(kind=Kind.SOURCE, id=line.source) for line in desk.dossier.evidence[claim.id])
