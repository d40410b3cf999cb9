"""Locators: where in a source."""

import re

from dossier.model.prose import Locator
from dossier.problems import Place, Problem

WORDS = ("title", "standfirst", "caption", "heading", "byline", "furniture", "footer")
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


def locator(typed: str, place: Place) -> tuple[Locator, tuple[Problem, ...]]:
    """A locator as typed, and what is wrong with its form."""
    found = Locator(text=typed, place=place)
    if LOCATOR.fullmatch(typed):
        return found, ()
    problem = Problem(code="bad-locator", place=place, message=f"`{typed}` is not a place in a source", help=FORMS)
    return found, (problem,)
