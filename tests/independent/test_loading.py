"""How pages of a site with an address come in: nothing moves, only the style is waited for, no other host is asked."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

WIDTHS = (360, 1440)
SHIFT = 0.01  # a tenth of what counts as good
WATCH = """
  window.moved = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.moved += entry.value)))
    .observe({ type: "layout-shift", buffered: true });
"""
MOVED = """async () => {
  const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  await document.fonts.ready;
  await drawn();
  scrollTo(0, document.body.scrollHeight);
  await drawn();
  return window.moved;
}"""
WAITED_FOR = """() => performance.getEntriesByType("resource")
  .filter((entry) => entry.renderBlockingStatus === "blocking").map((entry) => new URL(entry.name).pathname)"""

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.add_init_script(WATCH)
    yield page
    page.close()


def opened(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_moves_nothing_blocks_but_the_style_and_no_other_host_is_asked(
    page: Page, published: str, kinds: dict[str, str], width: int
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    moved, blocking = {}, {}
    for name in kinds.values():
        opened(page, published + name, width)
        moved[name] = page.evaluate(MOVED)
        blocking[name] = [path for path in page.evaluate(WAITED_FOR) if not path.endswith(".css")]
    assert {name: sum for name, sum in moved.items() if sum >= SHIFT} == {}
    assert {name: paths for name, paths in blocking.items() if paths} == {}
    assert {urlsplit(address).netloc for address in asked} == {urlsplit(published).netloc}


def test_a_page_that_moves_is_caught(page: Page, published: str) -> None:
    opened(page, f"{published}about.html", 1440)
    page.evaluate("document.body.prepend(Object.assign(document.createElement('h1'), {textContent: 'Late'}))")
    assert page.evaluate(MOVED) >= SHIFT
