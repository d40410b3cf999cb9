"""The data files of this repository's own dossier: each opens, holds to its schema, and agrees with the others."""

import csv
import json
import re
import sqlite3
import subprocess
from pathlib import Path

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from jsonschema import Draft202012Validator

from tests.conftest import ROOT

TABLES = (
    *("claims", "evidence", "sources", "origins", "entities", "events", "measures", "figures", "disagreements"),
    *("quotations", "terms", "corrections"),
)


def rows(site: Path, table: str) -> list[dict[str, object]]:
    found = json.loads((site / f"data/{table}.json").read_text("utf-8"))["rows"]
    assert isinstance(found, list)
    return found


def opened(site: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{site}/data/dossier.sqlite?mode=ro", uri=True)


@pytest.mark.parametrize("table", TABLES)
def test_a_file_holds_to_the_published_schema(site: Path, table: str) -> None:
    schema = json.loads((site / "data/schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    document = json.loads((site / f"data/{table}.json").read_text("utf-8"))
    assert document["table"] == table
    assert [error.message for error in validator.iter_errors(document)] == []


@pytest.mark.parametrize("table", TABLES)
def test_csv_json_and_database_hold_the_same_rows(site: Path, table: str) -> None:
    with (site / f"data/{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        sheet = list(csv.DictReader(file))
    database = opened(site)
    keys = [key for (key,) in database.execute(f'SELECT id FROM "{table}"')]
    database.close()
    assert [row["id"] for row in sheet] == [row["id"] for row in rows(site, table)]
    assert sorted(keys) == sorted(str(row["id"]) for row in rows(site, table))


def test_every_page_that_a_row_names_is_there(site: Path) -> None:
    pages = {str(row["page"]).partition("#")[0] for table in TABLES for row in rows(site, table) if "page" in row}
    assert [page for page in sorted(pages) if not (site / page).is_file()] == []


def test_a_value_is_both_words_and_numbers(site: Path) -> None:
    (value,) = (row for row in rows(site, "figures") if row["id"] == "ap-jan22-1")
    assert (value["value"], value["hedge"], value["amount"], value["as_of_first"]) == (
        "up to 1,500", "up to", 1500, "2025-01-22",
    )  # fmt: skip


def test_the_ledger_counts_as_the_pages_do(site: Path) -> None:
    database = opened(site)
    counted = ("supporting", "origins", "qualifying", "disputing")
    ledger = {
        number: counts for number, *counts in database.execute(f"SELECT number, {', '.join(counted)} FROM ledger")
    }
    database.close()
    assert ledger == {row["number"]: [row[name] for name in counted] for row in rows(site, "claims")}


def test_the_database_is_whole_and_every_key_leads_somewhere(site: Path) -> None:
    database = opened(site)
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    (speaker,) = database.execute(
        "SELECT speaker FROM statements WHERE quotation = 'there will be no invasion'"
    ).fetchone()
    database.close()
    assert speaker == "Claudia Sheinbaum"


def test_every_source_is_in_the_bibliography_in_every_format(site: Path) -> None:
    ids = sorted(str(row["id"]) for row in rows(site, "sources"))
    csl = json.loads((site / "data/bibliography.json").read_text("utf-8"))
    bibtex = parse_string((site / "data/bibliography.bib").read_text("utf-8"))
    ris = rispy.loads((site / "data/bibliography.ris").read_text("utf-8"))
    assert [item["id"] for item in csl] == ids
    assert [entry.key for entry in bibtex.entries] == ids
    assert [record["id"] for record in ris] == ids
    assert bibtex.failed_blocks == []


@pytest.mark.pandoc
@pytest.mark.parametrize("name", ["bibliography.json", "bibliography.bib"])
def test_pandoc_prints_every_source_without_a_warning(site: Path, tmp_path: Path, name: str) -> None:
    page = tmp_path / "page.md"
    page.write_text('---\nnocite: "@*"\n---\n', encoding="utf-8")
    command = ["pandoc", "--citeproc", "--bibliography", str(site / "data" / name), "-t", "html", str(page)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert done.stdout.count('class="csl-entry"') == len(rows(site, "sources"))


def test_the_lists_lead_to_the_files(site: Path) -> None:
    sources, claims = ((site / f"{name}/index.html").read_text("utf-8") for name in ("sources", "claims"))
    assert all(f'href="../data/bibliography.{form}"' in sources for form in ("json", "bib", "ris"))
    assert 'href="../data/dossier.sqlite"' in claims


def test_the_guide_names_every_table_and_view_and_its_questions_have_answers(site: Path) -> None:
    guide = (ROOT / "docs/data.md").read_text("utf-8")
    database = opened(site)
    views = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'view'")]
    questions = re.findall(r"^SELECT .*$", guide, re.MULTILINE)
    answers = [database.execute(question).fetchall() for question in questions]
    database.close()
    assert set(re.findall(r"^\| `(\w+)` \|", guide, re.MULTILINE)) == {*TABLES, *views}
    assert len(answers) == 2
    assert all(answers)
