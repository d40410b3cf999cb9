"""``{#id .class}``: an anchor and the few classes that an author may give."""

import re

from dossier.markup import ids
from dossier.markup.constructs import Attributes, Placing
from dossier.problems import Place, Problem

ATTRIBUTES = r"\{[ ]*[#.][^{}\n]*\}"
WORD = re.compile(r"[^\s{}]+")

OF_BLOCKS = ("own-voice",)
OF_QUOTATIONS = ("scare", "translated")


def attributes(typed: str, start: int, placing: Placing) -> tuple[Attributes, tuple[Problem, ...]]:
    """What is typed between braces at ``start``, and what of it cannot be."""
    place = placing.place(start, start + len(typed))
    problems: list[Problem] = []
    anchor, classes = "", []
    for word in WORD.finditer(typed):
        where = placing.place(start + word.start(), start + word.end())
        name = word.group()[1:]
        if word.group().startswith("#"):
            mistakes = ids.mistakes(name, where)
            anchor, problems = anchor if mistakes else name, [*problems, *mistakes]
        elif word.group()[0] == "." and name in OF_BLOCKS + OF_QUOTATIONS:
            classes.append(name)
        else:
            problems.append(unknown(word.group(), where))
    return Attributes(place=place, id=anchor, classes=tuple(classes)), tuple(problems)


def unknown(word: str, place: Place) -> Problem:
    """A class that the site has no look for."""
    known = OF_BLOCKS + OF_QUOTATIONS
    return Problem(
        code="unknown-class",
        place=place,
        message=f"`{word}` is not something to write between braces",
        help=ids.nearest(word.lstrip("."), known) or "an id is written `#id`; the classes are ." + ", .".join(known),
    )


def misplaced(name: str, place: Place) -> Problem:
    """A class of quotations on a block, or of blocks on a quotation."""
    where = "alone on the line after its block" if name in OF_BLOCKS else "right after a closing quotation mark"
    return Problem(
        code="unknown-class", place=place, message=f"`.{name}` does not belong here", help=f"it stands {where}"
    )


def stray(typed: str, place: Place) -> Problem:
    """Braces where they are only text."""
    return Problem(
        code="broken-markup",
        place=place,
        message=f"`{typed}` belongs to nothing here",
        help="it stands at the end of a heading, alone on the line after a block, or right after a closing "
        "quotation mark; write `\\{` for a plain brace",
    )
