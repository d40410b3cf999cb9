"""The pictures in a real browser: no barrier, links that land, words that do not overlap."""

from itertools import pairwise
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

PAGES = ("figures", "timeline", "sources/index")

pytestmark = pytest.mark.browser

# Pairs of words of one picture that overlap, and words smaller than 12 pixels or outside the window.
FAULTY_WORDS = """() => [...document.querySelectorAll("figure.chart > svg")].flatMap((picture) => {
  const words = [...picture.querySelectorAll("text")].map((text) => ({
    text: text.textContent, size: parseFloat(getComputedStyle(text).fontSize), box: text.getBoundingClientRect() }));
  const beside = (a, b) => a.right <= b.left + 1 || b.right <= a.left + 1;
  const apart = (a, b) => beside(a, b) || a.bottom <= b.top + 3 || b.bottom <= a.top + 3;
  const overlaps = words.flatMap((one, at) => words.slice(at + 1)
    .filter((other) => !apart(one.box, other.box)).map((other) => one.text + " meets " + other.text));
  const small = words.filter((one) => one.size < 12).map((one) => one.text + " is small");
  const outside = words.filter((one) => one.box.left < 0 || one.box.right > innerWidth).map((one) => one.text);
  return [...overlaps, ...small, ...outside];
})"""


def opened(
    browser: Browser, site: Path, name: str, *, width: int = 1440, scheme: Literal["light", "dark"] = "light"
) -> Page:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.goto((site / f"{name}.html").as_uri())
    return page


@pytest.mark.parametrize("name", PAGES)
def test_words_of_a_picture_are_readable_and_apart_at_every_width(browser: Browser, site: Path, name: str) -> None:
    page = opened(browser, site, name)
    assert page.locator("figure.chart").count()
    for width in (320, 360, 768, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(FAULTY_WORDS) == [], width
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
    page.close()


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1440, "dark")])
def test_a_picture_has_no_barrier_that_axe_can_find(
    browser: Browser, site: Path, name: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    page = opened(browser, site, name, width=width, scheme=scheme)
    results = Axe().run(page, "figure.chart")
    page.close()
    assert [violation["id"] for violation in results.response["violations"]] == []


def test_a_point_leads_to_its_row_by_mouse_and_by_key(browser: Browser, site: Path) -> None:
    page = opened(browser, site, "figures", width=360)
    point = page.locator("a.mark").first
    target = point.get_attribute("href")
    point.locator(".hit").click()
    assert page.evaluate("location.hash") == target
    assert page.locator("tr:target").count() == 1
    page.locator("a.mark").last.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == page.locator("a.mark").last.get_attribute("href")
    page.close()


def test_a_block_leads_to_its_event_and_one_key_leads_past_them_all(browser: Browser, site: Path) -> None:
    page = opened(browser, site, "timeline", width=360)
    block = page.locator("a.block").last
    target = block.get_attribute("href")
    block.click()
    assert page.evaluate("location.hash") == target
    assert page.locator("li:target").count() == 1
    page.locator("a.past").focus()
    assert page.locator("a.past").bounding_box()["x"] >= 0  # type: ignore[index]  # it has a box once it has the focus
    page.keyboard.press("Enter")
    assert page.locator("h2:target").count() == 1
    page.close()


def test_a_block_is_a_target_of_24_pixels_with_its_gap(browser: Browser, site: Path) -> None:
    page = opened(browser, site, "timeline", width=360)
    tops = page.evaluate("[...document.querySelectorAll('.block rect')].map((one) => one.getBoundingClientRect().top)")
    page.close()
    levels = sorted(set(map(round, tops)))
    assert min(later - one for one, later in pairwise(levels)) >= 24


def test_a_picture_keeps_its_lines_where_a_reader_chooses_the_colors(browser: Browser, site: Path) -> None:
    page = browser.new_page(forced_colors="active", color_scheme="dark")
    page.goto((site / "figures.html").as_uri())
    colors = page.evaluate("""() => {
      const probe = document.body.appendChild(document.createElement("i"));
      probe.style.color = "LinkText";
      const dot = document.querySelector("a.mark.supports.exact .shape");
      return [getComputedStyle(probe).color, getComputedStyle(dot).fill];
    }""")
    page.close()
    assert colors[0] == colors[1]
