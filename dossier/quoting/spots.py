"""Locators as spots in a text, so that two can be told to lead to one place."""

import re
from collections.abc import Iterable

from dossier.model.prose import PARTS

PARAGRAPHS = re.compile(r"¶\s*([0-9]+)(?:\s*[–-]\s*([0-9]+))?")

Spot = tuple[str, int, int]  # the word of a part, or none with a first and a last paragraph


def spots(locator: str) -> tuple[Spot, ...]:
    """The paragraphs and parts that a locator names; none for pages, sections and articles."""
    ranges = (("", int(first), int(last or first)) for first, last in PARAGRAPHS.findall(locator))
    parts = ((part, 0, 0) for part in locator.split(", ") if part in PARTS)
    return (*ranges, *parts)


def meet(one: Iterable[Spot], other: Iterable[Spot]) -> bool:
    """Whether some spot of one is, or overlaps, a spot of the other."""
    others = tuple(other)
    return any(a[0] == b[0] and a[1] <= b[2] and b[1] <= a[2] for a in one for b in others)
