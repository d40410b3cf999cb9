"""The JSON Schema of the data files, made from the columns themselves."""

import json
from collections.abc import Mapping, Sequence

from dossier.tables import VERSION, Column, Header, Holds, Ledger, Table
from dossier.tables.document import SCHEMA

Schema = Mapping[str, "Schema | Sequence[Schema | str | None] | str | int | bool"]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
TYPES: Mapping[Holds, Mapping[str, str]] = {
    Holds.WORDS: {"type": "string"},
    Holds.WHOLE: {"type": "integer"},
    Holds.NUMBER: {"type": "number"},
    Holds.FLAG: {"type": "boolean"},
    Holds.DAY: {"type": "string", "format": "date"},
}


def as_schema(ledger: Ledger) -> bytes:
    """The schema of every data file; a file names its table, and its rows are of that table's kind."""
    told: Schema = {
        "$schema": DIALECT,
        "$id": ledger.id,
        "title": "The data files of an explainer dossier",
        "version": VERSION,
        "type": "object",
        "properties": {
            "version": {"const": VERSION},
            "schema": {"const": SCHEMA},
            "table": {"enum": [table.name for table in ledger.tables]},
            "dossier": header(),
            "rows": {"type": "array"},
        },
        "required": ["version", "schema", "table", "dossier", "rows"],
        "additionalProperties": False,
        "allOf": [rows(table) for table in ledger.tables],
        "$defs": {table.name: row(table) for table in ledger.tables},
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def header() -> Schema:
    """What each file says of its dossier."""
    names = list(Header.__struct_fields__)
    return {
        "type": "object",
        "properties": {name: {"type": "string"} for name in names},
        "required": names,
        "additionalProperties": False,
    }


def rows(table: Table) -> Schema:
    """If a file is of this table, so is each of its rows."""
    return {
        "if": {"properties": {"table": {"const": table.name}}},
        "then": {"properties": {"rows": {"items": {"$ref": f"#/$defs/{table.name}"}}}},
    }


def row(table: Table) -> Schema:
    """One row of a table: every column, and nothing else."""
    return {
        "description": table.means,
        "type": "object",
        "properties": {column.name: cell(column) for column in table.columns},
        "required": [column.name for column in table.columns],
        "additionalProperties": False,
    }


def cell(column: Column) -> Schema:
    """One cell."""
    means = f"{column.means} ({column.refers})" if column.refers else column.means
    if column.is_many:
        return {"description": means, "type": "array", "items": value(column)}
    if column.may_lack:
        return {"description": means, "anyOf": [value(column), {"type": "null"}]}
    return {"description": means, **value(column)}


def value(column: Column) -> Schema:
    """One value of a column."""
    return {**TYPES[column.holds], "enum": list(column.choices)} if column.choices else TYPES[column.holds]
