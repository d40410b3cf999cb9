"""Pages of the site as a browser prints them: what stands in the margins, what is left out, what stays together."""

import re
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

import dossier
from dossier import Options
from tests.conftest import A_DAY, Project
from tests.independent.conftest import answered

KINDS = {
    "home": "index",
    "explainer": "legal-authority/title-50",
    "section": "deployments/index",
    "ledger": "claims/index",
    "claim": "claims/active-duty-1500",
    "source": "sources/latin-times",
    "sources": "sources/index",
    "people": "entities/index",
    "timeline": "timeline",
    "figures": "figures",
    "disagreements": "disagreements",
    "glossary": "glossary",
    "quotations": "quotations",
    "unknowns": "unknowns",
    "changes": "changes",
    "about": "about",
}
TITLE = "US troops at the Mexican border and reported plans for action in Mexico"
MM = 72 / 25.4  # points
TOP, LOW, SIDE = 20 * MM, 22 * MM, 18 * MM  # the margins, of which the lower may hold a line more
TEXT_WIDTH = round((210 - 36) / 25.4 * 96)  # CSS pixels between the margins of A4
USELESS = ":is(nav:not(.paper-contents), button, input, select, .skip, .tools, .downloads, .preview)"
A_SPACE = 3  # points, which may hang out at the end of a line
FEW = 150  # characters on a sheet that nobody would print for them

ADDRESS = f"https://lagaceta.example/{'tropas-' * 20}{'x' * 120}.html"
LONG = {
    "content/dossier.yml": """\
title: Troops at the border
description: What was ordered, and what happened.
language: en
covers: 2025-01-20/2025-11-03
sections: [deployments]
base_url: https://example.org/border/
paper: letter
""",
    "content/entities/gaceta.md": "---\nname: La Gaceta\nkind: outlet\n---\n",
    "content/sources/gaceta.md": f"""\
---
title: Tropas a la frontera
publisher: gaceta
author: [Ana Pérez]
published: 2025-01-22
kind: article
url: {ADDRESS}
---
""",
    "content/sections/deployments/index.md": f"""\
---
title: Deployments
description: Who was sent to the border, and when.
---
It is one report [@gaceta].

| Report | Where it stands |
|---|---|
| La Gaceta [@gaceta] | <{ADDRESS}> |
""",
}

Printed = Callable[[Path], "Sheets"]

pytestmark = pytest.mark.browser


class Sheets:
    """A printed page, sheet by sheet."""

    def __init__(self, path: Path) -> None:
        self.pdf = pypdfium2.PdfDocument(path)
        self.texts = [sheet.get_textpage() for sheet in self.pdf]
        self.width, self.height = self.pdf[0].get_size()

    def top(self) -> list[str]:
        return [text.get_text_bounded(bottom=self.height - TOP).strip() for text in self.texts]

    def foot(self) -> list[str]:
        return [text.get_text_bounded(top=LOW).strip() for text in self.texts]

    def bodies(self) -> list[str]:
        return [text.get_text_bounded(top=self.height - TOP, bottom=LOW) for text in self.texts]

    def edges(self) -> tuple[float, float]:
        """How far to the left and to the right anything is written."""
        boxes = [text.get_charbox(at) for text in self.texts for at in range(text.count_chars())]
        return min(box[0] for box in boxes), max(box[2] for box in boxes)


@pytest.fixture(scope="module")
def printed(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """Prints a page as somebody would who changes nothing in the dialogue; what was printed is not printed again."""
    folder = tmp_path_factory.mktemp("printed")

    @cache
    def printer(page: Path) -> Sheets:
        opened = browser.new_page()
        opened.goto(page.as_uri())
        pdf = folder / f"{len(list(folder.iterdir()))}.pdf"
        opened.pdf(path=pdf, prefer_css_page_size=True)
        opened.close()
        return Sheets(pdf)

    return printer


def folded(words: str) -> str:
    """Words as they are the same however lines were broken."""
    return re.sub(r"\W+", "", words)


@pytest.mark.parametrize("page", KINDS.values(), ids=KINDS)
def test_each_sheet_bears_title_dates_and_number_and_holds_more_than_a_line(
    printed: Printed, site: Path, page: str
) -> None:
    sheets = printed(site / f"{page}.html")
    assert (round(sheets.width), round(sheets.height)) == (595, 842)
    title = LexborHTMLParser((site / f"{page}.html").read_text("utf-8")).css("html")[0].attributes["data-title"]
    assert title
    assert sheets.top()[0] == ""
    assert folded(TITLE) in folded(sheets.bodies()[0])
    assert {folded(running) for running in sheets.top()[1:]} <= {folded(TITLE + title)}
    for number, foot in enumerate(sheets.foot(), start=1):
        assert foot.startswith("Period covered: 20 January to 3 November 2025.")
        assert foot.endswith(f"{number} / {len(sheets.texts)}")
    assert [body for body in sheets.bodies()[:-1] if len(body) < FEW] == []


@pytest.mark.parametrize("page", KINDS.values(), ids=KINDS)
def test_paper_holds_no_navigation_no_button_and_nothing_too_wide(browser: Browser, site: Path, page: str) -> None:
    opened = browser.new_page(viewport={"width": TEXT_WIDTH, "height": 900})
    opened.emulate_media(media="print")
    opened.goto((site / f"{page}.html").as_uri())
    boxes = [one.bounding_box() for one in opened.locator(USELESS).all()]
    wide = opened.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    opened.close()
    assert [box for box in boxes if box and box["width"] and box["height"]] == []
    assert wide <= 0


def test_the_head_of_a_long_table_stands_on_each_of_its_sheets_without_the_signs_for_sorting(
    printed: Printed, site: Path
) -> None:
    sheets = printed(site / "claims" / "index.html").bodies()
    ledger = [sheet for sheet in sheets if re.search(r"^C-\d+ ", sheet, re.MULTILINE)]
    assert len(ledger) > 5
    for sheet in ledger:
        head = sheet[: re.search(r"^C-\d+ ", sheet, re.MULTILINE).start()]  # type: ignore[union-attr]  # found above
        assert [name for name in ("Claim", "Status", "Evidence", "Section") if name not in head] == []
        assert not set("↑↓") & set(sheet)


def test_a_card_stands_whole_on_one_sheet(printed: Printed, site: Path) -> None:
    page = site / "entities" / "index.html"
    sheets = [folded(sheet) for sheet in printed(page).bodies()]
    cards = [folded(card.text()) for card in LexborHTMLParser(page.read_text("utf-8")).css("main .cards > .card")]
    assert len(cards) > 100
    assert [card for card in cards if not any(card in sheet for sheet in sheets)] == []


def test_a_claim_on_which_sources_take_two_stances_is_stated_once(printed: Printed, site: Path) -> None:
    page = site / "disagreements.html"
    sides = LexborHTMLParser(page.read_text("utf-8"))
    statement = folded(sides.css(".side.again .side-statement")[0].text())
    stated = [side for side in sides.css(".side:not(.again) .side-statement") if folded(side.text()) == statement]
    assert folded(" ".join(printed(page).bodies())).count(statement) == len(stated)


def test_an_address_without_end_is_broken_and_stays_between_the_margins(printed: Printed, project: Project) -> None:
    folder = project(LONG)
    report = dossier.build(folder, Options(today=A_DAY))
    assert report.is_clean, report.findings
    for page in ("index", "sources/gaceta", "deployments/index"):
        sheets = printed(folder / "build" / f"{page}.html")
        left, right = sheets.edges()
        assert left > SIDE - A_SPACE
        assert right < sheets.width - SIDE + A_SPACE
        assert round(sheets.width) == 612  # letter, as the settings say
        assert f"https://example.org/border/{page.removesuffix('index')}" in sheets.foot()[0]
    told = printed(folder / "build" / "deployments" / "index.html")
    assert folded(ADDRESS) in folded(" ".join(told.bodies()))


@pytest.mark.firefox
def test_firefox_prints_the_heads_of_tables_on_each_sheet_and_no_navigation(site: Path, tmp_path: Path) -> None:
    pdf = tmp_path / "page.pdf"
    asked = {"program": shutil.which("firefox-esr"), "widths": (1440,), "scheme": "light", "axe": (), "pdf": str(pdf)}
    answered("firefox.mjs", asked | {"addresses": [(site / "claims" / "index.html").as_uri()]})
    ledger = [sheet for sheet in Sheets(pdf).bodies() if re.search(r"^C-\d+ ", sheet, re.MULTILINE)]
    assert len(ledger) > 5
    assert [sheet for sheet in ledger if "Status" not in sheet] == []
    assert "Glossary" not in " ".join(ledger)
