"""Tables for other programs: the same rows as JSON and as CSV."""

import csv
import io
import json
from dataclasses import dataclass

Cell = str | int | bool | None | tuple[str, ...]

# A spreadsheet takes a cell that begins so for a formula (OWASP, CSV injection); an apostrophe makes it words.
FORMULA = ("=", "+", "-", "@", "\t")


@dataclass(frozen=True, kw_only=True)
class Table:
    """Rows under named columns; a cell of several values is a tuple."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def as_json(table: Table) -> bytes:
    """The rows as a list of objects; several values stay a list, nothing stays null."""
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    return (json.dumps(rows, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def as_csv(table: Table) -> bytes:
    """The rows by RFC 4180, in UTF-8 with the mark that spreadsheets look for; several values joined by ``; ``."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(table.columns)
    writer.writerows([spelled(cell) for cell in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def spelled(cell: Cell) -> str:
    """A cell as words that no spreadsheet calculates."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    words = "; ".join(cell) if isinstance(cell, tuple) else str(cell)
    return f"'{words}" if words.startswith(FORMULA) else words
