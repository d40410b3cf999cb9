"""The long lists in a real browser: filtered, sorted, and found again by their address."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

# Each list, two filters that leave something together, and two ways to sort that are each other's reverse.
LISTS = {
    "claims/index": ({"section": "deployments", "evidence": "disputed"}, ("origins", "origins-down")),
    "sources/index": ({"kind": "article", "section": "mexican-responses"}, ("claims", "claims-down")),
    "quotations": ({"section": "mexican-responses", "kind": "evidence"}, ("voice", "voice-down")),
    "timeline": ({"section": "legal-authority", "who": "donald-trump"}, ("date", "date-down")),
    "entities/index": ({"kind": "person", "section": "mexican-responses"}, ("name", "name-down")),
}
DATED = [name for name in LISTS if name != "entities/index"]


def shown(page: Page) -> int:
    return page.locator("[data-row]:visible").count()


def keys(page: Page, sort: str) -> list[int]:
    found = page.locator("[data-row]:visible").evaluate_all("(rows) => rows.map((row) => row.dataset.keys)")
    return [int(key) for row in found for name, _, key in [word.partition(":") for word in row.split()] if name == sort]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that may not complain."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    page.close()
    assert complaints == []


@pytest.mark.parametrize("name", LISTS)
def test_filters_combine_are_counted_and_are_cleared(page: Page, site: Path, name: str) -> None:
    page.goto((site / f"{name}.html").as_uri())
    counts = [shown(page)]
    for facet, value in LISTS[name][0].items():
        page.select_option(f"[name={facet}]", value)
        counts.append(shown(page))
        expect(page.get_by_role("status")).to_contain_text(f"{counts[-1]} of {counts[0]} ")
    assert counts[0] > counts[1] > counts[2] > 0
    assert page.locator("[data-group]:visible:not(:has([data-row]:visible))").count() == 0
    page.click("text=Clear filters")
    assert shown(page) == counts[0]
    page.wait_for_url((site / f"{name}.html").as_uri())


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_sorted_both_ways_and_back(page: Page, site: Path, name: str) -> None:
    page.goto((site / f"{name}.html").as_uri())
    usual = page.locator("[data-row]").all_inner_texts()
    rising, falling = LISTS[name][1]
    page.select_option("[name=sort]", falling)
    down = keys(page, rising)
    page.select_option("[name=sort]", rising)
    assert keys(page, rising) == sorted(down) != down
    page.locator("[name=sort]").evaluate(
        "(sort) => (sort.selectedIndex = 0, sort.form.dispatchEvent(new Event('input')))"
    )
    assert page.locator("[data-row]").all_inner_texts() == usual


@pytest.mark.parametrize("name", LISTS)
def test_the_address_keeps_the_choice_through_a_reload_and_the_way_back(page: Page, site: Path, name: str) -> None:
    page.goto((site / f"{name}.html").as_uri())
    facet, value = next(iter(LISTS[name][0].items()))
    page.select_option(f"[name={facet}]", value)
    page.select_option("[name=sort]", LISTS[name][1][1])
    page.wait_for_url(lambda url: f"{facet}={value}" in url and f"sort={LISTS[name][1][1]}" in url)
    count, order = shown(page), page.locator("[data-row]:visible").all_inner_texts()
    page.reload()
    assert (shown(page), page.locator("[data-row]:visible").all_inner_texts()) == (count, order)
    page.goto((site / "about.html").as_uri())
    page.go_back()
    assert (shown(page), page.locator("[data-row]:visible").all_inner_texts()) == (count, order)


@pytest.mark.parametrize("name", LISTS)
def test_where_nothing_matches_a_reader_is_told_and_has_a_way_on(page: Page, site: Path, name: str) -> None:
    page.goto((site / f"{name}.html").as_uri())
    everything = shown(page)
    page.fill("[name=words]", "no such words")
    expect(page.get_by_role("status")).to_contain_text("No match among")
    assert page.locator("[data-group]:visible").count() == 0
    page.keyboard.press("Enter")
    page.click("text=Clear filters")
    assert shown(page) == everything


@pytest.mark.parametrize("name", LISTS)
def test_without_a_script_the_list_is_whole_and_has_no_dead_control(browser: Browser, site: Path, name: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / f"{name}.html").as_uri() + "?words=nothing")
    assert shown(page) == page.locator("[data-row]").count() > 0
    assert page.locator("main :is(form, input, select, button):visible").count() == 0
    context.close()


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1440, "light"), (360, "light"), (1440, "dark")])
def test_a_filtered_list_has_no_barrier_that_axe_can_find(
    browser: Browser, site: Path, name: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.goto((site / f"{name}.html").as_uri() + "?sort=date-down&section=mexican-responses")
    if width == 360:
        page.get_by_role("button", name="Filters").first.click()
    results = Axe().run(page)
    assert [violation["id"] for violation in results.response["violations"]] == []
    assert not page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    page.close()


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("asked", ["", "?section=mexican-responses&words=a"])
def test_nothing_moves_while_a_list_is_loaded(page: Page, site: Path, name: str, asked: str) -> None:
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver((list) => list.getEntries().forEach((entry) => "
        "(window.moved += entry.value))).observe({type: 'layout-shift', buffered: true})"
    )
    page.goto((site / f"{name}.html").as_uri() + asked)
    page.wait_for_timeout(200)
    assert page.evaluate("window.moved") < 0.01


@pytest.mark.parametrize("name", DATED)
def test_days_are_asked_for_from_and_to_in_whichever_order(page: Page, site: Path, name: str) -> None:
    page.goto((site / f"{name}.html").as_uri())
    everything = shown(page)
    page.fill("[name=from]", "2025-02-28")
    since = shown(page)
    page.fill("[name=to]", "2025-02-01")
    assert 0 < shown(page) < everything
    assert since < everything


def test_an_uncertain_date_is_found_wherever_it_may_lie(page: Page, site: Path) -> None:
    page.goto((site / "timeline.html").as_uri() + "?from=2018-11-01&to=2018-11-02")
    assert page.locator("#active-duty-troops-2018").is_visible()  # about October 2018
    assert not page.locator("#guard-mission-2018").is_visible()  # April 2018


def test_words_are_found_without_their_case_and_accents(page: Page, site: Path) -> None:
    page.goto((site / "entities" / "index.html").as_uri())
    page.fill("[name=words]", "SHEINBÁUM")
    assert shown(page) == 6


def test_a_header_sorts_by_its_column_and_once_more_the_other_way_by_keyboard_alone(page: Page, site: Path) -> None:
    page.goto((site / "claims" / "index.html").as_uri())
    page.focus(".found button")
    for _ in range(3):
        page.keyboard.press("Tab")
    header = page.locator("th", has_text="Latest evidence")
    page.keyboard.press("Enter")
    assert header.get_attribute("aria-sort") == "descending"
    assert keys(page, "latest") == sorted(keys(page, "latest"), reverse=True)
    page.keyboard.press("Space")
    assert header.get_attribute("aria-sort") == "ascending"
    assert page.input_value("[name=sort]") == "latest"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


def test_every_control_is_reached_and_used_by_keyboard(page: Page, site: Path) -> None:
    page.goto((site / "sources" / "index.html").as_uri())
    page.focus("[name=words]")
    page.keyboard.type("order")
    reached = [page.evaluate("document.activeElement.name || document.activeElement.textContent")]
    while reached[-1] != "Clear filters":
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.name || document.activeElement.textContent"))
    assert list(dict.fromkeys(reached)) == [
        *("words", "sort", "kind", "section", "publisher", "voice", "stance", "from", "to", "Clear filters")
    ]
    assert "of" in page.get_by_role("status").inner_text()
    page.keyboard.press("Enter")
    assert "of" not in page.get_by_role("status").inner_text()


def test_an_option_tells_what_it_would_leave_and_one_that_would_leave_nothing_cannot_be_chosen(
    page: Page, site: Path
) -> None:
    page.goto((site / "claims" / "index.html").as_uri())
    page.select_option("[name=topic]", "asylum")
    option = page.locator("[name=section] option[value=legal-authority]")
    words = option.inner_text()
    if words.endswith("(0)"):
        assert option.is_disabled()
    else:
        page.select_option("[name=section]", "legal-authority")
        assert words.endswith(f"({shown(page)})")


def test_an_address_that_leads_to_a_hidden_event_shows_it(page: Page, site: Path) -> None:
    page.goto((site / "timeline.html").as_uri() + "?words=no-such-words#guard-mission-2018")
    assert page.locator("#guard-mission-2018").is_visible()
    assert shown(page) == 1
    page.fill("[name=words]", "nor these")
    assert shown(page) == 0
    page.wait_for_url(lambda url: "#" not in url)


def test_the_years_of_a_timeline_come_newest_first_with_their_headings(page: Page, site: Path) -> None:
    page.goto((site / "timeline.html").as_uri())
    years = page.locator(".year h2").all_inner_texts()
    page.select_option("[name=sort]", "date-down")
    assert page.locator(".year h2").all_inner_texts() == years[::-1]
    page.fill("[name=from]", "2025-01-01")
    assert page.locator(".jump li:visible").count() < len(years)


@pytest.mark.print
def test_a_list_is_printed_as_it_is_filtered(page: Page, site: Path) -> None:
    page.goto((site / "entities" / "index.html").as_uri() + "?words=sheinbaum")
    page.emulate_media(media="print")
    assert shown(page) == 6
    assert page.locator("main :is(input, select, button):visible").count() == 0
    assert page.get_by_role("status").is_visible()


LONG = """(count) => {
    const list = document.querySelector("ul.cards");
    const first = list.firstElementChild;
    for (let at = list.children.length; at < count; at += 1) list.append(first.cloneNode(true));
}"""


def test_typing_in_a_long_list_draws_what_fills_a_window_and_the_rest_once_a_reader_goes_on(
    page: Page, site: Path
) -> None:
    html = (site / "entities" / "index.html").read_text("utf-8").replace("lists.js", "later.js")
    page.route("**/entities/index.html", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.route("**/later.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto((site / "entities" / "index.html").as_uri())
    page.evaluate(LONG, 900)
    page.evaluate((site / "assets" / "lists.js").read_text("utf-8"))
    everything = shown(page)
    page.focus("[name=words]")
    assert shown(page) == 200
    page.keyboard.press("Tab")
    assert shown(page) == 200
    page.locator("footer a").first.focus()
    expect(page.locator("[data-row]:visible")).to_have_count(everything)
