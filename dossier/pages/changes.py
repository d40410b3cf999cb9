"""Changes: what differs between each edition and the next, and between the newest edition and now."""

from collections.abc import Iterable
from itertools import pairwise

from msgspec import Struct

from dossier import urls
from dossier.model import change
from dossier.model import date as dates
from dossier.model.change import Changes, FigureChange, Rewording
from dossier.model.edition import Edition, FrozenClaim, FrozenDisagreement, FrozenFigure, frozen
from dossier.model.key import Key, Kind
from dossier.model.prose import Heading
from dossier.model.site import Planned
from dossier.pages import body as bodies
from dossier.pages.desk import Desk, Link
from dossier.pages.frame import Frame
from dossier.pages.opening import opening


class Line(Struct, frozen=True, kw_only=True):
    """A claim or a disagreement by its number, with its words and what is said of it."""

    number: Link
    words: str
    note: str = ""


class Reworded(Struct, frozen=True, kw_only=True):
    """A claim in both wordings."""

    number: Link
    was: str
    now: str


class Figure(Struct, frozen=True, kw_only=True):
    """A figure: what it was and what it is, one of them empty where it is new or no longer given."""

    measure: Link
    source: Link
    number: Link
    was: str
    now: str


class Step(Struct, frozen=True, kw_only=True):
    """All that differs between one edition and what came after it."""

    anchor: str
    heading: str
    added: tuple[Line, ...]
    withdrawn: tuple[Line, ...]
    reworded: tuple[Reworded, ...]
    restated: tuple[Line, ...]
    figures_changed: tuple[Figure, ...]
    figures_added: tuple[Figure, ...]
    figures_gone: tuple[Figure, ...]
    opened: tuple[Line, ...]
    settled: tuple[Line, ...]
    is_empty: bool


class View(Struct, frozen=True, kw_only=True):
    """What the page of changes shows; ``begun`` tells of the first edition, and is empty before there is one."""

    frame: Frame
    title: str
    body: tuple[bodies.Shown, ...]
    steps: tuple[Step, ...]
    begun: str


def page(desk: Desk) -> Planned:
    """The page of changes, the newest first; until a first edition is published it says so."""
    desk = desk.at(urls.CHANGES)
    told = tuple(reversed(steps(desk)))
    headings = (Heading(level=2, anchor=step.anchor, words=step.heading) for step in told)
    begun = opening("changes", desk.words.labels.changes, desk, headings=headings)
    view = View(frame=begun.frame, title=begun.title, body=begun.body, steps=told, begun=beginning(desk))
    return Planned(url=desk.url, maker="changes.html", view=view)


def beginning(desk: Desk) -> str:
    """The sentence on the first edition."""
    if not desk.editions:
        return ""
    first = desk.editions[0]
    return desk.words.labels.begun.format(edition=first.name, date=day(first, desk))


def day(edition: Edition, desk: Desk) -> str:
    """The date of an edition in words."""
    return desk.words.date(dates.parse(edition.date.isoformat()))


def steps(desk: Desk) -> tuple[Step, ...]:
    """From each edition to the next, and from the newest to now."""
    if not desk.editions:
        return ()
    labels, newest = desk.words.labels, desk.editions[-1]
    now = frozen(desk.dossier, name="", number=newest.number + 1, date=newest.date)
    since = labels.changed_since.format(edition=newest.name, date=day(newest, desk))
    return (
        *(
            step(f"edition-{later.name}", between(earlier, later, desk), change.changes(earlier, later), desk)
            for earlier, later in pairwise(desk.editions)
        ),
        step(f"since-{newest.name}", since, change.changes(newest, now), desk),
    )


def between(earlier: Edition, later: Edition, desk: Desk) -> str:
    """The heading of what differs between two editions."""
    heading = desk.words.labels.changed_between
    return heading.format(earlier=earlier.name, later=later.name, date=day(later, desk))


def step(anchor: str, heading: str, told: Changes, desk: Desk) -> Step:
    """One step."""
    withdrawn = tuple(pair.now for pair in told.restated if change.is_withdrawal(pair))
    restated = tuple(pair for pair in told.restated if not change.is_withdrawal(pair))
    changed, added, gone = sorted_out(told.figures)
    return Step(
        anchor=desk.anchor(f"{urls.CHANGES}#{anchor}"),
        heading=heading,
        added=tuple(claim(one, desk) for one in told.added),
        withdrawn=tuple(claim(one, desk, note=reason(one, desk)) for one in (*withdrawn, *told.gone)),
        reworded=tuple(reworded(pair, desk) for pair in told.reworded),
        restated=tuple(claim(pair.now, desk, note=status(pair, desk)) for pair in restated),
        figures_changed=tuple(figure(one, desk) for one in changed),
        figures_added=tuple(figure(one, desk) for one in added),
        figures_gone=tuple(figure(one, desk) for one in gone),
        opened=tuple(disagreement(one, desk) for one in told.opened),
        settled=tuple(disagreement(one, desk, note=one.settled) for one in told.settled),
        is_empty=told.is_empty,
    )


def sorted_out(
    figures: Iterable[FigureChange],
) -> tuple[tuple[FigureChange, ...], tuple[FigureChange, ...], tuple[FigureChange, ...]]:
    """The figures that changed, those that are new, and those that are no longer given."""
    found = tuple(figures)
    return (
        tuple(one for one in found if one.was and one.now),
        tuple(one for one in found if one.was is None),
        tuple(one for one in found if one.now is None),
    )


def to(key: Key, words: str, desk: Desk) -> Link:
    """The words as a link to a record, or alone where it is no longer there."""
    return Link(words=words, href=desk.to(key) if key in desk.dossier.records else "")


def claim(one: FrozenClaim, desk: Desk, *, note: str = "") -> Line:
    """A claim by its number."""
    return Line(number=to(one.key, one.label, desk), words=one.statement, note=note)


def reason(one: FrozenClaim, desk: Desk) -> str:
    """Why a claim was withdrawn, as its file tells now."""
    now = desk.dossier.claims.get(one.id)
    return now.reason if now else ""


def reworded(pair: Rewording, desk: Desk) -> Reworded:
    """A claim in both wordings."""
    number = to(pair.now.key, pair.now.label, desk)
    return Reworded(number=number, was=pair.was.statement, now=pair.now.statement)


def status(pair: Rewording, desk: Desk) -> str:
    """What the editors said of a claim, and what they say now."""
    words = desk.words
    return words.labels.restated.format(was=words.statuses[pair.was.status], now=words.statuses[pair.now.status])


def figure(changed: FigureChange, desk: Desk) -> Figure:
    """A figure with its measure, source and claim as they are called now."""
    one = changed.now or changed.was
    assert one is not None, "a figure changes from something or to something"
    measure, source = desk.dossier.measures.get(one.measure), desk.dossier.sources.get(one.source)
    shown = desk.dossier.claims.get(one.claim)
    return Figure(
        measure=desk.link(measure.key) if measure else Link(words=one.measure),
        source=desk.source(source.id) if source else Link(words=one.source),
        number=to(shown.key, shown.label, desk) if shown else Link(words=one.claim),
        was=value(changed.was, desk) if changed.was else "",
        now=value(changed.now, desk) if changed.now else "",
    )


def value(one: FrozenFigure, desk: Desk) -> str:
    """A value with its unit and its day."""
    measure = desk.dossier.measures.get(one.measure)
    unit = f" {measure.unit}" if measure else ""
    as_of = f", {desk.words.labels.as_of.format(date=desk.words.date(one.as_of))}" if one.as_of else ""
    return f"{desk.words.number(one.value)}{unit}{as_of}"


def disagreement(one: FrozenDisagreement, desk: Desk, *, note: str = "") -> Line:
    """A disagreement by its number."""
    return Line(number=to(Key(kind=Kind.DISAGREEMENT, id=one.id), one.label, desk), words=one.title, note=note)
