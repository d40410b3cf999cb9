"""Search in a real browser: what a reader types, how it is forgiven, and where it works."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

import dossier
from tests.browser.test_pages import Scheme, is_sideways, opened
from tests.conftest import A_DAY, Project
from tests.serving import serving

pytestmark = pytest.mark.browser

# Names that a fold, a disk or a script could stumble over, and what somebody may type for them.
HOSTILE = {
    "Straße": "STRASSE",
    "Łódź": "lodz",
    "İstanbul": "istanbul",
    "Ærø": "aero",
    "Σίσυφος": "ΣΙΣΥΦΟΣ",
    "O’Brien": "o'brien",
    "con aux nul": "nul",
    "__proto__ toString": "tostring",
    "<script>alert(1)</script>": "alert",
    "中国": "中国",
    "naïve co‑operation": "cooperation",
    "H₂O ﬁnding": "h2o",
}


@pytest.fixture(scope="module")
def under(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site under a sub-path of a server on this machine."""
    root = tmp_path_factory.mktemp("search")
    shutil.copytree(site, root / "some" / "where")
    with serving(root) as address:
        yield f"{address}some/where/"


@pytest.fixture
def page(browser: Browser, site: Path) -> Iterator[Page]:
    """The search page, opened from its folder; at the end its console must have said nothing."""
    page, complaints = opened(browser, (site / "search.html").as_uri())
    yield page
    page.close()
    assert complaints == []


def field(page: Page) -> Locator:
    return page.locator("input[type=search]")


def hits(page: Page) -> Locator:
    return page.locator(".search-results a")


def count(page: Page) -> Locator:
    return page.locator(".search-count")


def test_search_works_from_a_folder_and_each_word_that_is_met_is_marked(page: Page) -> None:
    field(page).fill("active-duty troops")
    expect(hits(page).first).to_be_visible()
    expect(count(page)).to_have_text(re.compile(r"^\d+ results$"))
    marks = page.locator(".search-results li").nth(1).locator("mark").all_text_contents()
    assert {mark.casefold() for mark in marks} >= {"active-duty", "troops"}


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("C-14", "C-14 "),
        ("c14", "C-14 "),
        ("c 14", "C-14 "),
        ("D-3", "D-3 "),
        ("Guzman", "Joaquín Guzmán"),
        ("guzmán", "Joaquín Guzmán"),
        ("El Chapo", "Joaquín Guzmán"),
        ("Cárteles Unidos", "Cárteles Unidos"),
        ("SHEINBAUM", "Claudia Sheinbaum"),
        ("sheinb", "Claudia Sheinbaum"),
        ("sheinbuam", "Claudia Sheinbaum"),
        ("shienbaum", "Claudia Sheinbaum"),
        ("cheinbaum", "Claudia Sheinbaum"),
        ("sinalo cartel", "Sinaloa Cartel"),
        ("active duty", "active duty"),
        ("the Title 50", "Title 50"),
        ("invasions", "invasion"),
    ],
)
def test_what_is_meant_is_found_first(page: Page, typed: str, first: str) -> None:
    field(page).fill(typed)
    expect(hits(page).first).to_contain_text(first)


def test_every_word_must_be_met_and_else_the_nearest_is_shown_and_said_to_be(page: Page) -> None:
    field(page).fill("sheinbaum drone")
    expect(count(page)).to_have_text(re.compile(r"^\d+ results?$"))
    field(page).fill("sheinbaum zebra")
    expect(count(page)).to_contain_text("Nothing here has all of these words")
    expect(hits(page).first).to_contain_text("Claudia Sheinbaum")


def test_the_words_of_a_source_are_found_by_who_heard_them(page: Page) -> None:
    field(page).fill("there will be no invasion")
    expect(page.locator(".search-results")).to_contain_text("“No Invasion” Warning")


@pytest.mark.parametrize("typed", ["qqqqqq", "<img src=x onerror=alert(1)>zzzz", "\U0001f600 xxxyyy", "a" * 200])
def test_nothing_found_is_said(page: Page, typed: str) -> None:
    field(page).fill(typed)
    expect(count(page)).to_contain_text("Nothing here has")
    assert page.locator(".search-results img").count() == 0


def test_signs_alone_ask_nothing(page: Page) -> None:
    field(page).fill("— …")
    expect(count(page)).to_be_hidden()
    expect(hits(page)).to_have_count(0)


def test_results_are_counted_by_kind_and_can_be_narrowed_to_one(page: Page) -> None:
    field(page).fill("sheinbaum")
    kinds = page.get_by_role("group", name="Kinds of result").get_by_role("button")
    expect(kinds.first).to_have_text(re.compile(r"^All \d+$"))
    numbers = [int(words.split()[-1]) for words in kinds.all_text_contents()]
    assert numbers[0] == sum(numbers[1:])
    claims = page.get_by_role("button", name="Claims")
    claims.click()
    expect(claims).to_have_attribute("aria-pressed", "true")
    expect(claims).to_be_focused()
    expect(page.locator(".search-results .tag").first).to_have_text("claim")
    assert set(page.locator(".search-results .tag").all_text_contents()) == {"claim"}
    assert page.url.endswith("?q=sheinbaum&kind=claim")


def test_more_results_follow_and_focus_goes_to_the_first_of_them(page: Page) -> None:
    field(page).fill("troops")
    expect(hits(page)).to_have_count(10)
    page.get_by_role("button", name="Show more results").click()
    expect(hits(page)).to_have_count(20)
    expect(hits(page).nth(10)).to_be_focused()


def test_a_count_is_read_out_once_typing_rests(page: Page) -> None:
    status = page.get_by_role("status")
    field(page).press_sequentially("guzman", delay=30)
    expect(count(page)).to_have_text("3 results")
    expect(status).to_have_text("3 results")


def test_the_question_is_kept_in_the_address(browser: Browser, site: Path) -> None:
    address = (site / "search.html").as_uri()
    page, complaints = opened(browser, f"{address}?q=title+50&kind=source")
    expect(field(page)).to_have_value("title 50")
    expect(page.locator("button[data-kind=source]")).to_have_attribute("aria-pressed", "true")
    field(page).fill("Guzmán & Chapo")
    expect(page.locator("button[data-kind=source]")).to_have_count(0)
    page.wait_for_url(lambda url: parse_qs(urlsplit(url).query)["q"] == ["Guzmán & Chapo"])
    expect(hits(page).first).to_be_visible()
    hits(page).first.click()
    page.wait_for_url("**/entities/joaquin-guzman.html", wait_until="networkidle")
    page.go_back()
    expect(field(page)).to_have_value("Guzmán & Chapo")
    page.close()
    assert complaints == []


def test_the_whole_search_is_done_by_keyboard(browser: Browser, site: Path) -> None:
    page, complaints = opened(browser, (site / "claims" / "active-duty-1500.html").as_uri())
    page.keyboard.press("/")
    expect(field(page)).to_be_focused()
    expect(field(page)).to_have_value("")
    page.keyboard.type("sinaloa")
    expect(hits(page).first).to_contain_text("Sinaloa Cartel")
    page.keyboard.press("ArrowDown")
    expect(hits(page).nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(hits(page).nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field(page)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.keyboard.press("/")
    expect(field(page)).to_be_focused()
    expect(hits(page).first).to_contain_text("Sinaloa Cartel")
    page.keyboard.press("Enter")
    expect(hits(page).first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/entities/sinaloa-cartel.html")
    page.close()
    assert complaints == []


def test_the_link_opens_the_dialog_and_gets_its_focus_back(browser: Browser, under: str) -> None:
    page, complaints = opened(browser, f"{under}legal-authority/title-50.html")
    link = page.locator(".search-link")
    link.click()
    field(page).fill("guzman")
    expect(hits(page)).to_have_count(3)
    assert page.locator(".search-page").get_attribute("href") == f"{under}search.html?q=guzman"
    page.get_by_role("button", name="Close").click()
    expect(link).to_be_focused()
    link.click()
    hits(page).first.click()
    page.wait_for_url(f"{under}entities/**")
    page.close()
    assert complaints == []


def test_a_result_on_the_same_page_closes_the_dialog(browser: Browser, site: Path) -> None:
    page, _ = opened(browser, (site / "glossary.html").as_uri())
    page.keyboard.press("/")
    expect(field(page)).to_be_focused()
    page.keyboard.type("title 50")
    expect(hits(page).first).to_have_text("Title 50")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert page.url.endswith("glossary.html#title-50")
    page.close()


def test_the_key_is_left_alone_where_one_types_and_can_be_switched_off(browser: Browser, under: str) -> None:
    page, _ = opened(browser, f"{under}search.html")
    field(page).fill("1")
    field(page).press("End")
    page.keyboard.type("/2")
    expect(field(page)).to_have_value("1/2")
    page.get_by_label("The / key opens search").uncheck()
    page.goto(f"{under}index.html")
    page.keyboard.press("/")
    page.wait_for_timeout(300)
    assert page.locator("dialog").count() == 0
    page.goto(f"{under}search.html")
    page.get_by_label("The / key opens search").check()
    page.goto(f"{under}index.html")
    page.keyboard.press("/")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.close()


def test_little_is_loaded_before_the_first_result_and_nothing_before_it_is_asked_for(
    browser: Browser, under: str
) -> None:
    page, _ = opened(browser, f"{under}index.html")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(under)))
    page.wait_for_timeout(200)
    assert not any("search" in address for address in asked)
    asked.clear()
    page.keyboard.press("/")
    field(page).fill("guzman")
    expect(hits(page)).to_have_count(3)
    assert asked[:3] == ["assets/search.js", "search/dialog.js", "search/index.js"]
    assert len(asked) < 8
    page.close()


def test_an_index_that_does_not_load_is_told_and_asked_for_again(browser: Browser, under: str) -> None:
    page, _ = opened(browser, f"{under}search.html")
    page.route("**/search/t-*", lambda route: route.abort())
    field(page).fill("guzman")
    expect(count(page)).to_have_text("The index of this site could not be loaded.")
    page.unroute("**/search/t-*")
    field(page).fill("guzmán")
    expect(hits(page)).to_have_count(3)
    page.close()


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1440, "light")])
def test_results_have_no_barrier_that_axe_can_find(browser: Browser, under: str, width: int, scheme: Scheme) -> None:
    page, _ = opened(browser, f"{under}search.html?q=sheinbaum", width=width, scheme=scheme)
    expect(hits(page)).to_have_count(10)
    found = [violation["id"] for violation in Axe().run(page).response["violations"]]
    assert not is_sideways(page)
    page.goto(f"{under}timeline.html")
    page.keyboard.press("/")
    expect(field(page)).to_be_focused()
    page.keyboard.type("sheinbaum")
    expect(hits(page)).to_have_count(10)
    found += [violation["id"] for violation in Axe().run(page).response["violations"]]
    assert not is_sideways(page)
    page.close()
    assert found == []


def test_without_a_script_the_search_page_leads_to_every_list(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "claims" / "index.html").as_uri())
    page.click(".search-link")
    expect(page.get_by_text("Search needs JavaScript")).to_be_visible()
    expect(field(page)).to_be_hidden()
    for name in ("Claims", "Sources", "Who’s who", "Glossary", "Timeline", "Legal authority"):
        expect(page.locator("main").get_by_role("link", name=name, exact=True)).to_be_visible()
    context.close()


def test_a_name_that_could_break_something_is_found_and_shown_as_it_is(browser: Browser, project: Project) -> None:
    terms = {f"content/terms/n{n}.md": f"---\nterm: '{name}'\n---\nWords.\n" for n, name in enumerate(HOSTILE)}
    loose = "checks: {orphan-record: notice}\n"
    settings = (project({}) / "content/dossier.yml").read_text("utf-8") + loose
    folder = project(terms | {"content/dossier.yml": settings})
    report = dossier.build(folder, dossier.Options(today=A_DAY))
    assert report.is_clean, [finding.problem.message for finding in report.findings]
    page, complaints = opened(browser, (folder / "build/search.html").as_uri())
    for name, typed in HOSTILE.items():
        field(page).fill(typed)
        expect(hits(page).first).to_have_text(name)
    page.close()
    assert complaints == []
