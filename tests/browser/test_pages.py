"""The built site in a real browser: from a folder, under a sub-path, on a phone, in the dark, by keyboard, on paper."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request

from tests.serving import serving

KINDS = (
    "index about timeline figures disagreements glossary quotations unknowns corrections changes search 404 "
    "sources/index sources/panwar sources/usc-50-3093 claims/index claims/active-duty-1500 "
    "claims/designation-gives-covert-authority entities/index entities/claudia-sheinbaum "
    "legal-authority/index legal-authority/title-50 deployments/how-many-troops"
).split()
WIDTHS = (360, 768, 1440)
Scheme = Literal["light", "dark"]

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def served(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site at the root of a server on this machine, and once more under a sub-path; gives the server's address."""
    root = tmp_path_factory.mktemp("host")
    shutil.copytree(site, root, dirs_exist_ok=True)
    shutil.copytree(site, root / "some" / "where")
    with serving(root) as address:
        yield address


def opened(browser: Browser, address: str, *, width: int = 1440, scheme: Scheme = "light") -> tuple[Page, list[str]]:
    """A page, and all that its console complained of."""
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("requestfailed", lambda request: complaints.extend([] if is_given_up(request) else [request.url]))
    page.goto(address)
    return page, complaints


def is_given_up(request: Request) -> bool:
    """Whether the browser no longer wanted an answer, since the reader went on before all of the page had come."""
    return request.failure == "net::ERR_ABORTED"


def is_sideways(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))


@pytest.mark.parametrize("name", [name for name in KINDS if name != "404"])
def test_a_page_opens_from_a_folder_without_a_complaint_and_fits_every_width(
    browser: Browser, site: Path, name: str
) -> None:
    page, complaints = opened(browser, (site / f"{name}.html").as_uri())
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert not is_sideways(page), width
    page.close()
    assert complaints == []


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1440, "light")])
def test_a_page_has_no_barrier_that_axe_can_find(
    browser: Browser, served: str, name: str, width: int, scheme: Scheme
) -> None:
    page, _ = opened(browser, f"{served}{name}.html", width=width, scheme=scheme)
    results = Axe().run(page)
    page.close()
    assert [violation["id"] for violation in results.response["violations"]] == []


def test_the_site_works_under_a_sub_path_and_a_reader_walks_from_the_home_page_to_a_source(
    browser: Browser, served: str
) -> None:
    page, complaints = opened(browser, f"{served}some/where/")
    page.click("text=Legal authority")
    page.click("main a[href='fto-designation.html']")
    page.click("a.claim >> nth=0")
    assert page.evaluate("location.hash").startswith("#note_claim_")
    page.click("#note_claim_eight-groups-designated a >> nth=0")
    page.click("main table a[href*='sources/'] >> nth=0")
    assert "/some/where/sources/" in page.url
    page.close()
    assert complaints == []


def test_the_first_tab_leads_past_the_navigation_and_focus_is_seen(browser: Browser, site: Path) -> None:
    page, _ = opened(browser, (site / "index.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").startswith("Skip")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "_main"
    page.close()


@pytest.mark.print
def test_a_printed_page_holds_its_text_and_no_navigation(browser: Browser, site: Path, tmp_path: Path) -> None:
    page, _ = opened(browser, (site / "legal-authority" / "title-50.html").as_uri())
    pdf = tmp_path / "page.pdf"
    page.pdf(path=pdf, format="A4")
    page.close()
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
    assert "What Title 50 means" in text
    assert "needs a written finding" in text
    assert "Who’s who\n" not in text.split("What Title 50 means", maxsplit=1)[0]
