"""Dated values over time: each where its day and its number stand, with as much doubt as its source has."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct

from dossier.charts import NARROWEST, across, down, ticks
from dossier.charts.placing import Box, Line, Place, Segment, Words, covered, ems, percent, placed, width
from dossier.charts.ticks import Unit
from dossier.model.date import MARGINS, Date, Days, Moment, extent, widened
from dossier.model.quantity import Hedge, Quantity
from dossier.model.source import Stance

HEAD = 1.6  # ems above the plot, for the words of the topmost line
PLOT = 13.0  # ems of the plot
FOOT = 2.9  # ems below it, for two lines of words
RIGHT = 92.0  # percent: the last point keeps clear of the edge
ABOVE = 0.3  # ems from a line to the words upon it
DOT = 0.5  # ems from the middle of a point to its rim
ARROW = 1.75  # ems from there to the end of its arrow
ROUNDING = (Hedge.ABOUT, Hedge.NEARLY)
STANCES = (Stance.SUPPORTS, Stance.QUALIFIES, Stance.DISPUTES)
HEDGES = tuple(Hedge)
RISING = (Hedge.AT_LEAST, Hedge.MORE_THAN)


class Point(Struct, frozen=True, kw_only=True):
    """One dated value as a source gives it; ``joins`` where a line through the series may pass through it."""

    date: Date
    value: Quantity
    stance: Stance
    joins: bool
    words: str
    name: str
    href: str


class Speech(Struct, frozen=True, kw_only=True):
    """How a language writes a number, and the day that a tick names."""

    number: Callable[[Decimal], str]
    tick: Callable[[date, Unit], str]


class Mark(Struct, frozen=True, kw_only=True):
    """One point of the chart: its shape, the signs of its hedges, the days it may speak of, and its words."""

    href: str
    name: str
    shape: str
    x: str
    y: str
    is_exact: bool
    rises: bool
    falls: bool
    reaches: tuple[Line, ...]
    ends: tuple[str, ...]
    days: Line | None
    words: Words | None


class Tick(Struct, frozen=True, kw_only=True):
    """A round day: its line, its words, and the year below where a new one begins."""

    line: Line
    words: Words
    year: Words


class Rule(Struct, frozen=True, kw_only=True):
    """A round number: its line, and its words upon it."""

    is_zero: bool
    line: Line
    words: Words


class Chart(Struct, frozen=True, kw_only=True):
    """A chart of dated values; ``signs`` names what a reader has to be told the meaning of."""

    height: str
    rules: tuple[Rule, ...]
    ticks: tuple[Tick, ...]
    steps: tuple[Line, ...]
    marks: tuple[Mark, ...]
    signs: tuple[str, ...]


class Group(Struct, frozen=True, kw_only=True):
    """The points that stand at one place for one stance."""

    points: tuple[Point, ...]

    @property
    def first(self) -> Point:
        return self.points[0]

    @property
    def hedges(self) -> tuple[Hedge, ...]:
        return tuple(dict.fromkeys(point.value.hedge for point in self.points))

    @property
    def days(self) -> Days:
        return meant(self.first.date)

    @property
    def middle(self) -> date:
        return self.days.first + (self.days.last - self.days.first) / 2

    @property
    def words(self) -> str:
        return "; ".join(dict.fromkeys(point.words for point in self.points))


class Scale(Struct, frozen=True, kw_only=True):
    """Where days stand across and numbers stand down."""

    first: date
    last: date
    left: float
    low: Decimal
    high: Decimal

    def x(self, day: date) -> float:
        """The place of a day, in percent."""
        part = (day - self.first).days / max((self.last - self.first).days, 1)
        return self.left + min(max(part, 0.0), 1.0) * (RIGHT - self.left)

    def y(self, number: Decimal) -> float:
        """The place of a number, in ems from the top."""
        part = (min(max(number, self.low), self.high) - self.low) / (self.high - self.low)
        return HEAD + PLOT * (1 - float(part))


def over_time(points: Iterable[Point], speech: Speech, *, is_comparable: bool) -> Chart | None:
    """The chart of some values; None where they speak of fewer than two days, so that there is no time to show."""
    groups = grouped(points)
    if len({group.first.date for group in groups}) < 2:
        return None
    numbers = tuple(number for group in groups for number in ends_of(group))
    values = ticks.of_values(min(numbers), max(numbers))
    written = {number: speech.number(number) for number in values}
    scale = scale_of(groups, values, left=percent(max(width(words) for words in written.values()) + 1))
    joined = [group for group in groups if any(point.joins for point in group.points)] if is_comparable else []
    steps = tuple(stepped(joined, scale))
    return Chart(
        height=down(HEAD + PLOT + FOOT),
        rules=tuple(rule(number, words, scale) for number, words in written.items()),
        ticks=dated(scale, speech),
        steps=tuple(step.line for step in steps),
        marks=marks(groups, scale, (*(step.box for step in steps), *upon_rules(written, scale))),
        signs=signs(groups, steps),
    )


def grouped(points: Iterable[Point]) -> tuple[Group, ...]:
    """Points by day, number and stance, in the order of their days; what stands at one place is one mark."""
    groups: dict[tuple[str, Decimal, Decimal | None, Stance], list[Point]] = {}
    for point in sorted(points, key=rank):
        key = (point.date.text, point.value.low, point.value.high, point.stance)
        groups.setdefault(key, []).append(point)
    return tuple(Group(points=tuple(found)) for found in groups.values())


def rank(point: Point) -> tuple[Date, Decimal, int, int]:
    """By day and number; what supports is drawn last, upon all else, and a plain number is told first."""
    return (point.date, point.value.low, -STANCES.index(point.stance), HEDGES.index(point.value.hedge))


def meant(dated: Date) -> Days:
    """The days that a date may mean; one that is in doubt reaches as far as ``about`` does.

    An open end, of which nobody knows how far it goes, is taken for the other.
    """
    days = extent(dated.form, in_doubt)
    first = days.last if days.first == date.min else days.first
    return Days(first=first, last=first if days.last == date.max else days.last)


def in_doubt(moment: Moment) -> Days:
    """The days of a moment, with its margin where it is in doubt."""
    return widened(moment.days, MARGINS[moment.precision]) if moment.certainty else moment.days


def ends_of(group: Group) -> tuple[Decimal, ...]:
    """The numbers that a mark reaches, as far as there is an end."""
    reached = (number for point in group.points for number in point.value.reach)
    named = (point.value.high for point in group.points if point.value.high is not None)
    return (group.first.value.low, *named, *(number for number in reached if number.is_finite()))


def scale_of(groups: Sequence[Group], values: Sequence[Decimal], *, left: float) -> Scale:
    """The scale that holds every mark."""
    first = min(group.days.first for group in groups)
    last = max(group.days.last for group in groups)
    return Scale(first=first, last=last, left=left, low=values[0], high=values[-1])


def rule(number: Decimal, words: str, scale: Scale) -> Rule:
    """A round number with its line."""
    y = scale.y(number)
    line = Segment(x1=0, y1=y, x2=100, y2=y).line
    return Rule(is_zero=not number, line=line, words=Words(text=words, x=across(0), y=down(y - ABOVE)))


def upon_rules(written: Mapping[Decimal, str], scale: Scale) -> Iterator[Box]:
    """The room of the words upon the lines."""
    for number, words in written.items():
        yield covered(words, Place(anchor="start", shift=0, y=scale.y(number) - ABOVE), 0)


def dated(scale: Scale, speech: Speech) -> tuple[Tick, ...]:
    """The round days below the plot; the year stands below the first of each year."""
    found, year = [], 0
    for day, unit in ticks.of_days(scale.first, scale.last):
        x, foot = across(scale.x(day)), HEAD + PLOT
        is_new = unit is not Unit.YEAR and day.year != year
        year = day.year
        found.append(
            Tick(
                line=Line(x1=x, y1=down(foot), x2=x, y2=down(foot + 0.4)),
                words=Words(text=speech.tick(day, unit), x=x, y=down(foot + 1.4), anchor="middle"),
                year=Words(text=str(day.year) if is_new else "", x=x, y=down(foot + 2.6), anchor="middle"),
            )
        )
    return tuple(found)


def stepped(groups: Sequence[Group], scale: Scale) -> Iterator[Segment]:
    """From value to value: each holds until the day of the next."""
    for one, later in pairwise(groups):
        x1, x2 = scale.x(one.middle), scale.x(later.middle)
        y1, y2 = height(one, scale), height(later, scale)
        if x1 != x2:
            yield Segment(x1=x1, y1=y1, x2=x2, y2=y1)
        if y1 != y2:
            yield Segment(x1=x2, y1=y1, x2=x2, y2=y2)


def height(group: Group, scale: Scale) -> float:
    """Where a mark stands; one between two numbers stands halfway."""
    value = group.first.value
    return scale.y(value.low if value.high is None else (value.low + value.high) / 2)


def marks(groups: Sequence[Group], scale: Scale, taken: Sequence[Box]) -> tuple[Mark, ...]:
    """The marks with their words, each where no other mark, line or word stands."""
    bodies = [body(group, scale) for group in groups]
    spans = [span.box for group in groups if (span := across_days(group, scale))]
    rooms = [*taken, *bodies, *spans]
    within = Box(left=0, top=0, right=NARROWEST, bottom=HEAD + PLOT)
    found = []
    for group, point in zip(groups, bodies, strict=True):
        place = placed(group.words, point, rooms, within)
        if place:
            rooms.append(covered(group.words, place, ems(scale.x(group.middle))))
        found.append(mark(group, place, scale))
    return tuple(found)


def body(group: Group, scale: Scale) -> Box:
    """The room of a mark with its signs, without its days."""
    x, y = ems(scale.x(group.middle)), height(group, scale)
    reached = [scale.y(number) for line in reaching(group) for number in line]
    top = min(y - (ARROW if rises(group) else DOT), *reached, y)
    bottom = max(y + (ARROW if falls(group) else DOT), *reached, y)
    return Box(left=x - DOT, top=top, right=x + DOT, bottom=bottom)


def reaching(group: Group) -> tuple[tuple[Decimal, Decimal], ...]:
    """The ends of each hedge that has two."""
    two = (point.value for point in group.points if point.value.hedge in (*ROUNDING, Hedge.BETWEEN))
    return tuple(dict.fromkeys(value.reach for value in two))


def rises(group: Group) -> bool:
    """Whether a mark says that there may be more."""
    return any(hedge in RISING for hedge in group.hedges)


def falls(group: Group) -> bool:
    """Whether a mark says that there may be less, without saying how little."""
    return Hedge.UP_TO in group.hedges


def said(group: Group, place: Place, scale: Scale) -> Words:
    """The words of a mark at their place."""
    return Words(
        text=group.words,
        x=across(scale.x(group.middle)),
        y=down(place.y),
        dx=down(place.shift) if place.shift else "",
        anchor=place.anchor,
    )


def mark(group: Group, place: Place | None, scale: Scale) -> Mark:
    """One mark, with its words where there is a place for them."""
    x = across(scale.x(group.middle))
    reached = [(scale.y(low), scale.y(high)) for low, high in reaching(group)]
    span = across_days(group, scale)
    return Mark(
        href=group.first.href,
        name="\n".join(point.name for point in group.points),
        shape=group.first.stance.value,
        x=x,
        y=down(height(group, scale)),
        is_exact=Hedge.EXACTLY in group.hedges,
        rises=rises(group),
        falls=falls(group),
        reaches=tuple(Line(x1=x, y1=down(low), x2=x, y2=down(high)) for low, high in reached),
        ends=tuple(down(y) for pair in reached for y in pair),
        days=span.line if span else None,
        words=said(group, place, scale) if place else None,
    )


def across_days(group: Group, scale: Scale) -> Segment | None:
    """The days that a value may speak of, where they are more than one."""
    if group.days.first == group.days.last:
        return None
    y = height(group, scale)
    return Segment(x1=scale.x(group.days.first), y1=y, x2=scale.x(group.days.last), y2=y)


def signs(groups: Sequence[Group], steps: Sequence[Segment]) -> tuple[str, ...]:
    """The signs that a chart uses, in the order in which they are explained."""
    hedges = {hedge for group in groups for hedge in group.hedges}
    used = {
        "exact": Hedge.EXACTLY in hedges,
        "rounded": bool(hedges.intersection(ROUNDING)),
        "more": bool(hedges.intersection(RISING)),
        "less": Hedge.UP_TO in hedges,
        "between": Hedge.BETWEEN in hedges,
        "qualifies": any(group.first.stance is Stance.QUALIFIES for group in groups),
        "disputes": any(group.first.stance is Stance.DISPUTES for group in groups),
        "days": any(group.days.first != group.days.last for group in groups),
        "line": bool(steps),
    }
    return tuple(sign for sign, is_used in used.items() if is_used)
