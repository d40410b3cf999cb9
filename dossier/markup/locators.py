"""Locators: where in a source."""

import re

from dossier.model.prose import PARTS, Locator
from dossier.problems import Place, Problem

WORDS = PARTS
_PAGE = r"[0-9]+|[ivxlcdm]+"
_ONE = rf"""(?:
    ¶[1-9][0-9]*(?:[–-][1-9][0-9]*)?
  | p\.[ ]?(?:{_PAGE})
  | pp\.[ ]?(?:{_PAGE})[ ]?[–-][ ]?(?:{_PAGE})
  | §§?[ ]?\S.*
  | ss?\.[ ]?[0-9][\w().–-]*
  | arts?\.[ ]?[0-9IVXLC][\w().–-]*
  | {"|".join(WORDS)}
)"""
LOCATOR = re.compile(rf"{_ONE}(?:,[ ]?{_ONE})*+", re.VERBOSE)

FORMS = "a locator is ¶3, ¶3–5, p. 12, pp. 3–4, § 202, s. 3, art. 19, or one of " + ", ".join(WORDS)


RANGE = re.compile(r"(?P<sign>¶|pp\.[ ]?)(?P<first>[0-9]+)[ ]?[–-][ ]?(?P<last>[0-9]+)")


def locator(typed: str, place: Place) -> tuple[Locator, tuple[Problem, ...]]:
    """A locator as typed, and what is wrong with its form."""
    found, help = Locator(text=typed, place=place), mended(typed)
    if not help:
        return found, ()
    problem = Problem(code="bad-locator", place=place, message=f"`{typed}` is not a place in a source", help=help)
    return found, (problem,)


def mended(typed: str) -> str:
    """How to mend a locator; nothing where it is right."""
    if not LOCATOR.fullmatch(typed):
        return way_on(typed)
    return "the first is the smaller" if any(map(is_backwards, RANGE.finditer(typed))) else ""


def way_on(typed: str) -> str:
    """What to write instead of what has no form of a locator."""
    if "@" in typed:
        return "a semicolon stands between two sources: `[@one; @other]`"
    if typed.startswith(":"):
        return "a comma stands before a locator: `[@its-id, ¶3]`"
    return FORMS


def is_backwards(range: re.Match[str]) -> bool:
    """Whether a range ends before it begins; of pages, the second may leave out what it shares: ``pp. 123–5``."""
    first, last = range["first"], range["last"]
    if range["sign"] != "¶" and len(last) < len(first):
        last = first[: -len(last)] + last
    return (len(first), first) > (len(last), last)
