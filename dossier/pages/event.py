"""The timeline: every event in the order of its date, with as much certainty as there is."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from dossier import urls
from dossier.model.date import Date
from dossier.model.event import Event
from dossier.model.key import Key, Kind
from dossier.model.naming import slug
from dossier.model.site import Planned
from dossier.pages import body as bodies
from dossier.pages import charts, corrected, data, facets, lists
from dossier.pages.desk import Desk, Link
from dossier.pages.excerpts import Excerpt, excerpts
from dossier.pages.frame import Entry, Frame
from dossier.pages.moments import Moment, moment
from dossier.pages.opening import opening
from dossier.wording.labels import Order


class Told(Struct, frozen=True, kw_only=True):
    """An event with its own text and the passages that lead to it."""

    moment: Moment
    body: tuple[bodies.Shown, ...]
    excerpts: tuple[Excerpt, ...]
    corrections: tuple[corrected.Entry, ...]
    marks: lists.Marks | None


class Year(Struct, frozen=True, kw_only=True):
    """The events of one year; those without a date stand last, under their own heading."""

    anchor: str
    words: str
    events: tuple[Told, ...]


class View(Struct, frozen=True, kw_only=True):
    """What the timeline shows."""

    frame: Frame
    title: str
    body: tuple[bodies.Shown, ...]
    downloads: tuple[Link, ...]
    picture: charts.Piled | None
    controls: lists.Controls | None
    jump: tuple[Entry, ...]
    years: tuple[Year, ...]


def page(desk: Desk) -> Planned:
    """The timeline page."""
    desk = desk.at(urls.TIMELINE)
    rows = {event.id: traits(event, at, desk) for at, event in enumerate(desk.dossier.events.values())}
    found = lists.listed(questions, rows, desk)
    years = by_year(found.marks, desk)
    begun = opening("timeline", desk.words.labels.timeline, desk, used=used(desk))
    view = View(
        frame=begun.frame,
        title=begun.title,
        body=begun.body,
        downloads=data.downloads("events", desk),
        picture=charts.piled(f"#{years[0].anchor}", desk) if years else None,
        controls=found.controls,
        jump=tuple(Entry(words=year.words, href=f"#{year.anchor}", level=2) for year in years),
        years=years,
    )
    return Planned(url=desk.url, maker="timeline.html", view=view)


def used(desk: Desk) -> Iterator[Key]:
    """The records that the events use, with repeats."""
    for event in desk.dossier.events.values():
        yield from bodies.used(event.body, event.key, desk)
        yield from (Key(kind=Kind.SOURCE, id=pointer.source) for pointer in event.sources)


def by_year(marks: Mapping[str, lists.Marks | None], desk: Desk) -> tuple[Year, ...]:
    """The events, year by year; a date that no one year holds stands under its own words."""
    groups: dict[str, list[Told]] = {}
    for event in desk.dossier.events.values():
        year = heading(event.date, desk) if event.date else ""
        told = Told(
            moment=moment(event, desk),
            body=bodies.body(event.body, event.key, desk),
            excerpts=excerpts(event.key, desk),
            corrections=corrected.of(event, desk),
            marks=marks[event.id],
        )
        groups.setdefault(year, []).append(told)
    return tuple(
        Year(
            anchor=desk.anchor(f"{urls.TIMELINE}#_{slug(year) or 'undated'}"),
            words=year or desk.words.labels.not_stated,
            events=tuple(events),
        )
        for year, events in groups.items()
    )


def heading(date: Date, desk: Desk) -> str:
    """The year in which a date lies, or in which what lasts began; else the date in words."""
    first, last = date.earliest, date.latest
    if first.year == last.year or (date.lasts and first != first.min):
        return str(first.year)
    return desk.words.date(date)


def questions(desk: Desk) -> lists.Questions:
    """What the timeline can be asked."""
    labels = desk.words.labels
    return lists.Questions(
        noun=desk.words.nouns.event,
        facets=(
            facets.sections(desk),
            facets.topics(desk),
            facets.standings(desk),
            facets.sources(desk),
            facets.entities("who", labels.who_or_where, desk),
        ),
        dates=labels.date,
        sorts=(lists.Sort(name="date", words=labels.date, order=Order.DAY),),
        grouped_by="date",
    )


def traits(event: Event, place: int, desk: Desk) -> lists.Traits:
    """What one event answers; its place in time is ``place``, since events come in the order of their dates."""
    claims = [desk.dossier.claims[claim] for claim in event.claims]
    lines = (line for claim in claims for line in desk.dossier.evidence[claim.id])
    sources = (*(pointer.source for pointer in event.sources), *(line.source for line in lines))
    return lists.Traits(
        values={
            "section": facets.sections_of(event.claims, desk),
            "topic": tuple(dict.fromkeys(topic for claim in claims for topic in claim.topics)),
            "evidence": tuple(dict.fromkeys(desk.dossier.standing[claim.id].value for claim in claims)),
            "source": tuple(dict.fromkeys(sources)),
            "who": event.entities,
        },
        keys={"date": place if event.date else None},
        days=(event.date,) if event.date else (),
    )
