"""The look in a real browser: side notes, the length of lines, tables on a phone, colours that the reader sets."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

PAGE = "legal-authority/title-50.html"

Opened = Callable[..., Page]

pytestmark = pytest.mark.browser


@pytest.fixture
def opened(browser: Browser, site: Path) -> Iterator[Opened]:
    """Opens a page of the site; what the browser should pretend is given by name."""
    contexts = []

    def open_page(name: str, *, width: int, **pretended: str) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, **pretended)  # type: ignore[arg-type]  # names of the library's own options
        contexts.append(context)
        page = context.new_page()
        page.goto((site / name).as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()


NOTES = """() => [...document.querySelectorAll('.cited > .cite')]
  .filter(note => getComputedStyle(note).float === 'right')
  .map(note => {
    const box = note.getBoundingClientRect()
    const mark = [...note.parentElement.getClientRects()].filter(one => one.width).at(-1)
    const text = note.closest('.prose').getBoundingClientRect()
    return {top: box.top, bottom: box.bottom, left: box.left, right: box.right, mark: mark.top, text: text.right}
  })"""

WIDE_BOXES = """() => [...document.querySelectorAll('.panel, .tiles, .part, .prose > .table')]
  .map(one => one.getBoundingClientRect())
  .map(({top, bottom, left, right}) => ({top, bottom, left, right}))"""

COPIED = """() => {
  const range = document.createRange()
  range.selectNodeContents(document.querySelector('.prose > p'))
  getSelection().removeAllRanges()
  getSelection().addRange(range)
  return getSelection().toString()
}"""

CHARACTERS = """() => [...document.querySelectorAll('.reading .prose > p:not(.own-voice)')].flatMap(paragraph => {
  const lines = Math.round(paragraph.offsetHeight / parseFloat(getComputedStyle(paragraph).lineHeight))
  const words = paragraph.cloneNode(true)
  words.querySelectorAll('.cite, .claim-number').forEach(one => one.remove())
  return lines < 4 ? [] : [words.textContent.trim().length / (lines - 0.5)]  // the last line is half full
})"""


@pytest.mark.parametrize("width", [1200, 1440, 1920])
@pytest.mark.parametrize("name", ["index.html", PAGE, "deployments/how-many-troops.html"])
def test_in_wide_windows_citations_stand_beside_their_lines_and_run_into_nothing(
    opened: Opened, name: str, width: int
) -> None:
    page = opened(name, width=width)
    notes, boxes = page.evaluate(NOTES), page.evaluate(WIDE_BOXES)
    assert notes
    assert all(note["left"] > note["text"] and note["right"] <= width for note in notes)
    assert all(above["bottom"] <= below["top"] + 1 for above, below in pairwise(notes))
    assert max(note["top"] - note["mark"] for note in notes) < 120  # no more than four lines below the mark
    assert [
        (note, box)
        for note in notes
        for box in boxes
        if note["right"] > box["left"]
        and note["left"] < box["right"]
        and note["bottom"] > box["top"] + 1
        and note["top"] < box["bottom"] - 1
    ] == []


def test_in_narrow_windows_citations_stand_in_the_text(opened: Opened) -> None:
    page = opened(PAGE, width=1100)
    assert page.evaluate(NOTES) == []
    assert " (50 U.S.C. §§ 3091, 3093). " in page.inner_text(".prose > p >> nth=0")


def test_copied_text_is_the_same_in_every_window(opened: Opened) -> None:
    narrow, wide = (opened(PAGE, width=width).evaluate(COPIED) for width in (360, 1440))
    assert " (50 U.S.C. §§ 3091, 3093). " in wide
    assert wide == narrow


def test_lines_are_of_a_length_that_reads_well(opened: Opened) -> None:
    counts = opened(PAGE, width=1440).evaluate(CHARACTERS)
    assert 60 <= sum(counts) / len(counts) <= 75


def test_the_contents_stand_to_the_left_of_the_text_in_wide_windows_and_above_it_in_others(opened: Opened) -> None:
    page = opened(PAGE, width=1200)
    where = "one => { const box = document.querySelector(one).getBoundingClientRect(); return [box.right, box.bottom] }"
    start = "document.querySelector('.prose').getBoundingClientRect()"
    assert page.evaluate(where, ".contents")[0] < page.evaluate(f"{start}.left")
    page.set_viewport_size({"width": 1199, "height": 900})
    assert page.evaluate(where, ".contents")[1] < page.evaluate(f"{start}.top")


def test_on_a_phone_a_row_of_a_wide_table_is_a_block_that_names_its_cells(opened: Opened) -> None:
    page = opened("legal-authority/index.html", width=360)
    cell = page.locator(".table td >> nth=1")
    assert cell.evaluate("one => getComputedStyle(one).display") == "block"
    assert cell.evaluate("one => getComputedStyle(one, '::before').content") == '"Who invokes it"'
    assert page.locator(".table").evaluate("one => one.scrollWidth <= one.clientWidth")


def test_the_scheme_that_the_reader_chose_wins_over_that_of_the_system(opened: Opened) -> None:
    page = opened("index.html", width=768, color_scheme="light")
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.evaluate("document.documentElement.dataset.scheme = 'dark'")
    assert page.evaluate(ground) != light


def test_with_forced_colours_boxes_have_edges(opened: Opened) -> None:
    page = opened(PAGE, width=768, forced_colors="active")
    style = page.locator(".callout").first.evaluate("one => getComputedStyle(one).borderTopStyle")
    assert style == "solid"
