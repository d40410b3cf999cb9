"""Share cards: asked for by a key, drawn the same everywhere, and never with a word outside."""

import re
import sys
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

import dossier
from dossier import Options, drawing, templates, wording
from dossier.drawing import Box, Face
from dossier.pages import share_card
from dossier.problems import DossierError
from tests.conftest import A_DAY, ROOT, SMALLEST, Project

BASE = "base_url: https://example.org/border/\n"
PAGE = "---\ntitle: {title}\ndescription: Who left, and why.\n---\n"
LONG = (
    "Troops",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft and its Mexican counterpart",
    "MMMMMMMMMM " * 30,
    "W" * 300,
    "To be, or not to be, that is the question that nobody asked in the months between January and November 2025",
)
SVG = (ROOT / "templates" / "share-card.svg").read_text("utf-8")


def built(project: Project, settings: str = f"{BASE}share_cards: true\n", title: str = "Who left") -> Path:
    files = {
        "content/dossier.yml": SMALLEST["content/dossier.yml"] + settings,
        "content/sections/deployments/leaving.md": PAGE.format(title=title),
    }
    folder = project(files)
    report = dossier.build(folder, Options(today=A_DAY))
    assert report.is_clean, report.findings
    return folder / "build"


def told(page: Path, name: str) -> str:
    node = LexborHTMLParser(page.read_text("utf-8")).css_first(f'meta[property="{name}"]')
    return str(node.attributes["content"]) if node else ""


def card(title: str) -> str:
    """The SVG of a card with this title."""
    lines = share_card.set_title(title)
    view = share_card.View(site=(), title=lines, description=(), counts=())
    made = templates.look(theme={"share-card.svg": SVG}, own={}, words=wording.words("en")).render(
        "share-card.svg", view
    )
    assert isinstance(made, str)
    return made


def test_the_home_page_the_sections_and_their_pages_have_a_picture_beside_them(project: Project) -> None:
    site = built(project)
    for name in ("index", "deployments/index", "deployments/leaving"):
        png = (site / f"{name}.png").read_bytes()
        assert (int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")) == (1200, 630)
        assert told(site / f"{name}.html", "og:image") == f"https://example.org/border/{name}.png"
    assert told(site / "deployments" / "leaving.html", "og:image:alt") == "Who left – Who left, and why"


def test_any_other_page_shows_the_picture_of_the_home_page(project: Project) -> None:
    assert told(built(project) / "timeline.html", "og:image") == "https://example.org/border/index.png"


def test_nobody_who_did_not_ask_gets_a_picture(project: Project) -> None:
    site = built(project, settings=BASE)
    assert list(site.glob("*.png")) == []
    assert told(site / "index.html", "og:image") == ""


def test_two_builds_draw_the_same_bytes(project: Project) -> None:
    first = (built(project) / "index.png").read_bytes()
    (built(project) / "index.png").unlink()
    assert (built(project) / "index.png").read_bytes() == first


def test_a_page_whose_letters_the_faces_lack_shows_the_picture_of_the_home_page(project: Project) -> None:
    site = built(project, title="国境の部隊")
    assert not (site / "deployments" / "leaving.png").exists()
    assert told(site / "deployments" / "leaving.html", "og:image") == "https://example.org/border/index.png"


def test_cards_without_an_address_are_a_mistake_told_at_their_line(project: Project) -> None:
    folder = project({"content/dossier.yml": SMALLEST["content/dossier.yml"] + "share_cards: true\n"})
    (finding,) = dossier.check(folder, Options(today=A_DAY)).findings
    assert (finding.problem.code, finding.problem.place.line) == ("missing-key", 6)


@pytest.mark.parametrize("library", ["resvg_py", "fontTools", "font_source_serif_pro"])
def test_without_the_extra_the_run_ends_with_the_line_that_installs_it(
    project: Project, monkeypatch: pytest.MonkeyPatch, library: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(DossierError, match=re.escape("pip install 'explainer-dossier[cards]'")):
        built(project)
    assert (built(project, settings=BASE) / "index.html").exists()


@pytest.mark.parametrize("title", LONG)
def test_no_word_of_a_title_is_drawn_beyond_the_margin_or_the_place_of_the_counts(title: str) -> None:
    whole = 'width="1200" height="630" viewBox="0 0 1200 630"'
    margins = ('width="88" height="630" viewBox="1112 0 88 630"', 'width="1024" height="106" viewBox="88 524 1024 106"')
    for margin in margins:
        drawn, blank = (svg.replace(whole, margin) for svg in (card(title), card("")))
        assert drawing.as_png(drawn) == drawing.as_png(blank)


@pytest.mark.parametrize("words", LONG)
@pytest.mark.parametrize("face", Face)
def test_lines_fit_their_box_and_only_what_is_too_much_is_left_out(words: str, face: Face) -> None:
    box = Box(face=face, size=50, width=1024, lines=3)
    lines = drawing.wrapped(words, box)
    assert len(lines) <= 3
    assert all(drawing.widths(face).of(line) * 50 <= 1024 for line in lines)
    kept = "".join(lines).replace(" ", "")
    assert kept == words.replace(" ", "") if drawing.fits(words, box) else kept.endswith("…")


def test_the_words_of_a_card_are_escaped() -> None:
    assert "&lt;b&gt; &amp; &#34;more&#34;" in card('<b> & "more"')


def test_the_touch_icon_is_the_icon_of_the_site_drawn_anew() -> None:
    import resvg_py

    assets = ROOT / "templates" / "assets"
    svg = (assets / "icon.svg").read_text("utf-8")
    drawn = resvg_py.svg_to_bytes(svg_string=svg, width=180, height=180, background="#0f4c7a", skip_system_fonts=True)
    assert (assets / "touch-icon.png").read_bytes() == bytes(drawn)
