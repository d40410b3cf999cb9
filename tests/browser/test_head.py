"""The policy of every page in a real browser, from a server and from a folder, and the colours round a page."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.serving import serving

pytestmark = pytest.mark.browser

# What a policy stops is told to the page before any script of its own, and kept until the test asks.
LISTEN = """
window.stopped = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.stopped.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
});
"""
# What a page must not be able to do, however it came to stand there, and the directive that stops it.
ATTEMPTS = {
    "script-src-elem": "document.body.append(Object.assign(document.createElement('script'), {text: 'ran = 1'}))",
    "script-src-attr": "document.body.setAttribute('onclick', 'ran = 1')",
    "style-src-elem": "document.body.append(Object.assign(document.createElement('style'), {textContent: 'p {}'}))",
    "style-src-attr": "document.body.setAttribute('style', 'color: red')",
    "base-uri": "document.head.append(Object.assign(document.createElement('base'), {href: 'https://a.example/'}))",
    "img-src": "document.body.append(Object.assign(new Image(), {src: 'https://a.example/a.png'}))",
    "object-src": "document.body.append(Object.assign(document.createElement('object'), {data: 'https://a.example/a'}))",
    "frame-src": "document.body.append(Object.assign(document.createElement('iframe'), {src: 'https://a.example/'}))",
    "connect-src": "fetch('https://a.example/').catch(() => 0)",
    "form-action": (
        "document.body.append(Object.assign(document.createElement('form'), {action: 'https://a.example/'}));"
        "document.forms[document.forms.length - 1].submit()"
    ),
}


@pytest.fixture(scope="module")
def served(site: Path) -> Iterator[str]:
    with serving(site) as address:
        yield address


def kinds(site: Path) -> list[str]:
    """A page of every kind: all that stand at the root, and in each folder the index and its first other page."""
    found = [page.name for page in sorted(site.glob("*.html"))]
    for folder in sorted({page.parent for page in site.glob("*/*.html")}):
        others = [page for page in sorted(folder.glob("*.html")) if page.name != "index.html"]
        found += [page.relative_to(site).as_posix() for page in (folder / "index.html", *others[:1])]
    return found


def listening(browser: Browser) -> tuple[Page, list[str]]:
    """A page that keeps what its policy stops, and all that its console says."""
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    page.add_init_script(LISTEN)
    return page, said


@pytest.mark.parametrize("way", ["served", "folder"])
def test_no_page_does_what_its_own_policy_forbids(browser: Browser, site: Path, served: str, way: str) -> None:
    page, said = listening(browser)
    stopped: list[str] = []
    for name in kinds(site):
        if way == "folder" and name == "404.html":  # its links begin at the root of a host
            continue
        page.goto(f"{served}{name}" if way == "served" else (site / name).as_uri())
        stopped += [f"{name}: {event}" for event in page.evaluate("window.stopped")]
    page.close()
    assert (stopped, said) == ([], [])


def first_stopped(page: Page) -> str:
    """What the policy stopped first; asked for again and again, since the policy forbids waiting within the page."""
    for _ in range(100):
        if stopped := page.evaluate("window.stopped"):
            return str(stopped[0])
        page.wait_for_timeout(100)
    return "nothing was stopped"


@pytest.mark.parametrize("directive", ATTEMPTS)
def test_a_page_can_do_nothing_that_its_policy_does_not_allow(browser: Browser, served: str, directive: str) -> None:
    page, _ = listening(browser)
    page.goto(f"{served}about.html")
    page.evaluate(f"() => {{ {ATTEMPTS[directive]} }}")
    event = first_stopped(page)
    page.evaluate("document.body.click()")
    assert event.startswith(f"{directive}:")
    assert page.evaluate("window.ran === undefined && document.baseURI === location.href")
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_colour_round_a_page_is_that_of_its_paper(
    browser: Browser, site: Path, scheme: Literal["light", "dark"]
) -> None:
    page = browser.new_page(color_scheme=scheme)
    page.goto((site / "index.html").as_uri())
    told = page.evaluate(
        """() => {
          const tags = [...document.querySelectorAll('meta[name="theme-color"]')];
          const probe = document.createElement("p");
          probe.style.color = tags.find((tag) => matchMedia(tag.media).matches).content;
          document.body.append(probe);
          return [getComputedStyle(probe).color, getComputedStyle(document.body).backgroundColor];
        }"""
    )
    page.close()
    assert told[0] == told[1]
