"""Citations: ``[see @id, ¶3; @id]`` and ``@id [¶3] says``."""

import re

from dossier.markup import ids
from dossier.markup.constructs import Broken, Construct, Placing
from dossier.markup.locators import locator
from dossier.model.prose import Citation, CitedSource, Locator
from dossier.problems import Place, Problem

NAME = r"[^\W_](?:[\w-]*\w)?"
# At the head of a bracket, or behind a blank in it: what makes the bracket a citation.
CITES = re.compile(rf"(?:^|[\s;(])-?@(?={NAME})")
# A semicolon parts two sources only when a further source follows it.
PART = re.compile(r"(?:[^;]|;(?![^;]*@))+")
SOURCE = re.compile(rf"\s*(?P<prefix>[^@]*?)\s*(?P<hidden>-?)@(?P<id>{NAME})\s*,?\s*(?P<locator>.*?)\s*", re.DOTALL)
NARRATIVE = re.compile(rf"(?<![\w.@/:=&?#%+~\\[-])@(?P<id>{NAME})(?:[ ]?\[(?P<locator>[^\[\]@^\n]+)\](?![(\[:]))?")
LINE_END = re.compile(r"\s*\n[ \t>]*")


def citation(text: str, start: int, end: int, placing: Placing) -> Construct:
    """The citation between brackets at ``start`` and ``end``."""
    inside = text[start + 1 : end - 1]
    sources: list[CitedSource] = []
    problems: list[Problem] = []
    for part in PART.finditer(inside):
        cited, mistakes = source(part.group(), start + 1 + part.start(), placing)
        sources += cited
        problems += mistakes
    meaning = Citation(place=placing.place(start, end), sources=tuple(sources))
    return Construct(start=start, end=end, meaning=meaning if sources else Broken(), problems=tuple(problems))


def source(text: str, at: int, placing: Placing) -> tuple[list[CitedSource], tuple[Problem, ...]]:
    """One source of a citation, unless its id cannot be one."""
    found = SOURCE.fullmatch(text)
    if found is None:
        return [], (nameless(placing.place(at, at + len(text))),)
    place = placing.place(at + found.start("hidden"), at + found.end("id"))
    where, problems = located(found, at, placing)
    mistakes = ids.mistakes(found["id"], place)
    cited = CitedSource(
        source=found["id"],
        place=place,
        locator=where,
        prefix=LINE_END.sub(" ", found["prefix"]),
        hidden=bool(found["hidden"]),
    )
    return [] if mistakes else [cited], mistakes + problems


def narrative(found: re.Match[str], placing: Placing) -> Construct:
    """A citation that is part of its sentence."""
    place = placing.place(found.start(), found.end("id"))
    where, problems = located(found, 0, placing)
    mistakes = tuple(plainly(problem) for problem in ids.mistakes(found["id"], place))
    cited = CitedSource(source=found["id"], place=place, locator=where)
    whole = Citation(place=placing.place(*found.span()), sources=(cited,), narrative=True)
    meaning = Broken() if mistakes else whole
    return Construct(start=found.start(), end=found.end(), meaning=meaning, problems=mistakes + problems)


def located(found: re.Match[str], at: int, placing: Placing) -> tuple[Locator | None, tuple[Problem, ...]]:
    """The locator of a source, if it has one."""
    if not found["locator"]:
        return None, ()
    place = placing.place(at + found.start("locator"), at + found.end("locator"))
    return locator(LINE_END.sub(" ", found["locator"].strip()), place)


def plainly(problem: Problem) -> Problem:
    """The problem of an id, with the way out for an at-sign that cites nothing."""
    return Problem(
        code=problem.code,
        place=problem.place,
        message=problem.message,
        help=f"{problem.help} Write `\\@` for a plain at-sign".strip(),
    )


def nameless(place: Place) -> Problem:
    """A part of a citation without a source."""
    help = "cite one as `@its-id`, with a locator behind a comma"
    return Problem(code="bad-id", place=place, message="no source is named here", help=help)
