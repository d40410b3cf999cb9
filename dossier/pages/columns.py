"""The columns and cells that several tables of the data files share."""

from datetime import date as Day  # noqa: N812  # a date here is a Date, of which this is one day
from decimal import Decimal

from dossier.model.date import Date
from dossier.model.quantity import Hedge, Quantity
from dossier.model.source import Stance
from dossier.tables import Cell, Column, Holds

PAGE = Column(name="page", means="where readers find it, from the root of the site")
NUMBER = Column(name="number", means="the number of the claim", refers="claims.number")
CLAIM = Column(name="claim", means="the claim it speaks to", refers="claims.id")
SOURCE = Column(name="source", means="the source that says so", refers="sources.id")
SPEAKER = Column(name="speaker", means="who says it, where that is told", refers="entities.id", may_lack=True)
LOCATOR = Column(name="locator", means="where in the source", may_lack=True)
EVIDENCE = Column(name="id", means="the line of evidence", refers="evidence.id")
STANCE = Column(name="stance", means="how the line bears on its claim", choices=tuple(Stance))
CLAIMS = Column(name="claims", means="the claims, by number", refers="claims.number", is_many=True)


def identity(means: str) -> Column:
    """The column of the ids of a kind, by which its files are named."""
    return Column(name="id", means=means)


def days(name: str, means: str) -> tuple[Column, ...]:
    """A date as it is typed, in EDTF, with the first and the last day that it names, for sorting."""
    return (
        Column(name=name, means=f"{means}, in EDTF", may_lack=True),
        Column(name=f"{name}_first", means=f"the first day that {name} names", holds=Holds.DAY, may_lack=True),
        Column(name=f"{name}_last", means=f"the last day that {name} names", holds=Holds.DAY, may_lack=True),
    )


VALUE = (
    Column(name="value", means="the value with its hedge, as it is typed", may_lack=True),
    Column(name="hedge", means="the hedge alone; empty for a plain number", choices=tuple(Hedge), may_lack=True),
    Column(name="amount", means="the number; between two, the lower", holds=Holds.NUMBER, may_lack=True),
    Column(name="amount_to", means="between two numbers, the higher", holds=Holds.NUMBER, may_lack=True),
)
AS_OF = days("as_of", "the day that the line speaks of")


def amounts(value: Quantity | None) -> tuple[Cell, ...]:
    """The cells of a value: as typed, its hedge, and the numbers in it."""
    if value is None:
        return (None, None, None, None)
    return (value.words, value.hedge.value, number(value.low), number(value.high))


def number(amount: Decimal | None) -> int | float | None:
    """A number without a fraction of nothing."""
    if amount is None:
        return None
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def dated(date: Date | None) -> tuple[Cell, ...]:
    """The cells of a date: as typed, the first day that it names, and the last."""
    if date is None:
        return (None, None, None)
    return (date.text, day(date.earliest), day(date.latest))


def day(day: Day) -> str | None:
    """A day; nothing where the calendar ends, which stands for an end left open."""
    return None if day in (Day.min, Day.max) else day.isoformat()
