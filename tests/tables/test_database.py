"""The database of all tables: keys that hold, lists as tables, and the same bytes for the same rows."""

import sqlite3

import pytest

from dossier.tables import Cell, Column, Header, Holds, Ledger, Table
from dossier.tables.database import as_sqlite

SOURCES = Table(
    name="sources",
    means="Sources",
    columns=(Column(name="id", means="its name"), Column(name="amount", means="a number", holds=Holds.NUMBER)),
    rows=(("post", 1500), ("star", 2.5)),
)


def ledger(*events: tuple[Cell, ...]) -> Ledger:
    columns = (
        Column(name="id", means="its name"),
        Column(name="source", means="who tells of it", refers="sources.id", may_lack=True),
        Column(name="sources", means="all that do", refers="sources.id", is_many=True),
    )
    table = Table(name="events", means="Events", columns=columns, rows=events)
    return Ledger(id="", header=Header(title="T", covers="2025", licence=""), tables=(table, SOURCES))


def opened(data: bytes) -> sqlite3.Connection:
    database = sqlite3.connect(":memory:")
    database.deserialize(data)
    return database


def test_a_list_is_a_table_of_its_own_in_order() -> None:
    database = opened(as_sqlite(ledger(("march", "post", ("star", "post")))))
    assert database.execute("SELECT * FROM events").fetchall() == [("march", "post")]
    assert database.execute("SELECT * FROM events_sources").fetchall() == [("march", 1, "star"), ("march", 2, "post")]
    database.close()


def test_a_reference_that_leads_nowhere_cannot_be_stored() -> None:
    with pytest.raises(sqlite3.IntegrityError):
        as_sqlite(ledger(("march", "nobody", ())))


def test_the_database_is_whole_and_says_what_its_columns_mean() -> None:
    database = opened(as_sqlite(ledger(("march", None, ()))))
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA user_version").fetchone() == (1,)
    (made,) = database.execute("SELECT sql FROM sqlite_master WHERE name = 'events'").fetchone()
    assert "-- who tells of it" in made
    database.close()


def test_the_same_rows_are_the_same_bytes_and_tell_nothing_of_the_machine() -> None:
    data = as_sqlite(ledger(("march", "post", ("star",))))
    assert data == as_sqlite(ledger(("march", "post", ("star",))))
    assert data[96:100] == bytes(4)  # the release of SQLite that wrote it
