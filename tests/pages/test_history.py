"""What readers are told of changes: the page of changes, a claim's history, and the corrections of every kind."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

import dossier
from dossier import Options, editions
from tests.conftest import Project

LATER = date(2025, 12, 1)
FIRST, SECOND = date(2025, 11, 3), date(2025, 11, 20)

OLD = "The Pentagon ordered 5,100 troops to the border."
NEW = "The Pentagon ordered 1,500 troops to the border."


def claim(statement: str, number: int = 1, more: str = "") -> str:
    return f"---\nclaim: {statement}\nnumber: {number}\nsection: deployments\nmeasure: troops\n{more}---\n"


def corrected(was: str, now: str, day: str) -> str:
    return f'corrections:\n  - {{date: {day}, was: "{was}", now: "{now}", why: Two digits were turned round.}}\n'


def source(*says: str, more: str = "") -> str:
    lines = "".join(f"\n  - {{{line}, stance: supports, basis: document}}" for line in says)
    return (
        "---\ntitle: Order 7\npublisher: unknown\nauthor: unknown\npublished: 2025-01-23\nkind: order\n"
        f"licence: public-domain\nsays:{lines}\n{more}---\n"
    )


FILES = {
    "content/claims/troops.md": claim(OLD),
    "content/measures/troops.md": "---\ntitle: Troops\nunit: people\ncounts: Troops under orders.\n---\n",
    "content/sources/order.md": source('claim: troops, value: "5100", as_of: 2025-01-22'),
    "content/sections/deployments/index.md": (
        "---\ntitle: Deployments\ndescription: Who was sent.\n---\n[So it was](claim:troops) [@order].\n"
    ),
}


def put(folder: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def built(folder: Path, page: str, today: date = LATER) -> LexborHTMLParser:
    report = dossier.build(folder, Options(today=today))
    assert report.is_clean, report.findings
    return LexborHTMLParser((folder / "build" / page).read_text(encoding="utf-8"))


def words(page: LexborHTMLParser, css: str) -> list[str]:
    return [" ".join(node.text().split()) for node in page.css(css)]


def freeze(folder: Path, name: str, today: date) -> None:
    assert editions.freeze(folder, name, Options(today=today)).file is not None


def test_before_the_first_edition_the_page_says_that_there_is_none(project: Project) -> None:
    page = built(project(FILES), "changes.html")
    assert words(page, ".content .empty")[0].startswith("No edition has been published yet.")
    assert page.css(".content h2") == []


def test_before_the_first_edition_a_claim_has_no_history(project: Project) -> None:
    assert built(project(FILES), "claims/troops.html").css(".history") == []


def test_with_an_edition_and_nothing_changed_the_page_says_so(project: Project) -> None:
    folder = project(FILES)
    freeze(folder, "first", FIRST)
    page = built(folder, "changes.html")
    assert words(page, ".content h2") == ["Since the edition “first” of 3 November 2025"]
    assert words(page, ".content .empty") == [
        "Nothing has changed.",
        "The first edition, “first”, was published on 3 November 2025.",
    ]


@pytest.fixture
def changed(project: Project) -> Path:
    """A dossier of two editions that has changed after each of them, with corrections where they are due."""
    folder = project(FILES)
    freeze(folder, "first", FIRST)
    put(
        folder,
        {
            "content/claims/troops.md": claim(NEW, more=corrected(OLD, NEW, "2025-11-04")),
            "content/claims/marines.md": claim("The Pentagon ordered 500 Marines.", 2),
            "content/sources/order.md": source(
                'claim: troops, value: "1500", as_of: 2025-01-22',
                "claim: marines, value: 500, as_of: 2025-01-22",
                more=corrected("5100", "1500", "2025-11-04"),
            ),
            "content/disagreements/totals.md": (
                "---\ntitle: How many were ordered\nnumber: 1\ntype: scope\nclaims: [troops, marines]\n---\n"
            ),
            "content/sections/deployments/index.md": FILES["content/sections/deployments/index.md"]
            + "\n[So were they](claim:marines) [@order].\n",
        },
    )
    freeze(folder, "second", SECOND)
    put(
        folder,
        {
            "content/claims/marines.md": claim(
                "The Pentagon ordered 500 Marines.", 2, "status: withdrawn\nreason: The order names no Marines.\n"
            ),
            "content/disagreements/totals.md": (
                "---\ntitle: How many were ordered\nnumber: 1\ntype: scope\nclaims: [troops, marines]\n"
                "settled: The order names 1,500 troops.\n---\n"
            ),
        },
    )
    return folder


def test_the_page_lists_what_changed_from_each_edition_to_the_next_newest_first(changed: Path) -> None:
    page = built(changed, "changes.html")
    assert words(page, ".content h2, .content h3") == [
        "Since the edition “second” of 20 November 2025",
        "Claims withdrawn",
        "Disagreements settled",
        "From the edition “first” to the edition “second” of 20 November 2025",
        "Claims added",
        "Claims reworded",
        "Figures changed",
        "Figures added",
        "Disagreements added",
    ]


def test_each_change_shows_its_words_and_leads_to_its_record(changed: Path) -> None:
    page = built(changed, "changes.html")
    since, between = page.css("#since-second")[0], page.css("#edition-second")[0]
    assert "C-2 The Pentagon ordered 500 Marines. The order names no Marines." in " ".join(since.text().split())
    assert "D-1 How many were ordered The order names 1,500 troops." in " ".join(since.text().split())
    assert [node.text() for node in between.css("del")] == [OLD, "5,100 people, as of 22 January 2025"]
    assert [node.text() for node in between.css("ins")] == [
        NEW,
        "1,500 people, as of 22 January 2025",
        "500 people, as of 22 January 2025",
    ]
    links = {node.attributes.get("href") for node in page.css(".content a")}
    assert links >= {
        "claims/troops.html",
        "claims/marines.html",
        "figures.html#troops",
        "sources/order.html",
        "disagreements.html#totals",
    }


def test_a_claim_tells_when_it_was_first_published_corrected_and_reworded(changed: Path) -> None:
    page = built(changed, "claims/troops.html")
    assert words(page, ".history .when") == [
        "3 November 2025, in the edition “first”",
        "4 November 2025",
        "20 November 2025, in the edition “second”",
    ]
    assert words(page, ".history .when + p") == ["First published", "Corrected", "Reworded"]
    assert words(page, ".history del") == [OLD]
    assert words(page, ".history ins") == [NEW]
    assert page.css("#_corrections")


def test_a_claim_tells_that_its_status_changed_since_the_newest_edition(changed: Path) -> None:
    page = built(changed, "claims/marines.html")
    assert words(page, ".history li") == [
        "20 November 2025, in the edition “second” First published",
        "Since the edition “second” Status changed from “stands” to “withdrawn”",
    ]


NEWER = {
    "content/claims/new.md": "---\nclaim: Others were ordered too.\nnumber: 2\nsection: deployments\n---\n",
    "content/sources/order.md": source('claim: troops, value: "5100", as_of: 2025-01-22', "claim: new"),
}


def test_a_claim_that_no_edition_has_says_so(project: Project) -> None:
    folder = project(FILES)
    freeze(folder, "first", FIRST)
    put(folder, NEWER)
    assert words(built(folder, "claims/new.html"), ".history li") == ["Since the edition “first” Not in an edition yet"]


def test_a_settled_disagreement_says_how_it_ended(changed: Path) -> None:
    for page in ("disagreements.html", "claims/troops.html"):
        assert words(built(changed, page), ".settled") == ["Settled: The order names 1,500 troops."]


CORRECTION = "corrections:\n  - {date: 2025-11-04, was: It was so., now: It was not., why: We erred.}\n---\n"
OF_EVERY_KIND = {
    "content/index.md": ("---\ntitle: Home\n---\nHere.\n", "index.html"),
    "content/about.md": ("---\ntitle: About\n---\nHere.\n", "about.html"),
    "content/timeline.md": ("---\ntitle: Timeline\n---\nHere.\n", "timeline.html"),
    "content/changes.md": ("---\ntitle: Changes\n---\nHere.\n", "changes.html"),
    "content/sections/deployments/index.md": (
        "---\ntitle: Deployments\ndescription: Who.\n---\n[So it was](claim:troops) [@order].\n",
        "deployments/index.html",
    ),
    "content/sections/deployments/role.md": ("---\ntitle: Role\ndescription: What.\n---\n", "deployments/role.html"),
    "content/claims/troops.md": (claim(OLD), "claims/troops.html"),
    "content/sources/order.md": (
        source('claim: troops, value: "5100", as_of: 2025-01-22'),
        "sources/order.html",
    ),
    "content/disagreements/totals.md": (
        "---\ntitle: How many\nnumber: 1\ntype: scope\nclaims: [troops]\n---\n",
        "disagreements.html",
    ),
    "content/measures/troops.md": (FILES["content/measures/troops.md"], "figures.html"),
    "content/entities/pentagon.md": ("---\nname: Pentagon\nkind: organisation\n---\n", "entities/pentagon.html"),
    "content/events/ordered.md": ("---\ntitle: The order\ndate: 2025-01-22\n---\n", "timeline.html"),
    "content/terms/order.md": ("---\nterm: order\n---\nA command.\n", "glossary.html"),
}


@pytest.mark.parametrize("path", OF_EVERY_KIND)
def test_a_correction_stands_in_a_dated_box_with_its_record_whatever_its_kind(path: str, project: Project) -> None:
    text, address = OF_EVERY_KIND[path]
    head, _, body = text.rpartition("---\n")
    folder = project(FILES | {path: head + CORRECTION + body})
    page = built(folder, address)
    assert words(page, ".corrections .when") == ["4 November 2025"]
    assert words(page, ".corrections dd") == ["It was so.", "It was not.", "We erred."]
    listed = LexborHTMLParser((folder / "build/corrections.html").read_text(encoding="utf-8"))
    assert [when[:15] for when in words(listed, ".corrections .when")] == ["4 November 2025"]


def test_a_minor_correction_is_listed_as_minor_and_says_no_more(project: Project) -> None:
    more = "corrections:\n  - {date: 2025-11-04, minor: true}\n"
    folder = project(FILES | {"content/claims/troops.md": claim(OLD, more=more)})
    for address in ("claims/troops.html", "corrections.html"):
        page = built(folder, address)
        assert words(page, ".corrections li > p:last-child") == ["A minor correction, such as of spelling."]
