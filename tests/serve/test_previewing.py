"""What an author sees: a page in Chromium that follows the files, and lists what is wrong with them."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from tests.conftest import SMALLEST, Project
from tests.serve.previewing import PATIENCE, Preview, previewing, put, until

pytestmark = pytest.mark.browser

INDEX = SMALLEST["content/index.md"]
LONG = "".join(f"\nParagraph {number} of a long page.\n{{.own-voice}}\n" for number in range(200))
BROKEN = INDEX + LONG + "\n[[<img src=x onerror=alert(1)>]] and [[Nobody]]\n"
STYLE = "templates/assets/dossier.css"
GOOD = {"content/index.md": INDEX + LONG, STYLE: "h1 { color: rgb(1, 2, 3); }\n"}
FINE = '"is_current": true, "troubles": []'
LIST = "dossier-preview .panel"
COUNT = "dossier-preview .count"


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    folder = tmp_path_factory.mktemp("previewed") / "project"
    with previewing(put(folder, SMALLEST | GOOD)) as running:
        yield running


@pytest.fixture
def preview(running: Preview) -> Preview:
    """The preview with the content as it was at first; that a save which changes nothing is built too shows when."""
    (running.project / "content" / "terms" / "title-50.md").unlink(missing_ok=True)
    builds = running.builds
    for path, text in GOOD.items():
        running.save(path, text)
    until(lambda: running.builds > builds and FINE in running.get(".dossier/state.json")[1])
    return running


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    expect.set_options(timeout=PATIENCE * 1000)
    yield page
    page.close()


def opened(page: Page, preview: Preview) -> list[str]:
    """The home page, once it listens; gives all that its console will complain of."""
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.add_init_script("document.addEventListener('LiveReloadConnect', () => { window.listens = true; })")
    page.goto(preview.address)
    until(lambda: page.evaluate("window.listens"))
    return complaints


def marked(page: Page) -> None:
    """Leaves a sign in the page that a reload wipes off."""
    page.evaluate("window.sign = 'here'")


def is_the_same(page: Page) -> bool:
    return bool(page.evaluate("window.sign === 'here'"))


def test_saved_words_stand_in_the_page_and_the_reader_stays_where_they_were(preview: Preview, page: Page) -> None:
    complaints = opened(page, preview)
    page.evaluate("window.scrollTo(0, 2000)")
    preview.save("content/index.md", INDEX + LONG + "\nSaved just now.\n{.own-voice}\n")
    expect(page.get_by_text("Saved just now.")).to_be_visible()
    until(lambda: page.evaluate("window.scrollY === 2000"))
    assert complaints == []


def test_of_two_quick_saves_both_show(preview: Preview, page: Page) -> None:
    opened(page, preview)
    for word in ("first", "second", "third", "fourth"):
        preview.save("content/index.md", f"{INDEX}\nThe {word} save.\n{{.own-voice}}\n")
        page.wait_for_timeout(120 if word == "third" else 30)
    expect(page.get_by_text("The fourth save.")).to_be_visible()
    preview.save("content/index.md", f"{INDEX}\nThe fifth save.\n{{.own-voice}}\n")
    expect(page.get_by_text("The fifth save.")).to_be_visible()


def test_a_style_sheet_is_replaced_in_the_page_that_stands(preview: Preview, page: Page) -> None:
    opened(page, preview)
    page.evaluate("window.scrollTo(0, 1500)")
    marked(page)
    preview.save(STYLE, "h1 { color: rgb(4, 5, 6); }\n")
    until(lambda: page.evaluate("getComputedStyle(document.querySelector('h1')).color === 'rgb(4, 5, 6)'"))
    preview.save(STYLE, "h1 { color: rgb(7, 8, 9); }\n")
    until(lambda: page.evaluate("getComputedStyle(document.querySelector('h1')).color === 'rgb(7, 8, 9)'"))
    assert is_the_same(page)
    assert page.evaluate("window.scrollY") == 1500
    preview.save("content/index.md", BROKEN)
    expect(page.locator(LIST)).to_be_visible()
    assert is_the_same(page)


def test_a_save_that_changes_nothing_for_readers_reloads_nothing(preview: Preview, page: Page) -> None:
    opened(page, preview)
    marked(page)
    builds = preview.builds
    preview.save("content/index.md", INDEX + "<!-- a private note -->\n" + LONG)
    until(lambda: preview.builds > builds)
    page.wait_for_timeout(300)
    assert is_the_same(page)


def test_all_problems_are_listed_until_they_are_mended(preview: Preview, page: Page) -> None:
    complaints = opened(page, preview)
    preview.save("content/index.md", BROKEN)
    expect(page.locator(f"{LIST} li")).to_have_count(2)
    assert page.locator(f"{LIST} h2").text_content() == "2 errors. You see the last good site"
    second = page.locator(f"{LIST} li").nth(1)
    line = BROKEN.splitlines().index("[[<img src=x onerror=alert(1)>]] and [[Nobody]]") + 1
    column = len("[[<img src=x onerror=alert(1)>]] and ") + 1
    assert second.locator(".place").text_content() == f"content/index.md:{line}:{column}"
    assert second.locator(".message").text_content() == "error[unknown-id] nothing here is called `Nobody`"
    assert second.locator("mark").text_content() == "[[Nobody]]"
    assert (second.locator("pre").text_content() or "").split("\n")[1].rstrip().endswith(" ^^^^^^^^^^")
    assert (second.locator(".help").text_content() or "").startswith("help: ")
    assert page.locator(f"{LIST} img").count() == 0
    expect(page.locator("dossier-preview [role=status]")).to_have_text("2 errors. You see the last good site")
    expect(page.locator("h1")).to_have_text("Troops at the border")
    preview.save("content/index.md", INDEX + LONG + "\nMended.\n{.own-voice}\n")
    expect(page.get_by_text("Mended.")).to_be_visible()
    expect(page.locator(LIST)).to_have_count(0)
    assert complaints == []


def test_problems_that_are_mended_without_another_word_go_from_the_page_too(preview: Preview, page: Page) -> None:
    opened(page, preview)
    marked(page)
    preview.save("content/index.md", BROKEN)
    expect(page.locator(LIST)).to_be_visible()
    preview.save("content/index.md", INDEX + LONG)
    expect(page.locator(LIST)).to_be_hidden()
    expect(page.locator(COUNT)).to_be_hidden()
    assert is_the_same(page)


def test_the_list_takes_no_focus_and_escape_folds_it_to_a_count(preview: Preview, page: Page) -> None:
    opened(page, preview)
    page.locator("a.skip").focus()
    preview.save("content/index.md", BROKEN)
    expect(page.locator(LIST)).to_be_visible()
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Escape")
    expect(page.locator(LIST)).to_be_hidden()
    expect(page.locator(COUNT)).to_have_text("2 errors")
    page.locator(COUNT).focus()
    page.keyboard.press("Enter")
    expect(page.locator(LIST)).to_be_visible()
    assert page.evaluate("document.querySelector('dossier-preview').shadowRoot.activeElement.className") == "panel"


def test_warnings_are_a_small_count_that_opens_the_same_list(preview: Preview, page: Page) -> None:
    opened(page, preview)
    preview.save("content/terms/title-50.md", "---\nterm: Title 50\n---\nA part of the code.\n")
    expect(page.locator(COUNT)).to_have_text("1 warning")
    expect(page.locator(LIST)).to_be_hidden()
    page.locator(COUNT).click()
    expect(page.locator(f"{LIST} li .code")).to_have_text("warning[orphan-record]")
    assert page.locator(f"{LIST} h2").text_content() == "1 warning"


def test_a_page_opened_while_the_content_is_broken_lists_it_too(preview: Preview, page: Page) -> None:
    preview.save("content/index.md", BROKEN)
    until(lambda: "2 errors" in preview.words)
    opened(page, preview)
    expect(page.locator(LIST)).to_be_visible()
    page.goto(preview.address + "no-such-page.html")
    expect(page.locator(LIST)).to_be_visible()


def test_a_first_build_that_fails_is_a_page_that_turns_into_the_site(project: Project, page: Page) -> None:
    with previewing(project({"content/index.md": INDEX + "\n[[Nobody]]\n"})) as preview:
        opened(page, preview)
        expect(page.locator("h1")).to_have_text("There is no site yet")
        expect(page.locator(f"{LIST} li")).to_have_count(1)
        assert page.locator(f"{LIST} h2").text_content() == "1 error"
        preview.save("content/index.md", INDEX)
        expect(page.locator("h1")).to_have_text("Troops at the border")


def test_a_page_that_missed_the_news_catches_up(preview: Preview, page: Page) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:  # the page is there, its line to us is not
        held.append(route)

    page.route("**/livereload.js*", hold)
    page.goto(preview.address, wait_until="commit")
    expect(page.get_by_text("Paragraph 0 of")).to_be_attached()
    builds = preview.builds
    preview.save("content/index.md", INDEX + "\nSaved meanwhile.\n{.own-voice}\n")
    until(lambda: preview.builds > builds)
    held[0].continue_()
    expect(page.get_by_text("Saved meanwhile.")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_list_can_be_read_by_everyone(preview: Preview, page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    preview.save("content/index.md", BROKEN)
    until(lambda: "2 errors" in preview.words)
    opened(page, preview)
    expect(page.locator(f"{LIST} li")).to_have_count(2)
    found = Axe().run(page, context={"include": [["dossier-preview"]]})
    assert found.violations_count == 0, found.generate_report()


def test_a_page_that_shows_the_whole_dossier_follows_too_and_no_other_is_loaded_twice(
    preview: Preview, page: Page
) -> None:
    opened(page, preview)
    page.goto(f"{preview.address}print.html")
    preview.save("content/index.md", f"{INDEX}\nWords for paper too.\n{{.own-voice}}\n")
    expect(page.get_by_text("Words for paper too.")).to_be_visible()
    page.goto(preview.address)
    preview.save("content/index.md", f"{INDEX}\nOther words.\n{{.own-voice}}\n")
    expect(page.get_by_text("Other words.")).to_be_visible()
    marked(page)
    until(lambda: b"Other words." in (preview.project / ".dossier" / "preview" / "print.html").read_bytes())
    page.wait_for_timeout(300)
    assert is_the_same(page)
