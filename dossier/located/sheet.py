"""The YAML of one file and where it stands there: marks become places, and some characters are refused."""

import re
from collections.abc import Iterator
from typing import Protocol

from msgspec import Struct

from dossier.problems import Place, Problem, escaped

# Controls other than tab and line feed, line separators, direction overrides, half characters, noncharacters, and
# the byte order mark, which a parser does not count as a column.
NONCHARACTERS = "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff" + NONCHARACTERS + "]"
)
ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))", re.DOTALL)
CONTROL_LETTERS = "0abvfreNLP"  # \0, \a … \P: the escapes by letter that make a control character or line separator


class Mark(Protocol):
    """Where the parser stands, counted in code points from 0."""

    @property
    def index(self) -> int: ...
    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


class Marked(Protocol):
    """What the parser hands over: an event, from where to where."""

    @property
    def start_mark(self) -> Mark | None: ...
    @property
    def end_mark(self) -> Mark | None: ...


class Sheet(Struct, frozen=True, kw_only=True):
    """The YAML of one file, and how many lines of the file stand above it."""

    path: str
    text: str
    lines: tuple[str, ...]
    above: int

    def place(self, line: int, column: int, width: int | None = None) -> Place:
        """A stretch of a line counted from 0, to the end of the line unless a width is given."""
        if width is None:
            width = len(self.lines[line].rstrip()) - column
        return Place(path=self.path, line=self.above + line + 1, column=column + 1, width=max(1, width))

    def place_of(self, first: Marked, last: Marked | None = None) -> Place:
        """Where an event stands, or a collection from its first to its last; of several lines, the first."""
        start, end = span(first)
        if last is not None:
            end = span(last)[1]
        if end.line != start.line:
            return self.place(start.line, start.column)
        width = max(1, end.column - start.column)
        return Place(path=self.path, line=self.above + start.line + 1, column=start.column + 1, width=width)

    def place_at(self, index: int, width: int) -> Place:
        before = self.text[:index]
        return self.place(before.count("\n"), index - before.rfind("\n") - 1, width)


def sheet(text: str, *, path: str, above: int) -> Sheet:
    return Sheet(path=path, text=text, lines=tuple(text.split("\n")), above=above)


def span(event: Marked) -> tuple[Mark, Mark]:
    """From where to where an event stands, which every parsed event knows."""
    if event.start_mark is None or event.end_mark is None:
        raise ValueError(f"{event} was not made by a parser")
    return event.start_mark, event.end_mark


def control_characters(sheet: Sheet) -> Iterator[Problem]:
    """Each character in the text that no author means and some program obeys."""
    if sheet.text.replace("\n", "").isprintable():  # as none of them is; quicker than looking for all of them
        return
    for found in CONTROL.finditer(sheet.text):
        yield Problem(
            code="control-character",
            place=sheet.place_at(found.start(), 1),
            message=f"a character that nobody can see, `{escaped(found[0])}`",
            help="delete it; it may have come along when the text was copied",
        )


def control_escapes(sheet: Sheet, event: Marked) -> Iterator[Problem]:
    """Each escape of a double-quoted text that makes such a character."""
    start, end = span(event)
    for escape in ESCAPE.finditer(sheet.text, start.index, end.index):
        if makes_control(escape):
            yield Problem(
                code="control-character",
                place=sheet.place_at(escape.start(), len(escape[0])),
                message=f"`{escape[0]}` makes a character that no text can hold",
                help="leave it out, or type the character that is meant; for a backslash write `\\\\`",
            )


def makes_control(escape: re.Match[str]) -> bool:
    code = escape[1] or escape[2] or escape[3]
    return bool(CONTROL.match(chr(int(code, 16)))) if code else escape[4] in CONTROL_LETTERS
