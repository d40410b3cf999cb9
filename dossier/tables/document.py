"""A table as JSON: the header, and each row as an object."""

import json

from msgspec.structs import asdict

from dossier.tables import VERSION, Document

SCHEMA = "schema.json"  # beside the file


def as_json(document: Document) -> bytes:
    """The table by the schema beside it; several values are a list, and nothing is null."""
    table = document.table
    names = [column.name for column in table.columns]
    told = {
        "version": VERSION,
        "schema": SCHEMA,
        "table": table.name,
        "dossier": asdict(document.header),
        "rows": [dict(zip(names, row, strict=True)) for row in table.rows],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
