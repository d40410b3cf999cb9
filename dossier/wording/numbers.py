"""Numbers in words: figures as a language groups them, with their hedge."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from msgspec import Struct

from dossier.model.quantity import Hedge, Quantity
from dossier.wording.locales import locale_of

MEGABYTE = 1_000_000  # bytes, as storage is sold


class Noun(Struct, frozen=True, kw_only=True):
    """What is counted, as it is called when there is one of it and when there are more or none."""

    one: str
    other: str


def quantity(value: Quantity, hedges: Mapping[Hedge, str], language: str) -> str:
    """The number with its hedge, ``about 5,000``."""
    ends = [value.low] if value.high is None else [value.low, value.high]
    return hedges[value.hedge].format(*(figures(end, language) for end in ends))


def count(number: int, noun: Noun, language: str) -> str:
    """How many there are of something, ``1 source``, ``2,500 sources``."""
    return f"{figures(Decimal(number), language)} {noun.one if number == 1 else noun.other}"


def size(length: int, language: str) -> str:
    """How large a file of so many bytes is, as people compare sizes: ``640 KB``, ``1.2 MB``."""
    if length < MEGABYTE:
        return f"{figures(Decimal(-(-length // 1000)), language)} KB"
    return f"{figures((Decimal(length) / MEGABYTE).quantize(Decimal('0.1')), language)} MB"


@cache
def figures(number: Decimal, language: str) -> str:
    """The number in figures, with every decimal place it has."""
    from babel.numbers import format_decimal

    return format_decimal(number, locale=locale_of(language), decimal_quantization=False)
