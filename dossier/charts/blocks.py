"""Events over time as a pile of blocks: one for each event, upon the month, year or decade in which it lies.

The height of a pile is how much happened. A block as wide as several columns is an event whose date is as wide.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import Enum

from msgspec import Struct

from dossier.charts import across, down
from dossier.charts.placing import Words, percent, width
from dossier.charts.ticks import Unit
from dossier.model.date import Date

MOST = 18  # columns; with more of them a block on a phone is narrower than the two figures of its day
HIGHEST = 18  # blocks; a higher pile is drawn as one block with its number
LANE = 1.85  # ems from block to block: 24 pixels, so that each can be hit
BLOCK = 1.6  # ems of a block itself
INSET = 0.05  # of a column, on either side
HEAD = 1.4  # ems for the number upon a pile
FOOT = 2.9  # ems for two lines of words
OUTSIDE = 1.25  # ems for a third, on which the words for all before and all after stand


class Column(Enum):
    """How much time a column stands for, in months."""

    MONTH = 1
    YEAR = 12
    DECADE = 120
    CENTURY = 1200


class Happening(Struct, frozen=True, kw_only=True):
    """One event: its date, its name, and where it is told."""

    date: Date
    name: str
    href: str


class Tongue(Struct, frozen=True, kw_only=True):
    """How a language names a column, and what stands before the first and after the last."""

    tick: Callable[[date, Unit], str]
    before: str
    after: str


class Block(Struct, frozen=True, kw_only=True):
    """One event, or the number of them; ``day`` stands on it where it is known and not told by the column."""

    href: str
    name: str
    x: str
    y: str
    width: str
    height: str
    is_exact: bool
    day: str
    middle: str
    baseline: str


class Foot(Struct, frozen=True, kw_only=True):
    """The words below a column; the year stands where a new one begins."""

    words: Words
    year: Words


class Pile(Struct, frozen=True, kw_only=True):
    """The whole picture."""

    height: str
    ground: str
    blocks: tuple[Block, ...]
    feet: tuple[Foot, ...]


class Columns(Struct, frozen=True, kw_only=True):
    """The columns of a picture: the first and the last by number, and whether one more stands before and after."""

    unit: Column
    first: int
    last: int
    has_before: bool
    has_after: bool

    @property
    def count(self) -> int:
        return self.last - self.first + 1 + self.has_before + self.has_after

    def of(self, day: date) -> int:
        """The column of a day, from the left; what lies outside stands in the column before or after."""
        at = number(day, self.unit) - self.first + self.has_before
        return min(max(at, 0), self.count - 1)

    def x(self, column: float) -> float:
        """Where a column begins, in percent."""
        return column / self.count * 100


class Lying(Struct, frozen=True, kw_only=True):
    """An event with the columns that it covers, and how many blocks lie below it."""

    happening: Happening
    first: int
    last: int
    lane: int


def pile(happenings: Iterable[Happening], covers: Date, tongue: Tongue) -> Pile | None:
    """The picture of some events, of which ``covers`` is the time that matters; None where it would be one column."""
    events = sorted(happenings, key=lambda event: (event.date, event.href))
    if len(events) < 2:
        return None
    columns = columns_of(events, covers)
    if columns.count < 2:
        return None
    lying = laid(events, columns)
    top = max(one.lane for one in lying) + 1
    blocks = counted(lying, columns) if top > HIGHEST else tuple(block(one, top, columns) for one in lying)
    lanes = min(top, HIGHEST)
    foot = FOOT + OUTSIDE * (columns.has_before or columns.has_after)
    return Pile(
        height=down(HEAD + lanes * LANE + foot),
        ground=down(HEAD + lanes * LANE),
        blocks=blocks,
        feet=feet(columns, HEAD + lanes * LANE, tongue),
    )


def columns_of(events: Sequence[Happening], covers: Date) -> Columns:
    """The finest columns that are few enough; time outside what is covered may be drawn together for it."""
    first = min((event.date.earliest for event in events if event.date.earliest != date.min), default=date.min)
    last = max((event.date.latest for event in events if event.date.latest != date.max), default=date.max)
    from_, to = max(first, min(covers.earliest, last)), min(last, max(covers.latest, first))
    for unit in Column:
        for start, end in ((first, last), (from_, last), (from_, max(from_, to))):
            found = Columns(
                unit=unit,
                first=number(start, unit),
                last=number(end, unit),
                has_before=number(first, unit) < number(start, unit),
                has_after=number(last, unit) > number(end, unit),
            )
            if found.count <= MOST:
                return found
    raise AssertionError("the whole calendar has a hundred centuries, and one dossier not so many")


def number(day: date, unit: Column) -> int:
    """The columns since the year nought."""
    return (day.year * 12 + day.month - 1) // unit.value


def laid(events: Sequence[Happening], columns: Columns) -> tuple[Lying, ...]:
    """The events as they lie upon each other, by date; the widest lie lowest, so that none hangs in the air."""
    spans = {event: (columns.of(event.date.earliest), columns.of(event.date.latest)) for event in events}
    heights = [0] * columns.count
    found = {}
    for event in sorted(events, key=lambda event: spans[event][0] - spans[event][1]):
        first, last = spans[event]
        lane = max(heights[first : last + 1])
        heights[first : last + 1] = [lane + 1] * (last - first + 1)
        found[event] = Lying(happening=event, first=first, last=last, lane=lane)
    return tuple(found[event] for event in events)


def block(lying: Lying, lanes: int, columns: Columns) -> Block:
    """The block of one event."""
    dated = lying.happening.date
    is_shown = dated.is_one_day and columns.unit is Column.MONTH and not is_outside(lying.first, columns)
    top = HEAD + (lanes - 1 - lying.lane) * LANE + (LANE - BLOCK)
    return Block(
        href=lying.happening.href,
        name=lying.happening.name,
        x=across(columns.x(lying.first + INSET)),
        y=down(top),
        width=across(columns.x(lying.last + 1 - INSET) - columns.x(lying.first + INSET)),
        height=down(BLOCK),
        is_exact=dated.is_one_day,
        day=str(dated.earliest.day) if is_shown else "",
        middle=across(columns.x((lying.first + lying.last + 1) / 2)),
        baseline=down(top + BLOCK / 2 + 0.36),
    )


def is_outside(column: int, columns: Columns) -> bool:
    """Whether a column is the one for all before, or for all after."""
    return (columns.has_before and column == 0) or (columns.has_after and column == columns.count - 1)


def counted(lying: Sequence[Lying], columns: Columns) -> tuple[Block, ...]:
    """One block for each column, as high as its events are many, leading to the first of them."""
    by_column = {at: [one for one in lying if one.first == at] for at in range(columns.count)}
    most = max(len(found) for found in by_column.values())
    return tuple(heap(at, found, most, columns) for at, found in by_column.items() if found)


def heap(column: int, found: Sequence[Lying], most: int, columns: Columns) -> Block:
    """All events that begin in one column, as one block with their number above it."""
    high = max(len(found) / most * HIGHEST * LANE, 0.3)
    top = HEAD + HIGHEST * LANE - high
    return Block(
        href=found[0].happening.href,
        name=f"{len(found)}: {found[0].happening.name} …",
        x=across(columns.x(column + INSET)),
        y=down(top),
        width=across(columns.x(1 - 2 * INSET)),
        height=down(high),
        is_exact=True,
        day="",
        middle=across(columns.x(column + 0.5)),
        baseline=down(top - 0.3),
    )


def feet(columns: Columns, ground: float, tongue: Tongue) -> tuple[Foot, ...]:
    """The words below the columns, no more of them than fit side by side."""
    names = [name(at, columns, tongue) for at in range(columns.count)]
    widest = max(width(words) for at, (words, _) in enumerate(names) if not is_outside(at, columns)) + 0.4
    every = math.ceil(percent(widest) * columns.count / 100)
    found, year = [], ""
    for at, (words, of_year) in enumerate(names):
        is_shown = is_outside(at, columns) or (at - columns.has_before) % every == 0
        found.append(
            Foot(
                words=below(words if is_shown else "", at, 3 if is_outside(at, columns) else 1, columns, ground),
                year=below(of_year if is_shown and of_year != year else "", at, 2, columns, ground),
            )
        )
        year = of_year if is_shown else year
    return tuple(found)


def below(text: str, column: int, line: int, columns: Columns, ground: float) -> Words:
    """Words on a line below a column; those at the edge that are wider than it reach inwards."""
    y = down(ground + 0.1 + 1.25 * line)
    if not is_outside(column, columns):
        return Words(text=text, x=across(columns.x(column + 0.5)), y=y, anchor="middle")
    return Words(text=text, x=across(0), y=y) if column == 0 else Words(text=text, x=across(100), y=y, anchor="end")


def name(column: int, columns: Columns, tongue: Tongue) -> tuple[str, str]:
    """What a column is called, with the year below a month."""
    if is_outside(column, columns):
        return (tongue.before if column == 0 else tongue.after, "")
    months = (column - columns.has_before + columns.first) * columns.unit.value
    first = date(max(months // 12, 1), months % 12 + 1, 1)
    if columns.unit is Column.MONTH:
        return tongue.tick(first, Unit.MONTH), tongue.tick(first, Unit.YEAR)
    return tongue.tick(first, Unit.YEAR), ""
