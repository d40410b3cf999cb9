"""Round numbers and round days along an axis: few, evenly spaced, and never past what they must show."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from enum import Enum

MOST = 5  # steps of an axis: more words than these do not fit side by side on a phone
MONTHS = 12


class Unit(Enum):
    """What a tick of the date axis names."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


def of_values(low: Decimal, high: Decimal) -> tuple[Decimal, ...]:
    """Round numbers from zero, or below it, to at least the highest value."""
    low, high = min(low, Decimal(0)), max(high, Decimal(0))
    step = round_step((high - low) / (MOST - 1), is_whole=low == int(low) and high == int(high))
    first = (low / step).to_integral_value(ROUND_FLOOR)
    last = max((high / step).to_integral_value(ROUND_CEILING), first + 1)
    return tuple(step * at for at in range(int(first), int(last) + 1))


def round_step(least: Decimal, *, is_whole: bool) -> Decimal:
    """The smallest of 1, 2, 5, 10, 20, … that is no less; what is counted in whole numbers has no step below one."""
    if least <= 0 or (is_whole and least < 1):
        return Decimal(1)
    power = Decimal(1).scaleb(least.adjusted())
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= least)


def of_days(first: date, last: date) -> tuple[tuple[date, Unit], ...]:
    """Round days within a span: the finest step that gives no more than a few."""
    for unit, size in STEPS:
        found = tuple(every(unit, size, first, last, at_most=MOST + 1))
        if len(found) <= MOST:
            return tuple((day, unit) for day in found)
    raise AssertionError("the coarsest step is the whole calendar")


STEPS = (
    *((Unit.DAY, size) for size in (1, 2, 3, 7, 14)),
    *((Unit.MONTH, size) for size in (1, 2, 3, 6)),
    *((Unit.YEAR, size) for size in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)),
)


def every(unit: Unit, size: int, first: date, last: date, *, at_most: int) -> Iterator[date]:
    """The first days of every so many units within a span, until there are enough of them."""
    for day in [*starts(unit, size, first, last, at_most + 1)][:at_most]:
        if first <= day <= last:
            yield day


def starts(unit: Unit, size: int, first: date, last: date, enough: int) -> Iterator[date]:
    """Days that begin a step, from the first that is not before the span."""
    if unit is Unit.DAY:
        count = min(enough, (last - first).days // size + 1)
        yield from (first + timedelta(days=size * at) for at in range(count))
        return
    step = size if unit is Unit.MONTH else size * MONTHS
    month = -(-(index(first) + (first.day > 1)) // step) * step
    while enough and month <= index(last):
        yield date(month // MONTHS, month % MONTHS + 1, 1) if month >= MONTHS else first
        month, enough = month + step, enough - 1


def index(day: date) -> int:
    """The months since the year nought."""
    return day.year * MONTHS + day.month - 1
