"""CSV, read back by the standard library's own reader."""

import csv
import io

import pytest

from dossier.tables import Cell, Column, Holds, Table
from dossier.tables.sheet import as_csv

COLUMNS = (
    Column(name="number", means="its number"),
    Column(name="claim", means="the statement"),
    Column(name="topics", means="its topics", is_many=True),
    Column(name="amount", means="a number", holds=Holds.NUMBER, may_lack=True),
)


def rows(*given: tuple[Cell, ...]) -> list[list[str]]:
    table = Table(name="claims", means="Claims", columns=COLUMNS, rows=given)
    return list(csv.reader(io.StringIO(as_csv(table).decode("utf-8-sig"), newline="")))


def test_every_cell_is_in_its_place_whatever_stands_in_it() -> None:
    head, row = rows(("C-2", 'Él dijo "no",\nand left', ("a", "b"), None))
    assert head == ["number", "claim", "topics", "amount"]
    assert row == ["C-2", 'Él dijo "no",\nand left', "a; b", ""]


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("x")', "＝1+1"])
def test_no_cell_is_a_formula(words: str) -> None:
    _, row = rows((words, words, (words,), -5))
    assert row == [f"'{words}", f"'{words}", f"'{words}", "-5"]


def test_a_spreadsheet_is_told_that_it_is_unicode() -> None:
    assert as_csv(Table(name="x", means="X", columns=COLUMNS, rows=())).startswith(b"\xef\xbb\xbfnumber,")
