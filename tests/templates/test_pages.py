"""The packaged templates: each shows its view whole, escapes what it shows, and is silent where there is nothing."""

import re
from itertools import pairwise

import pytest
from selectolax.lexbor import LexborHTMLParser

from dossier import templates, wording
from tests.templates.views import HOSTILE, ROOT, THEME, VIEWS, Filler, pages

LOOK = templates.look(theme=THEME, own={}, words=wording.words("en"))
EMPTY = Filler(words="", answer=False, is_empty=True)


def html(name: str, filler: Filler) -> str:
    made = LOOK.render(name, filler.view(VIEWS[name]))
    assert isinstance(made, str), made
    return made


def makers() -> set[str]:
    """The templates that the pages of the site ask for."""
    sources = (path.read_text("utf-8") for path in (ROOT / "dossier/pages").glob("*.py"))
    return {name for source in sources for name in re.findall(r'maker="([^"]+\.html)"', source)}


def test_every_page_has_its_template_and_every_template_its_page() -> None:
    partial = {name for name in THEME if name == "layout.html" or name.startswith("partials/")}
    assert makers() == set(VIEWS) == set(THEME) - partial


def test_the_packaged_templates_are_without_fault() -> None:
    assert templates.check(THEME, {}) == ()


def test_every_partial_is_used() -> None:
    everything = "".join(THEME.values())
    assert [name for name in THEME if name.startswith("partials/") and f'"{name}"' not in everything] == []


@pytest.mark.parametrize(("name", "filler"), pages())
def test_a_template_shows_its_view_however_much_there_is(name: str, filler: Filler) -> None:
    assert html(name, filler).rstrip().endswith("</html>")


@pytest.mark.parametrize("answer", [True, False])
@pytest.mark.parametrize("name", VIEWS)
def test_hostile_words_in_every_field_stay_words(name: str, answer: bool) -> None:
    made = html(name, Filler(answer=answer))
    page = LexborHTMLParser(made)
    assert HOSTILE not in made
    assert [node.text() for node in page.css('script:not([type="application/ld+json"])') if node.text()] == []
    assert page.css("b") == []
    assert [node for node in page.css("*") if "onclick" in node.attributes] == []
    title = page.css_first("title")
    assert title is not None
    assert HOSTILE in title.text()


@pytest.mark.parametrize(
    "name", sorted(set(VIEWS) - {"print.html"})
)  # a document has its parts, even if they are empty
def test_an_empty_view_shows_no_heading_but_the_page_s_own(name: str) -> None:
    assert re.findall("<h[2-6]", html(name, EMPTY)) == []


@pytest.mark.parametrize(("name", "filler"), pages())
def test_a_page_has_one_main_heading_and_never_skips_a_level(name: str, filler: Filler) -> None:
    levels = [int(level) for level in re.findall("<h([1-6])", html(name, filler))]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("name", VIEWS)
def test_the_character_set_comes_first_and_the_security_policy_next(name: str) -> None:
    head = html(name, EMPTY).partition("<head>")[2].split()
    assert " ".join(head[:2]) == '<meta charset="utf-8">'
    assert " ".join(head[2:4]) == '<meta http-equiv="Content-Security-Policy"'


@pytest.mark.parametrize("name", VIEWS)
def test_a_landmark_that_stands_twice_is_told_apart_by_its_name(name: str) -> None:
    page = LexborHTMLParser(html(name, Filler(words="words")))
    names = [node.attributes.get("aria-label") or node.attributes.get("aria-labelledby") for node in page.css("nav")]
    assert None not in names
    assert len(names) == len(set(names))
