"""The whole dossier as one document for paper."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

import dossier
from dossier import Options
from tests.conftest import A_DAY, Project

SETTINGS = "title: T\ndescription: D.\nlanguage: en\ncovers: 2025-01-01/2025-12-31\nsections: [deployments]\n"


def read(page: Path) -> LexborHTMLParser:
    return LexborHTMLParser(page.read_text("utf-8"))


@pytest.mark.parametrize(
    ("typed", "sheet"), [("", "paper-a4"), ("paper: A4\n", "paper-a4"), ("paper: letter\n", "paper-letter")]
)
def test_the_settings_choose_the_size_of_the_paper(project: Project, typed: str, sheet: str) -> None:
    folder = project({"content/dossier.yml": SETTINGS + typed})
    assert dossier.build(folder, Options(today=A_DAY)).is_clean
    for name in ("index", "print"):
        sheets = [link.attributes["href"] for link in read(folder / "build" / f"{name}.html").css("link[media=print]")]
        assert f"assets/{sheet}.css" in sheets


def test_the_document_holds_every_numbered_statement_and_every_source_as_the_site_does(site: Path) -> None:
    words = read(site / "print.html").text()
    ledger = read(site / "claims" / "index.html").css("tbody td:first-child a")
    assert len(ledger) > 100
    assert [link.text() for link in ledger if link.text() not in words] == []
    sources = read(site / "sources" / "index.html").css(".cards .card-title a")
    assert [link.text() for link in sources if link.text() not in words] == []


def test_every_link_within_the_document_lands_in_it_and_no_id_stands_twice(site: Path) -> None:
    page = read(site / "print.html")
    ids = [node.attributes["id"] for node in page.css("[id]")]
    assert len(ids) == len(set(ids))
    inner = [str(node.attributes["href"]) for node in page.css("main a[href^='#']")]
    assert len(inner) > 1000
    assert {href for href in inner if href.removeprefix("#") not in ids} == set()
