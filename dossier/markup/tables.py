"""Tables, as far as the scan must know them: where they stand, and which rows are longer than Markdown will show."""

import re
from collections.abc import Iterator

from dossier.markup.manuscript import Manuscript
from dossier.markup.marks import LINE, MARK, number
from dossier.problems import Problem

CELL_RULE = r"[ \t]*+:?-++:?[ \t]*+"
# A table from the end of its first line: what begins with a letter of its own is found much faster than a line.
BELOW_HEAD = re.compile(
    rf"\n[ \t>]*+(?:\|{CELL_RULE}|{CELL_RULE}\|)(?:\|?{CELL_RULE})*+\|?[ \t]*$(?:\n(?![ \t>]*$).+)*+", re.MULTILINE
)
BAR = re.compile(r"\\.|(\|)")


def tables(text: str) -> tuple[tuple[int, int], ...]:
    """The extents of tables: each line and each bare pipe within is a border."""
    if "|" not in text or "-" not in text:
        return ()
    return tuple((text.rfind("\n", 0, below.start()) + 1, below.end()) for below in BELOW_HEAD.finditer(text))


def long_rows(woven: str, manuscript: Manuscript) -> Iterator[Problem]:
    """The rows with more cells than their table has columns, in a text whose constructs are marks."""
    for start, end in tables(woven):
        head, rule, *rows = (line.strip(" \t>") for line in woven[start:end].split("\n"))
        bordered = head.startswith("|") or head.endswith("|")
        columns = cells(head, bordered=bordered)
        if columns != cells(rule, bordered=bordered):
            continue
        for row in rows:
            count, begins = cells(row, bordered=bordered), MARK.search(row)
            if count > columns and begins and begins[1] == LINE:
                yield long_row(count, columns, number(begins[2]), manuscript)


def cells(row: str, *, bordered: bool) -> int:
    """How many cells a row has; ``bordered`` where bars at the ends of rows part nothing."""
    bars = sum(1 for bar in BAR.finditer(row) if bar[1])
    ends = (row.startswith("|") + (row.endswith("|") and not row.endswith("\\|"))) if bordered else 0
    return bars + 1 - ends


def long_row(count: int, columns: int, line: int, manuscript: Manuscript) -> Problem:
    """A row whose last cells nobody would see."""
    return Problem(
        code="broken-markup",
        place=manuscript.line_place(line),
        message=f"this row has {count} cells, and its table {columns} columns",
        help="write `\\|` for a bar that parts no cells, or give the first row another column",
    )
