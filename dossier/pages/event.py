"""The timeline: every event in the order of its date, with as much certainty as there is."""

from dataclasses import dataclass

from dossier import urls
from dossier.model.key import Key, Kind
from dossier.model.site import Planned
from dossier.pages import body as bodies
from dossier.pages import data
from dossier.pages.cards import notes
from dossier.pages.desk import Desk, Link
from dossier.pages.excerpts import Excerpt, excerpts
from dossier.pages.frame import About, Entry, Frame, frame, home_crumb, introduction
from dossier.pages.moments import Moment, moment


@dataclass(frozen=True, kw_only=True)
class Told:
    """An event with its own text and the passages that lead to it."""

    moment: Moment
    body: tuple[bodies.Shown, ...]
    excerpts: tuple[Excerpt, ...]


@dataclass(frozen=True, kw_only=True)
class Year:
    """The events of one year; those without a date stand last, under their own heading."""

    anchor: str
    words: str
    events: tuple[Told, ...]


@dataclass(frozen=True, kw_only=True)
class View:
    """What the timeline shows."""

    frame: Frame
    title: str
    body: tuple[bodies.Shown, ...]
    downloads: tuple[Link, ...]
    jump: tuple[Entry, ...]
    years: tuple[Year, ...]


def page(desk: Desk) -> Planned:
    """The timeline page."""
    desk = desk.at(urls.TIMELINE)
    key, prose = introduction("timeline", desk)
    events = desk.dossier.events.values()
    used = [*bodies.used(prose, key, desk)]
    for event in events:
        used += [*bodies.used(event.body, event.key, desk)]
        used += [Key(kind=Kind.SOURCE, id=pointer.source) for pointer in event.sources]
    title = desk.words.labels.timeline
    years = by_year(desk)
    view = View(
        frame=frame(About(title=title, crumbs=(home_crumb(desk),), notes=notes(used, desk)), desk),
        title=title,
        body=bodies.body(prose, key, desk),
        downloads=data.downloads("events", desk),
        jump=tuple(Entry(words=year.words, href=f"#{year.anchor}", level=2) for year in years),
        years=years,
    )
    return Planned(url=desk.url, maker="timeline.html", view=view)


def by_year(desk: Desk) -> tuple[Year, ...]:
    """The events, year by year; a date of several years stands under its first."""
    groups: dict[str, list[Told]] = {}
    for event in desk.dossier.events.values():
        year = str(event.date.earliest.year) if event.date else ""
        told = Told(
            moment=moment(event, desk),
            body=bodies.body(event.body, event.key, desk),
            excerpts=excerpts(event.key, desk),
        )
        groups.setdefault(year, []).append(told)
    return tuple(
        Year(anchor=f"year-{year or 'unknown'}", words=year or desk.words.labels.not_stated, events=tuple(events))
        for year, events in groups.items()
    )
