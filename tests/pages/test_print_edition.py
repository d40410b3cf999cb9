"""The whole dossier as one document for paper."""

import re
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


def test_each_page_tells_the_margins_of_paper_its_title_what_it_covers_and_its_address(project: Project) -> None:
    folder = project({"content/dossier.yml": SETTINGS + "base_url: https://example.org/border/\n"})
    assert dossier.build(folder, Options(today=A_DAY)).is_clean
    root = read(folder / "build" / "deployments" / "index.html").css("html")[0].attributes
    assert root["data-book"] == "T"
    assert root["data-title"] == "Deployments"
    assert (
        root["data-foot"]
        == "Period covered: 1 January to 31 December 2025. https://example.org/border/deployments/index.html"
    )


def test_value_words_and_source_of_a_line_of_evidence_are_words_apart(site: Path) -> None:
    lines = [" ".join(line.text().split()) for line in read(site / "print.html").css(".lines > li")]
    assert any(line.startswith("supports up to 1,500 Associated Press, 22 January 2025, as of") for line in lines)
    assert [line for line in lines if re.search(r"(\d|”|✓|verified|\])[A-Z][a-z]", line.partition(", ")[0])] == []


def test_the_contents_name_the_parts_in_the_order_in_which_they_stand(site: Path) -> None:
    page = read(site / "print.html")
    named = [str(link.attributes["href"]).removeprefix("#") for link in page.css(".paper-contents a")]
    assert named == [heading.attributes["id"] for heading in page.css("main .listed")]


def test_names_are_filed_without_their_accents_and_laws_by_their_numbers(site: Path) -> None:
    page = read(site / "print.html")
    named = [" ".join(name.text().split()) for name in page.css(".people .entry-name strong")]
    assert named.index("Cartel del Noreste") < named.index("Cárteles Unidos") < named.index("CBS News")
    indexed = [" ".join(name.css("a")[0].text().split()) for name in page.css(".names > li")]
    assert indexed.index("Cartel del Noreste") < indexed.index("Cárteles Unidos") < indexed.index("CBS News")
    sources = [" ".join(name.text().split()) for name in page.css(".entry-name strong") if " U.S.C. " in name.text()]
    statutes = [int(label.split()[0]) for label in sources]
    assert statutes == sorted(statutes)
    assert statutes[0] == 8


def test_no_line_of_paper_can_end_between_a_sign_and_its_number(site: Path) -> None:
    cited = [link.text() for link in read(site / "print.html").css(".cite a")]
    assert "8 U.S.C. §\u00a01189" in cited
    assert "Proclamation 10886, 90 Fed. Reg.\u00a08327, s.\u00a03" in cited
    assert [words for words in cited if re.search(r"(§|\b(s|p|art|Reg)\.) \d", words)] == []
    shown = [link.text() for link in read(site / "legal-authority" / "title-50.html").css(".cite a")]
    assert [words for words in shown if "\u00a0" in words] == []
