"""The typefaces in a real browser: what readers see, from a folder and from a host, and no line moves for it."""

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

import dossier
from hatch_build import FACES
from tests.conftest import A_DAY, ROOT
from tests.serving import serving

KINDS = ("index", "legal-authority/title-50", "claims/active-duty-1500", "sources/panwar", "timeline")
FIRST_SCREEN = "h1, .site-name, .site nav a, .opening p, main p"
MOVED = """
window.moved = 0;
new PerformanceObserver(list => list.getEntries().forEach(entry => { window.moved += entry.value; }))
  .observe({type: "layout-shift", buffered: true});
"""

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """This repository's dossier built for an address of its own, and served on this machine; gives where."""
    home = tmp_path_factory.mktemp("hosted")
    shutil.copytree(ROOT / "content", home / "content")
    with (home / "content" / "dossier.yml").open("a", encoding="utf-8") as settings:
        settings.write("\nbase_url: https://example.org/\n")
    report = dossier.build(home, dossier.Options(today=A_DAY))
    assert report.is_clean
    with serving(home / "build") as address:
        yield address


def opened(browser: Browser, address: str) -> tuple[Page, list[str]]:
    """A page that has its typefaces, as a first visit sees it, and all that its console complained of."""
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("requestfailed", lambda request: complaints.append(request.url))
    page.add_init_script(MOVED)
    page.goto(address)
    page.evaluate("document.fonts.ready")
    return page, complaints


def drawn(page: Page, selector: str) -> set[str]:
    """The fonts in which the browser has drawn these elements, by the names that they give themselves."""
    protocol = page.context.new_cdp_session(page)
    protocol.send("DOM.enable")
    protocol.send("CSS.enable")
    root = protocol.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    nodes = protocol.send("DOM.querySelectorAll", {"nodeId": root, "selector": selector})["nodeIds"]
    fonts: Counter[str] = Counter()
    for node in nodes[:25]:
        for font in protocol.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]:
            fonts[font["familyName"]] += font["glyphCount"]
    return set(fonts)


def is_loaded(page: Page, family: str, weight: int, style: str) -> bool:
    return bool(page.evaluate(f"document.fonts.check('{style} {weight} 16px \"{family}\"')"))


@pytest.mark.parametrize("name", KINDS)
def test_a_page_from_a_folder_is_drawn_in_its_typefaces_and_has_no_complaint(
    browser: Browser, site: Path, name: str
) -> None:
    page, complaints = opened(browser, (site / f"{name}.html").as_uri())
    assert drawn(page, FIRST_SCREEN) == {"Dossier Serif", "Dossier Sans"}
    page.context.close()
    assert complaints == []


@pytest.mark.parametrize("name", KINDS)
def test_a_page_from_a_host_is_drawn_in_its_typefaces_and_no_line_moves_when_they_come(
    browser: Browser, hosted: str, name: str
) -> None:
    page, complaints = opened(browser, f"{hosted}{name}.html")
    assert drawn(page, FIRST_SCREEN) == {"Dossier Serif", "Dossier Sans"}
    moved = page.evaluate("moved")
    page.context.close()
    assert complaints == []
    assert moved < 0.01


def test_every_face_is_read_by_the_browser_as_what_it_is(browser: Browser, site: Path) -> None:
    page, _ = opened(browser, (site / "legal-authority/title-50.html").as_uri())
    page.evaluate("Promise.all(Array.from(document.fonts, face => face.load().catch(() => null)))")
    status = page.evaluate("Array.from(document.fonts, face => [face.family.replaceAll('\"', ''), face.status])")
    assert Counter(family for family, state in status if state == "loaded" and family.startswith("Dossier")) == Counter(
        face.family.name for face in FACES
    )
    assert is_loaded(page, "Dossier Serif", 400, "italic")
    assert is_loaded(page, "Dossier Sans", 600, "normal")
    page.context.close()


def test_without_the_typefaces_a_page_is_complete_in_those_of_the_reader(
    browser: Browser, site: Path, tmp_path: Path
) -> None:
    shutil.copytree(site, tmp_path, dirs_exist_ok=True)
    shutil.rmtree(tmp_path / "assets" / "fonts")
    page, _ = opened(browser, (tmp_path / "index.html").as_uri())
    fonts = drawn(page, FIRST_SCREEN)
    page.context.close()
    assert fonts
    assert not [font for font in fonts if font.startswith("Dossier")]
