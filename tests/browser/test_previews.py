"""Evidence beside its sentence, and the switches, in a real browser: by pointer, keyboard and finger, and without."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.serving import serving

pytestmark = pytest.mark.browser

Scheme = Literal["light", "dark"]
TROOPS = "deployments/how-many-troops"
SHORT = "mexican-responses/joint-statement"
WORDS = "mexican-responses/what-sheinbaum-said"
PAST_OPENING = 500  # ms; well over the delay after which a card opens
PAST_CLOSING = 600  # ms; likewise for closing


@pytest.fixture
def context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Opens browser contexts with settings of their own, and closes them after the test."""
    opened: list[BrowserContext] = []

    def new(**settings: object) -> BrowserContext:
        opened.append(browser.new_context(**({"viewport": {"width": 1440, "height": 900}} | settings)))  # type: ignore[arg-type]  # the settings are those of Playwright, by name
        return opened[-1]

    yield new
    for each in opened:
        each.close()


Contexts = Callable[..., BrowserContext]


def opened(context: BrowserContext, site: Path, name: str = TROOPS) -> tuple[Page, list[str]]:
    """A page, and all that its console and its scripts complained of."""
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("requestfailed", lambda request: complaints.append(request.url))
    page.goto((site / f"{name}.html").as_uri())
    return page, complaints


def preview(page: Page) -> Locator:
    return page.locator(".preview")


def scroll_to(link: Locator) -> None:
    link.evaluate("link => link.scrollIntoView({block: 'center', behavior: 'instant'})")


def hovered(page: Page, selector: str, at: int = 0) -> Locator:
    """A link with its card open, by pointer."""
    link = page.locator(selector).nth(at)
    scroll_to(link)
    link.hover()
    expect(preview(page)).to_be_visible()
    return link


def tab_to(page: Page, link: Locator) -> None:
    """Brings the keyboard to a link, as a reader does who tabs on from the link before it."""
    scroll_to(link)
    link.evaluate("link => link.focus({focusVisible: true})")


def is_within_window(page: Page) -> bool:
    box = preview(page).bounding_box()
    window = page.viewport_size
    assert box
    assert window
    return (
        box["x"] >= 0
        and box["y"] >= 0
        and box["x"] + box["width"] <= window["width"] + 0.5
        and box["y"] + box["height"] <= window["height"] + 0.5
    )


def rules_broken(page: Page) -> list[str]:
    return [violation["id"] for violation in Axe().run(page).response["violations"]]


def test_hover_shows_the_claim_with_its_origins_and_each_line_of_evidence(context: Contexts, site: Path) -> None:
    page, complaints = opened(context(), site)
    before = page.content().count("note_claim_")
    hovered(page, "a.claim.disputed")
    card = preview(page)
    for words in ("C-11", "disputed", "2 articles, 2 origins: Eagle Eye Report", "disputes", "Fox News", "D-9", "¶1"):
        expect(card).to_contain_text(words)
    assert is_within_window(page)
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(one => one.id)")
    assert len(ids) == len(set(ids))
    assert page.content().count("note_claim_") == before
    assert complaints == []


def test_the_card_shows_the_exact_words_of_a_source_and_that_they_were_verified(context: Contexts, site: Path) -> None:
    page, _ = opened(context(), site, WORDS)
    hovered(page, "a.claim[href='#note_claim_no-invasion']")
    expect(preview(page).locator(".words").first).to_contain_text("“")
    expect(preview(page).locator(".sign.verified").first).to_be_visible()


@pytest.mark.parametrize("selector", [".cite a", "a.to-term", "a.to-entity"])
def test_citations_terms_and_names_show_their_cards_too(context: Contexts, site: Path, selector: str) -> None:
    page, _ = opened(context(), site, "legal-authority/title-50")
    link = hovered(page, f".prose {selector}")
    where = link.get_attribute("href") or ""
    title = preview(page).locator(".card-title a")
    expect(title).to_be_visible()
    assert where.startswith("#note_source_") or title.get_attribute("href") == where


def opened_in_stopped_time(context: BrowserContext, site: Path) -> Page:
    """A page on which no time passes but what the test says, so that a busy machine does not decide it."""
    context.clock.install(time=0)
    page, _ = opened(context, site)
    context.clock.pause_at(60_000)
    return page


def test_a_pointer_that_only_passes_opens_nothing(context: Contexts, site: Path) -> None:
    calm = context()
    page = opened_in_stopped_time(calm, site)
    link = page.locator("a.claim").first
    scroll_to(link)
    link.hover()
    calm.clock.run_for(150)
    page.mouse.move(2, 2)
    calm.clock.run_for(PAST_OPENING)
    expect(preview(page)).to_be_hidden()


def test_the_pointer_may_move_onto_the_card_which_stays_until_it_leaves(context: Contexts, site: Path) -> None:
    calm = context()
    page = opened_in_stopped_time(calm, site)
    link = page.locator("a.claim").first
    scroll_to(link)
    link.hover()
    calm.clock.run_for(PAST_OPENING)
    box = preview(page).bounding_box()
    assert box
    page.mouse.move(2, 2)
    calm.clock.run_for(200)
    page.mouse.move(box["x"] + 30, box["y"] + 30)
    calm.clock.run_for(PAST_CLOSING)
    expect(preview(page)).to_be_visible()
    page.mouse.move(2, 2)
    calm.clock.run_for(PAST_CLOSING)
    expect(preview(page)).to_be_hidden()


def test_escape_dismisses_the_card_under_a_resting_pointer_and_it_stays_away(context: Contexts, site: Path) -> None:
    page, _ = opened(context(), site)
    hovered(page, "a.claim")
    page.keyboard.press("Escape")
    expect(preview(page)).to_be_hidden()
    page.mouse.move(*at_rest(page, "a.claim"))
    page.wait_for_timeout(PAST_OPENING)
    expect(preview(page)).to_be_hidden()


def at_rest(page: Page, selector: str) -> tuple[float, float]:
    """Another point of the same link."""
    rect = page.locator(selector).first.evaluate("link => { const r = link.getClientRects()[0]; return [r.x, r.y] }")
    return rect[0] + 4, rect[1] + 4


def test_the_close_button_is_large_enough_and_has_a_name(context: Contexts, site: Path) -> None:
    page, _ = opened(context(), site)
    hovered(page, "a.claim")
    button = preview(page).get_by_role("button", name="Close")
    box = button.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 24
    button.click()
    expect(preview(page)).to_be_hidden()


def test_keyboard_focus_shows_the_card_and_escape_leaves_the_focus_where_it_was(context: Contexts, site: Path) -> None:
    page, _ = opened(context(), site)
    link = page.locator("a.claim").first
    tab_to(page, link)
    expect(preview(page)).to_be_visible()
    assert "C-1" in (page.locator(f"#{link.get_attribute('aria-describedby')}").text_content() or "")
    page.keyboard.press("Escape")
    expect(preview(page)).to_be_hidden()
    expect(link).to_be_focused()
    page.wait_for_timeout(PAST_OPENING)
    expect(preview(page)).to_be_hidden()


def test_the_card_goes_when_the_focus_does(context: Contexts, site: Path) -> None:
    page, _ = opened(context(), site)
    tab_to(page, page.locator("a.claim").first)
    expect(preview(page)).to_be_visible()
    page.locator(".site-name a").focus()
    expect(preview(page)).to_be_hidden()


def test_the_link_itself_still_leads_to_the_note(context: Contexts, site: Path) -> None:
    page, _ = opened(context(), site)
    tab_to(page, page.locator("a.claim").first)
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash").startswith("#note_claim_")
    expect(preview(page)).to_be_hidden()


def test_the_keyboard_walks_through_every_control_of_a_page_and_is_caught_nowhere(
    context: Contexts, site: Path
) -> None:
    page, complaints = opened(context(), site, SHORT)
    page.evaluate("document.querySelectorAll('summary').forEach(one => one.click())")
    wanted = page.evaluate(
        "[...document.querySelectorAll('a[href], button, select, summary')].filter(one => one.checkVisibility()).length"
    )
    seen = page.evaluate_handle("new Set()")
    for _ in range(wanted):
        page.keyboard.press("Tab")
        page.evaluate("seen => seen.add(document.activeElement)", seen)
    assert page.evaluate("seen => seen.size", seen) == wanted
    assert complaints == []


def test_a_finger_opens_a_sheet_that_holds_the_link_on_and_a_tap_outside_closes_it(
    context: Contexts, site: Path
) -> None:
    touch = context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page, complaints = opened(touch, site)
    link = page.locator("a.claim").first
    scroll_to(link)
    link.tap()
    expect(preview(page)).to_be_visible()
    expect(preview(page)).to_be_focused()
    assert page.evaluate("location.hash") == ""
    box = preview(page).bounding_box()
    assert box
    assert (box["x"], box["width"], round(box["y"] + box["height"])) == (0, 360, 740)
    page.touchscreen.tap(20, 20)
    expect(preview(page)).to_be_hidden()
    link.tap()
    preview(page).locator(".card-title a").tap()
    page.wait_for_url("**/claims/**")
    assert complaints == []


@pytest.mark.parametrize(("width", "height"), [(320, 480), (360, 740), (768, 1024), (1440, 900)])
def test_a_card_never_leaves_the_window(context: Contexts, site: Path, width: int, height: int) -> None:
    page, _ = opened(context(viewport={"width": width, "height": height}), site)
    links = page.locator(".prose a.claim")
    for at in range(min(links.count(), 3)):
        page.mouse.move(1, 1)
        links.nth(at).evaluate("(link, at) => link.scrollIntoView({block: ['start', 'center', 'end'][at % 3]})", at)
        links.nth(at).hover()
        expect(preview(page)).to_be_visible()
        page.wait_for_timeout(PAST_OPENING)
        assert is_within_window(page), at
    page.set_viewport_size({"width": 320, "height": height})
    page.wait_for_timeout(PAST_OPENING)  # a card that no longer fits goes, and is not looked at half gone
    assert preview(page).is_hidden() or is_within_window(page)


def test_opening_a_card_moves_nothing_on_the_page(context: Contexts, site: Path) -> None:
    page, _ = opened(context(), site)
    page.evaluate(
        "new PerformanceObserver(list => (window.shifts = list.getEntries().length))"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    heights = page.evaluate("document.documentElement.scrollHeight")
    hovered(page, "a.claim")
    page.wait_for_timeout(PAST_OPENING)
    assert page.evaluate("window.shifts ?? 0") == 0
    assert page.evaluate("document.documentElement.scrollHeight") == heights


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_axe_finds_no_barrier_with_a_card_open_or_the_marks_off(
    context: Contexts, site: Path, width: int, scheme: Scheme
) -> None:
    page, _ = opened(context(viewport={"width": width, "height": 900}, color_scheme=scheme), site, SHORT)
    page.locator(".legend summary").click()
    hovered(page, "a.claim")
    assert rules_broken(page) == []
    page.keyboard.press("Escape")
    page.locator("[data-switch=marks]").click()
    assert rules_broken(page) == []


def test_switches_are_remembered_from_page_to_page(context: Contexts, site: Path) -> None:
    page, complaints = opened(context(), site)
    marks = page.get_by_role("button", name="Evidence marks")
    expect(marks).to_have_attribute("aria-pressed", "true")
    marks.click()
    page.get_by_label("Colors").select_option("dark")
    page.goto((site / "legal-authority" / "title-50.html").as_uri())
    expect(page.get_by_role("button", name="Evidence marks")).to_have_attribute("aria-pressed", "false")
    assert page.evaluate("document.documentElement.dataset.scheme") == "dark"
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"
    page.get_by_label("Colors").select_option("")
    page.reload()
    assert page.evaluate("document.documentElement.dataset.scheme ?? ''") == ""
    assert complaints == []


def test_without_marks_prose_reads_plainly_and_its_citations_can_still_be_reached(
    context: Contexts, site: Path
) -> None:
    page, _ = opened(context(), site)
    page.locator("[data-switch=marks]").click()
    page.mouse.move(2, 2)
    expect(page.locator(".content .claim-number").first).to_be_hidden()
    text = page.locator(".content .prose p").first.evaluate(
        "p => { const copy = p.cloneNode(true); copy.querySelectorAll('.cite, .claim-number').forEach(one => "
        "one.remove()); return copy.textContent }"
    )
    assert " ." not in text
    assert "  " not in text
    cite = page.locator(".content .cite a").first
    tab_to(page, cite)
    box = cite.bounding_box()
    assert box
    assert box["width"] > 24
    expect(preview(page)).to_be_visible()
    page.locator("[data-switch=marks]").click()
    expect(page.locator(".content .claim-number").first).to_be_visible()


def test_switches_work_where_the_browser_refuses_to_keep_anything(context: Contexts, site: Path) -> None:
    blocked = context()
    blocked.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})"
    )
    page, complaints = opened(blocked, site)
    page.locator("[data-switch=marks]").click()
    expect(page.locator("[data-switch=marks]")).to_have_attribute("aria-pressed", "false")
    page.get_by_label("Colors").select_option("light")
    assert page.evaluate("document.documentElement.dataset.scheme") == "light"
    hovered(page, "a.claim")
    assert complaints == []


def test_without_scripts_no_switch_is_shown_and_the_note_holds_the_evidence(context: Contexts, site: Path) -> None:
    page, complaints = opened(context(java_script_enabled=False), site)
    expect(page.locator(".switches")).to_be_hidden()
    expect(preview(page)).to_have_count(0)
    page.locator("a.claim.disputed").first.click()
    note = page.locator(".notes .card:target")
    expect(note).to_be_visible()
    expect(note).to_contain_text("Fox News")
    assert complaints == []


def test_a_server_gives_the_same_previews_without_a_complaint_of_the_policy(context: Contexts, site: Path) -> None:
    with serving(site) as address:
        page = context().new_page()
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        page.goto(f"{address}{TROOPS}.html")
        hovered(page, "a.claim")
        page.locator("[data-switch=marks]").click()
        assert complaints == []


def test_how_the_evidence_lies_is_told_by_the_line_and_not_by_color_alone(context: Contexts, site: Path) -> None:
    page, _ = opened(context(forced_colors="active"), site)
    styles = {
        standing: page.locator(f".prose a.claim.{standing}").first.evaluate(
            "link => getComputedStyle(link).textDecorationStyle"
        )
        for standing in ("supported", "single-origin", "disputed")
    }
    assert len(set(styles.values())) == len(styles), styles
