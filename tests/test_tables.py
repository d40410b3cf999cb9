"""Tables for other programs, read back by the standard library's own readers."""

import csv
import io
import json

from dossier.tables import Table, as_csv, as_json

TABLE = Table(
    columns=("number", "claim", "topics"),
    rows=(("C-1", '=HYPERLINK("x")', ("a", "b")), ("C-2", 'He said "no",\nand left', ())),
)


def test_csv_opens_with_every_cell_in_its_place_and_no_cell_is_a_formula() -> None:
    text = as_csv(TABLE).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[0] == ["number", "claim", "topics"]
    assert rows[1] == ["C-1", '\'=HYPERLINK("x")', "a; b"]
    assert rows[2][1] == 'He said "no",\nand left'


def test_json_keeps_lists_and_words_as_they_are() -> None:
    first, second = json.loads(as_json(TABLE))
    assert first == {"number": "C-1", "claim": '=HYPERLINK("x")', "topics": ["a", "b"]}
    assert second["topics"] == []
