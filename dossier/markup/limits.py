"""What is refused before Markdown sees it: bodies beyond any real use, on which it would take for ever.

Every check is linear in the length of the body.
"""

import re
from collections.abc import Iterator

from dossier.problems import Place, Problem

LARGEST = 100_000  # characters; a long book chapter has 60,000
DEEPEST = 20  # lists and quotations inside one another; Markdown calls itself for each
UNCLOSED = 200  # brackets opened and not closed in one paragraph
COLUMNS = 64  # of a table; Markdown fills short rows up to the width of the first
CELLS = 20_000  # of all tables
FOOTNOTES = 2_000  # references to footnotes; each is looked up among all
HEADINGS = 2_000  # with rules; Markdown cuts its block anew at each
FENCES = 1_000  # lines that open or close a fenced block; each is matched against those below
LINE_BREAKS = 2_000  # two blanks at the end of a line; Markdown copies the paragraph for each
ABBREVIATIONS = 500  # each is tried at every word

# A line that may be as deep as that. A line feed is found much faster than the beginning of a line, so that this and
# the rules of tables are looked for in a text with one before it, in which it stands where the line does without it.
DEEP = re.compile(rf"\n[ \t>*+\-.\d]{{{DEEPEST + 1}}}")
MARKERS = re.compile(rf"^(?:[ \t]*+(?:>|[-*+][ \t]|\d{{1,9}}\.[ \t])){{{DEEPEST + 1}}}.*", re.MULTILINE)
INDENTED = re.compile(rf"^(?:[ ]{{4}}|\t){{{DEEPEST + 1}}}[ \t]*+(?:>|[-*+][ \t]|\d{{1,9}}\.[ \t]).*", re.MULTILINE)
RULE = re.compile(r"[ \t]*([-*])(?:[ \t]*\1)*[ \t]*")
BLOCK = re.compile(r"(?:.+(?:\n|\Z))+")
RULE_OF_TABLE = re.compile(r"\n([ \t>]*+[-:| \t]++)$", re.MULTILINE)
HEADING = r"^[ \t>]*+(?:#{1,6}[ \t]|(?P<rule>[-=*_])(?:[ \t]*+(?P=rule))*+[ \t]*$)"
# Each with a sign of its own that it has: where there are too few of these, it is not looked for.
COUNTED = (
    ("\n", re.compile(HEADING, re.MULTILINE), HEADINGS, "headings"),
    ("[^", re.compile(r"\[\^"), FOOTNOTES, "references to footnotes"),
    ("\n", re.compile(r"^[ \t>]*+(?:`{3}|~{3})", re.MULTILINE), FENCES, "fences of code blocks"),
    ("  \n", re.compile(r"[ ]{2}\n(?=.)"), LINE_BREAKS, "line breaks within paragraphs"),
    ("*[", re.compile(r"^[ \t>]*+\*\[", re.MULTILINE), ABBREVIATIONS, "abbreviations"),
)


def beyond(text: str, *, path: str, first_line: int) -> tuple[Problem, ...]:
    """The limits that a body goes beyond."""
    if len(text) > LARGEST:
        return (over(Place(path=path, line=first_line), f"{len(text):,} characters", f"{LARGEST:,}"),)
    return tuple(
        over(place_of(text, offset, path, first_line), found, allowed)
        for check in (nesting, brackets, tables, counts)
        for offset, found, allowed in check(text)
    )


def place_of(text: str, offset: int, path: str, first_line: int) -> Place:
    """The line that an offset stands on, from the offset to its end."""
    begin = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    width = max(1, (end if end >= 0 else len(text)) - offset)
    return Place(path=path, line=first_line + text.count("\n", 0, offset), column=offset - begin + 1, width=width)


def over(place: Place, found: str, allowed: str) -> Problem:
    """A body beyond a limit."""
    return Problem(
        code="over-limit",
        place=place,
        message=f"there are {found} here, and {allowed} are allowed",
        help="make it simpler, or part it in two",
    )


def too_deep(place: Place) -> Problem:
    """A body that no check foresaw."""
    return Problem(
        code="over-limit",
        place=place,
        message="too much stands inside one another in this text: emphasis, perhaps, that begins and begins again",
        help="make it simpler, or part it in two",
    )


Excess = tuple[int, str, str]


def nesting(text: str) -> Iterator[Excess]:
    """The first line whose lists and quotations stand too deep in one another."""
    if not DEEP.search(f"\n{text}"):
        return
    for pattern in (MARKERS, INDENTED):
        found = next((line for line in pattern.finditer(text) if not RULE.fullmatch(line.group())), None)
        if found:
            yield found.start(), "too many lists or quotations inside one another", str(DEEPEST)
            return


def brackets(text: str) -> Iterator[Excess]:
    """The paragraphs with too many brackets that open and never close."""
    for block in BLOCK.finditer(text) if text.count("[") > UNCLOSED else ():
        unclosed = text.count("[", *block.span()) - text.count("]", *block.span())
        if unclosed > UNCLOSED:
            yield text.index("[", *block.span()), f"{unclosed:,} unclosed `[`", str(UNCLOSED)


def tables(text: str) -> Iterator[Excess]:
    """The tables that are too wide, and the one with which there are too many cells."""
    cells = 0
    for rule in RULE_OF_TABLE.finditer(f"\n{text}") if "|" in text else ():
        if "|" not in rule[1] or "-" not in rule[1]:
            continue
        columns = rule[1].strip(" \t>|").count("|") + 1
        if columns > COLUMNS:
            yield rule.start(), f"{columns:,} columns", str(COLUMNS)
        block = BLOCK.match(text, rule.start())
        cells += columns * (block.group().count("\n") if block else 1)
        if cells > CELLS:
            yield rule.start(), "too many cells of tables", f"{CELLS:,}"
            return


def counts(text: str) -> Iterator[Excess]:
    """What there may only be so many of."""
    for sign, pattern, allowed, name in COUNTED:
        # Each takes two characters at least; and as many may be right, since the last needs no line feed.
        if len(text) < 2 * allowed or text.count(sign) < allowed:
            continue
        count = sum(1 for _ in pattern.finditer(text))
        if count > allowed:
            yield 0, f"{count:,} {name}", f"{allowed:,}"
