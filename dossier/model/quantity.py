"""Numbers as sources give them, with the hedge in front: 1,500, about 5,000, between 3 and 5."""

import re
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

ROUNDED = Decimal("0.1")  # who says "about 5,000" may have counted a tenth more or less, and not a fifth


class BadQuantity(ValueError):
    """What was typed is no number; the message tells its author what to type instead."""


class Hedge(StrEnum):
    """How a source holds back from a plain number, in the words an author types."""

    EXACTLY = ""
    ABOUT = "about"
    AT_LEAST = "at least"
    UP_TO = "up to"
    MORE_THAN = "more than"
    NEARLY = "nearly"
    BETWEEN = "between"


class Quantity(Struct, frozen=True, kw_only=True):
    """A number with its hedge; ``high`` is there for ``between`` alone."""

    low: Decimal
    high: Decimal | None
    hedge: Hedge

    @property
    def words(self) -> str:
        """The one way to type this quantity: ``about 5,000``, ``between 3 and 5``."""
        if self.high is not None:
            return f"{self.hedge} {self.low:,f} and {self.high:,f}"
        return f"{self.hedge} {self.low:,f}".strip()

    def same_value(self, other: "Quantity") -> bool:
        """Whether both say the same of the same number; ``about 5,000`` is not 5,000, and 2.50 is 2.5."""
        return self == other

    def agrees(self, other: "Quantity") -> bool:
        """Whether both can be true of one count: 64 agrees with ``at least 64``, and not with 67."""
        return self.leaves_room_for(other) or other.leaves_room_for(self)

    def leaves_room_for(self, other: "Quantity") -> bool:
        """Whether a number that the other names is one that this hedge allows."""
        low, high = self.reach
        return any(low <= number <= high for number in (other.low, other.high) if number is not None)

    @property
    def reach(self) -> tuple[Decimal, Decimal]:
        """The least and the greatest number that the hedge leaves room for."""
        match self.hedge:
            case Hedge.ABOUT:
                return self.low * (1 - ROUNDED), self.low * (1 + ROUNDED)
            case Hedge.NEARLY:
                return self.low * (1 - ROUNDED), self.low
            case Hedge.AT_LEAST | Hedge.MORE_THAN:
                return self.low, Decimal("Infinity")
            case Hedge.UP_TO:
                return Decimal(0), self.low
            case _:
                return self.low, self.low if self.high is None else self.high


def parse(text: str) -> Quantity:
    """The quantity that an author typed, or ``BadQuantity`` with what to type instead."""
    words = " ".join(text.split())
    if words.startswith(f"{Hedge.BETWEEN} "):
        return between(words)
    hedge = next((hedge for hedge in HEDGES if words.startswith(f"{hedge} ")), Hedge.EXACTLY)
    return Quantity(low=number(words.removeprefix(hedge).strip()), high=None, hedge=hedge)


HEDGES = tuple(hedge for hedge in Hedge if hedge not in (Hedge.EXACTLY, Hedge.BETWEEN))


def between(words: str) -> Quantity:
    """``between 3 and 5``, with the smaller number first."""
    low, _, high = words.removeprefix(f"{Hedge.BETWEEN} ").partition(" and ")
    if not high:
        raise BadQuantity(f"`{words}` has one number; write both: between 3 and 5")
    least, most = number(low), number(high)
    if most <= least:
        raise BadQuantity(f"`{words}`: write two numbers, the smaller one first: between 3 and 5")
    return Quantity(low=least, high=most, hedge=Hedge.BETWEEN)


NUMBER = re.compile(r"-?(?:[0-9]{1,18}|[0-9]{1,3}(?:,[0-9]{3}){1,5})(?:\.[0-9]{1,9})?")

# 1.500 is one and a half in Washington and fifteen hundred in Madrid.
THOUSANDS_OR_FRACTION = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")


def number(words: str) -> Decimal:
    """The number typed in English figures, ``1500``, ``1,500`` or ``2.5``."""
    if NUMBER.fullmatch(words) is None or THOUSANDS_OR_FRACTION.fullmatch(words):
        raise BadQuantity(f"`{words}` is not a number here; {advice(words)}")
    return Decimal(words.replace(",", ""))


# Numbers that people type, each with the way on.
FOREIGN = {
    r"-?(\d{1,3})\.(\d{3})": r"it may be \1,\2 or a fraction; write \1,\2, or one digit more: \1.\g<2>0",
    r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d{1,2}": "a comma parts thousands and a dot the fraction: 1,500.5",
    r"\d{1,3}(?:[ '’]\d{3})+": "a comma parts thousands, or nothing: 1,500 or 1500",
    r"([\d.,]+) ?[-–] ?([\d.,]+)": r"write between \1 and \2",
    r"([\d.,]+) ?\+": r"write at least \1",
    r"[\d.,]+ ?(?:k|m|bn|thousand|million|billion)": "write it out in figures: 1,500,000",
    r"[$€£].+|.+ ?[%$€£]": "leave out the sign; the measure's unit says what is counted",
    r"(?:about|some|around|approximately|roughly|circa|c\.|~) ?(.+)": r"write about \1",
    r"(?:nearly|almost|close to) (.+)": r"write nearly \1",
    r"(?:more than|over|above|>) ?(.+)": r"write more than \1",
    r"(?:up to|no more than|at most) (.+)": r"write up to \1",
    r"(?:at least|no fewer than|no less than) (.+)": r"write at least \1",
}


def advice(words: str) -> str:
    """What to type instead."""
    for pattern, way_on in FOREIGN.items():
        found = re.fullmatch(pattern, words, re.ASCII | re.IGNORECASE)
        if found:
            return found.expand(way_on)
    return "write figures, as 1,500, with at most one of: about, at least, up to, more than, nearly"
