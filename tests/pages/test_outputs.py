"""What `outputs` leaves out is not made, and nothing leads to it."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

import dossier
from dossier.model.run import Options
from tests.conftest import A_DAY, SMALLEST, Project

SECTION = "content/sections/deployments/index.md"
DATED = {SECTION: SMALLEST[SECTION].replace("---\n", "---\npublished: 2025-11-03\n", 1)}
MADE = {
    "search": {"search.html", "search/"},
    "data": {"data/"},
    "print": {"print.html"},
    "feed": {"feed.xml"},
}


def built(project: Project, outputs: str) -> Path:
    settings = f"{SMALLEST['content/dossier.yml']}base_url: https://example.org/\n{outputs}"
    folder = project({"content/dossier.yml": settings} | DATED)
    report = dossier.build(folder, Options(today=A_DAY))
    assert report.is_clean
    assert report.output
    return report.output


def made(site: Path) -> set[str]:
    return {str(file.relative_to(site)) for file in site.rglob("*") if file.is_file()}


def led_to(site: Path) -> Iterable[str]:
    for page in site.rglob("*.html"):
        tree = LexborHTMLParser(page.read_text("utf-8"))
        yield from (link.attributes["href"] or "" for link in tree.css("[href]"))


def test_everything_is_made_unless_something_is_said(project: Project) -> None:
    files = made(built(project, ""))
    for paths in MADE.values():
        assert all(any(file.startswith(path) for file in files) for path in paths)


@pytest.mark.parametrize("left_out", MADE)
def test_what_is_left_out_is_not_there_and_nothing_leads_to_it(project: Project, left_out: str) -> None:
    kept = ", ".join(["pages", *(output for output in MADE if output != left_out)])
    site = built(project, f"outputs: [{kept}]\n")

    for path in MADE[left_out]:
        assert not any(file.startswith(path) for file in made(site)), path
        assert not any(link.removeprefix("../").startswith(path) for link in led_to(site)), path
    assert (site / "index.html").exists()


def test_there_is_no_site_without_pages(project: Project) -> None:
    folder = project({"content/dossier.yml": f"{SMALLEST['content/dossier.yml']}outputs: [data]\n"})
    (finding,) = dossier.build(folder, Options(today=A_DAY)).findings

    assert finding.problem.code == "not-a-choice"
    assert finding.problem.message == "`outputs` leaves out `pages`: without them there is no site"
