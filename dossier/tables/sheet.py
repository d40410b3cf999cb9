"""A table as CSV, for spreadsheets."""

import csv
import io

from dossier.tables import Cell, Table

# A spreadsheet takes a cell that begins so for a formula (OWASP, CSV injection); an apostrophe makes it words.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001  # the wide ones count too


def as_csv(table: Table) -> bytes:
    """The rows by RFC 4180, in UTF-8 with the mark that spreadsheets look for; several values joined by ``; ``."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([column.name for column in table.columns])
    writer.writerows([spelled(cell) for cell in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def spelled(cell: Cell) -> str:
    """A cell as a number, or as words that no spreadsheet calculates."""
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case int() | float():
            return str(cell)
    words = "; ".join(cell) if isinstance(cell, tuple) else cell
    return f"'{words}" if words.startswith(FORMULA) else words
