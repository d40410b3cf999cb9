"""The schema of the data files says what a file may hold, and refuses all else."""

import json
from collections.abc import Mapping

import pytest
from jsonschema import Draft202012Validator

from dossier.tables import Cell, Column, Document, Header, Holds, Ledger, Table
from dossier.tables.document import as_json
from dossier.tables.schema import as_schema

HEADER = Header(title="Troops", covers="2025", licence="CC-BY-4.0")
COLUMNS = (
    Column(name="id", means="its name"),
    Column(name="stance", means="how it bears", choices=("supports", "disputes")),
    Column(name="day", means="its day", holds=Holds.DAY, may_lack=True),
    Column(name="topics", means="its topics", is_many=True),
    Column(name="is_translated", means="whether it is translated", holds=Holds.FLAG),
)


def table(*rows: tuple[Cell, ...]) -> Table:
    return Table(name="lines", means="Lines", columns=COLUMNS, rows=rows)


def schema() -> Mapping[str, object]:
    told = json.loads(as_schema(Ledger(id="https://example.org/data/schema.json", header=HEADER, tables=(table(),))))
    assert isinstance(told, dict)
    return told


def faults(*rows: tuple[Cell, ...]) -> list[str]:
    document = json.loads(as_json(Document(header=HEADER, table=table(*rows))))
    validator = Draft202012Validator(schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [error.message for error in validator.iter_errors(document)]


def test_the_schema_is_one_and_has_a_name_and_a_version() -> None:
    Draft202012Validator.check_schema(schema())
    assert (schema()["$id"], schema()["version"]) == ("https://example.org/data/schema.json", 1)


def test_a_file_of_the_table_holds() -> None:
    assert faults(("a-1", "supports", "2025-01-22", ("one", "two"), True), ("a-2", "disputes", None, (), False)) == []


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (("a", "doubts", None, (), True), "'doubts' is not one of"),
        (("a", "supports", "22 January", (), True), "is not valid under any"),
        (("a", "supports", None, "one", True), "is not of type 'array'"),
        (("a", "supports", None, (), "yes"), "is not of type 'boolean'"),
        ((None, "supports", None, (), True), "is not of type 'string'"),
    ],
)
def test_a_cell_of_another_kind_is_refused(row: tuple[Cell, ...], fault: str) -> None:
    assert fault in " ; ".join(faults(row))


def test_every_file_says_what_dossier_it_is_from() -> None:
    told = json.loads(as_json(Document(header=HEADER, table=table(("a", "supports", None, (), True)))))
    assert (told["version"], told["schema"], told["table"]) == (1, "schema.json", "lines")
    assert told["dossier"]["title"] == "Troops"
    assert told["rows"][0]["topics"] == []
