"""What can be wrong, as values: a problem knows its place, the author's words and a way on."""

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

WIDEST = 160  # characters of an excerpt; a longer line is shown round its caret


class Severity(StrEnum):
    """How much a problem weighs: an error fails the run, a warning only under ``--strict``, a notice never."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


class Place(Struct, frozen=True, kw_only=True, order=True):
    """A stretch of one line of one file, counted in code points from 1, as editors count."""

    path: str
    line: int
    column: int = 1
    width: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Problem(Struct, frozen=True, kw_only=True):
    """One mistake in what an author wrote.

    ``message`` says what is wrong in the author's words, ``note`` stands beside the caret, ``help`` is the way on.
    """

    code: str
    place: Place
    message: str
    note: str = ""
    help: str = ""


class Finding(Struct, frozen=True, kw_only=True):
    """A problem as it is told: with the weight it has in this dossier and the line it stands on."""

    problem: Problem
    severity: Severity
    excerpt: str


class DossierError(Exception):
    """The program could not run (a folder, a disk, an option): one sentence for the person who called it."""


class Excerpt(Struct, frozen=True, kw_only=True):
    """The line that a finding stands on, as it is shown: the marked words, and what stands round them."""

    before: str
    marked: str
    after: str


def excerpt(finding: Finding) -> Excerpt | None:
    """What is shown of a finding's line; a long one is cut round the marked words, an empty one is not shown."""
    if not finding.excerpt.strip():
        return None
    place = finding.problem.place
    cut = max(0, place.column - 1 - WIDEST // 2) if len(finding.excerpt) > WIDEST else 0
    shown = finding.excerpt[cut : cut + WIDEST]
    start = place.column - 1 - cut
    end = start + place.width
    return Excerpt(before=visible(shown[:start]), marked=visible(shown[start:end]), after=visible(shown[end:]))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, in reading order: by file, line and column, then code."""
    return tuple(sorted(set(problems), key=lambda problem: (problem.place, problem.code, problem.message)))


def visible(text: str) -> str:
    """The text with control, format and surrogate characters shown as escapes, so that no terminal obeys them."""
    return "".join(char if char.isprintable() else escaped(char) for char in text)


def escaped(char: str) -> str:
    r"""A character as its escape, ``\x1b`` or ``\u202e``; a tab as one space, so that carets stay in line."""
    if char == "\t":
        return " "
    return f"\\x{ord(char):02x}" if ord(char) < 0x100 else f"\\u{ord(char):04x}"
