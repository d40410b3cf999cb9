"""Every table in one SQLite file, with keys that hold and views that read; made in memory."""

import sqlite3
from collections.abc import Iterator

from dossier.tables import VERSION, Cell, Column, Holds, Ledger, Table

TYPES = {
    Holds.WORDS: "TEXT",
    Holds.WHOLE: "INTEGER",
    Holds.NUMBER: "REAL",
    Holds.FLAG: "INTEGER",
    Holds.DAY: "TEXT",
}

# The same tables give the same bytes, whatever the machine's own settings.
LAYOUT = f"PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA auto_vacuum = 0; PRAGMA user_version = {VERSION};"

# The header notes how often the file was changed, when that note was made, and by which release of SQLite; readers
# need the first two to agree, and nobody needs the third. See https://sqlite.org/fileformat.html#the_database_header
CHANGES, NOTED, RELEASE = slice(24, 28), slice(92, 96), slice(96, 100)

VIEWS = """
CREATE VIEW ledger AS -- every claim with how many sources support it, from how many named origins, and its newest line
SELECT claims.number, claims.claim, claims.status, claims.standing,
  count(DISTINCT CASE WHEN evidence.stance = 'supports' THEN evidence.source END) AS supporting,
  count(DISTINCT CASE WHEN evidence.stance = 'supports' AND origins.is_named THEN origins.id END) AS origins,
  count(DISTINCT CASE WHEN evidence.stance = 'qualifies' THEN evidence.source END) AS qualifying,
  count(DISTINCT CASE WHEN evidence.stance = 'disputes' THEN evidence.source END) AS disputing,
  max(evidence.as_of_last) AS latest
FROM claims
LEFT JOIN evidence ON evidence.claim = claims.id
LEFT JOIN evidence_origins ON evidence_origins.evidence = evidence.id
LEFT JOIN origins ON origins.id = evidence_origins.origins
GROUP BY claims.id ORDER BY CAST(substr(claims.number, 3) AS INTEGER);

CREATE VIEW statements AS -- every line of evidence by its words: who says what, as of when, on whose word, where
SELECT evidence.number, claims.claim, sources.outlet, sources.title, evidence.stance, evidence.value, evidence.unit,
  evidence.as_of, evidence.basis, speakers.name AS speaker, evidence.locator, evidence.quotation, sources.url
FROM evidence
JOIN claims ON claims.id = evidence.claim
JOIN sources ON sources.id = evidence.source
LEFT JOIN entities AS speakers ON speakers.id = evidence.speaker;
"""


def as_sqlite(ledger: Ledger) -> bytes:
    """The tables as the bytes of a database; a reference that leads nowhere cannot be stored."""
    database = sqlite3.connect(":memory:", isolation_level=None)
    try:
        database.executescript(LAYOUT + "PRAGMA foreign_keys = ON; BEGIN;")
        for statement in schema(ledger):
            database.execute(statement)
        for table in ledger.tables:
            fill(database, table)
        database.executemany("INSERT INTO dossier VALUES (?, ?)", about(ledger))
        database.execute("COMMIT")
        return settled(database.serialize())
    finally:
        database.close()


def schema(ledger: Ledger) -> Iterator[str]:
    """Every statement that makes a table, an index or a view."""
    yield "CREATE TABLE dossier (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)"
    for table in ledger.tables:
        yield made(table)
        for column in table.columns:
            if column.is_many:
                yield listed(table, column)
            elif column.refers and column is not table.columns[0]:
                yield f'CREATE INDEX "{table.name}_{column.name}" ON "{table.name}" ("{column.name}")'
    names = {table.name for table in ledger.tables}
    if {"claims", "evidence", "sources", "entities", "origins"} <= names:
        yield from (view for view in VIEWS.split(";\n") if view.strip())


def made(table: Table) -> str:
    """The statement that makes a table; what each column means stays in it as a comment."""
    single = [column for column in table.columns if not column.is_many]
    lines = [
        f"  {defined(column, is_key=at == 0)}{',' if column is not single[-1] else ''} -- {column.means}"
        for at, column in enumerate(single)
    ]
    return "\n".join([f'CREATE TABLE "{table.name}" ( -- {table.means}', *lines, ")"])


def defined(column: Column, *, is_key: bool) -> str:
    """A column with its type and all that holds for it."""
    words = [f'"{column.name}"', TYPES[column.holds]]
    words += [] if column.may_lack else ["NOT NULL"]
    words += ["PRIMARY KEY"] if is_key else ["UNIQUE"] if column.is_unique else []
    return " ".join([*words, *leads(column)])


def listed(table: Table, column: Column) -> str:
    """The table of a column whose cells are lists: one row a value, in order."""
    key = table.columns[0].name
    value = " ".join([f'"{column.name}"', TYPES[column.holds], "NOT NULL", *leads(column)])
    return (
        f'CREATE TABLE "{table.name}_{column.name}" ( -- {column.means}\n'
        f'  "{table.name}" TEXT NOT NULL REFERENCES "{table.name}" ("{key}"),\n'
        f'  "position" INTEGER NOT NULL,\n  {value},\n  PRIMARY KEY ("{table.name}", "position")\n)'
    )


def leads(column: Column) -> list[str]:
    """Where the values of a column lead; they are looked for once all rows are there."""
    if not column.refers:
        return []
    table, name = column.refers.split(".")
    return [f'REFERENCES "{table}" ("{name}") DEFERRABLE INITIALLY DEFERRED']


def fill(database: sqlite3.Connection, table: Table) -> None:
    """Store the rows of a table, and of its lists."""
    single = [at for at, column in enumerate(table.columns) if not column.is_many]
    marks = ", ".join("?" * len(single))
    database.executemany(
        f'INSERT INTO "{table.name}" VALUES ({marks})', ([row[at] for at in single] for row in table.rows)
    )
    for at, column in enumerate(table.columns):
        if column.is_many:
            database.executemany(f'INSERT INTO "{table.name}_{column.name}" VALUES (?, ?, ?)', items(table, at))


def items(table: Table, at: int) -> Iterator[tuple[Cell, int, str]]:
    """The values of a column of lists, each with its row's key and its position."""
    for row in table.rows:
        cell = row[at]
        if isinstance(cell, tuple):
            yield from ((row[0], position, value) for position, value in enumerate(cell, start=1))


def about(ledger: Ledger) -> tuple[tuple[str, str], ...]:
    """What the file says of its dossier."""
    header = ledger.header
    return (
        ("title", header.title),
        ("covers", header.covers),
        ("licence", header.licence),
        ("generator", header.generator),
    )


def settled(data: bytes) -> bytes:
    """The database without what the header tells of its making."""
    header = bytearray(data)
    header[CHANGES] = header[NOTED] = (1).to_bytes(4, "big")
    header[RELEASE] = bytes(4)
    return bytes(header)
