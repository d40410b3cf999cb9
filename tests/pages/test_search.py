import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import dossier
from tests.conftest import A_DAY, Project

Row = list[str]


def rows(site: Path) -> Iterator[Row]:
    """What a result shows of each document: url, tag, number, title, note and text."""
    for file in sorted((site / "search").glob("d-*.js")):
        _, _, data = file.read_text("utf-8").partition(",")
        yield from json.loads(data.removesuffix(");\n"))


def titled(site: Path, title: str) -> list[Row]:
    return [row for row in rows(site) if row[3] == title]


@pytest.mark.parametrize(
    ("title", "url", "tag"),
    [
        ("Claudia Sheinbaum", "entities/claudia-sheinbaum.html", "person"),
        ("Title 50", "glossary.html#title-50", "glossary"),
        ("What Title 50 means", "legal-authority/title-50.html", "explainer"),
        ("Legal authority", "legal-authority/index.html", "section"),
        ("Active-duty troops at the US-Mexico border", "figures.html#active-duty-troops", "figure"),
    ],
)
def test_a_record_is_found_by_its_name_and_says_what_it_is(site: Path, title: str, url: str, tag: str) -> None:
    assert [url, tag] in [row[:2] for row in titled(site, title)]


def test_a_part_of_a_page_is_found_by_itself_and_names_its_page(site: Path) -> None:
    ((url, tag, _, _, note, text),) = titled(site, "One raid, two labels")
    assert (url, tag, note) == ("legal-authority/title-50.html#one-raid-two-labels", "explainer", "What Title 50 means")
    assert "Osama bin Laden" in text


def test_a_claim_has_its_number_and_tells_how_its_evidence_lies(site: Path) -> None:
    (claim,) = (row for row in rows(site) if row[2] == "C-1")
    assert claim[4] == "several independent origins"


def test_the_words_that_a_source_quotes_are_found_in_it(site: Path) -> None:
    (source,) = (row for row in rows(site) if row[0] == "sources/panwar.html")
    assert "there will be no invasion" in source[5]


def test_a_list_that_is_made_is_found_by_its_title(site: Path) -> None:
    assert [row[0] for row in titled(site, "Glossary")] == ["glossary.html"]


def test_every_result_leads_to_a_page_that_is_there(site: Path) -> None:
    found = [row[0].partition("#")[0] for row in rows(site)]
    assert len(found) > 400
    assert [url for url in found if not (site / url).is_file()] == []


def test_the_index_speaks_the_language_of_the_dossier(project: Project) -> None:
    spanish = "title: Tropas\ndescription: Qué pasó.\nlanguage: es\ncovers: 2025\nsections: [deployments]\n"
    folder = project({"content/dossier.yml": spanish})
    assert dossier.build(folder, dossier.Options(today=A_DAY)).is_clean
    root = (folder / "build/search/index.js").read_text("utf-8")
    assert '["page","Páginas",0]' in root
    assert '"aunque"' not in root
    assert '"como"' in root
