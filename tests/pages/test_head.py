"""The head of each page: what search engines and those who are sent its address see of it."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

import dossier
from dossier import Options, urls
from dossier.pages.description import LONGEST, SHORTEST, brief
from dossier.wording import LANGUAGES, with_territory, words
from tests.conftest import A_DAY, ROOT, SMALLEST, Project

BASE = "https://example.org/border/"
SECTION = "---\ntitle: Deployments\ndescription: Who was sent.\n---\n"
PAGE = """\
---
title: Who "left" & why
description: A page on who left the border, & why < when, told with all that is known of it.
published: 2025-06-01
updated: 2025-07
---
"""


def told(page: Path) -> dict[str, str]:
    """What a head tells, by name or property; none of them twice but the colour of each scheme."""
    head = LexborHTMLParser(page.read_text("utf-8")).css(
        "head meta[content], head link[href]:not([rel=preload], [media=print])"
    )
    pairs = [
        (name, node)
        for node in head
        if node.attributes.get("name") != "theme-color" and node.attributes.get("http-equiv") is None
        for name in (node.attributes.get("name"), node.attributes.get("property"), node.attributes.get("rel"))
        if name
    ]
    found = {name: str(node.attributes.get("content") or node.attributes.get("href")) for name, node in pairs}
    assert len(found) == len(pairs)
    return found


def with_address(project: Project, settings: str = f"base_url: {BASE}\n") -> Path:
    files = {
        "content/dossier.yml": SMALLEST["content/dossier.yml"] + settings,
        "content/sections/deployments/index.md": SECTION,
        "content/sections/deployments/leaving.md": PAGE,
    }
    folder = project(files)
    report = dossier.build(folder, Options(today=A_DAY))
    assert report.is_clean, report.findings
    return folder / "build"


def test_every_page_describes_itself_in_its_own_words_and_in_few(site: Path) -> None:
    described = {page: told(page)["description"] for page in site.rglob("*.html")}
    assert [page for page, words in described.items() if not words or len(words) > LONGEST] == []
    twice = [page for page, words in described.items() if list(described.values()).count(words) > 1]
    assert twice == []
    made = [page for page in described if page.parent.name in {"claims", "entities", "sources"}]
    assert [page for page in made if len(described[page]) < SHORTEST] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_that_is_made_describes_itself_where_editors_do_not(language: str) -> None:
    assert set(words(language).labels.holdings) == urls.GENERATED


def test_an_explainer_is_an_article_with_its_days_where_these_are_whole(project: Project) -> None:
    head = told(with_address(project) / "deployments" / "leaving.html")
    assert {name: words for name, words in head.items() if name.startswith(("og:", "article:", "canonical"))} == {
        "canonical": f"{BASE}deployments/leaving.html",
        "og:url": f"{BASE}deployments/leaving.html",
        "og:title": 'Who "left" & why',
        "og:description": "A page on who left the border, & why < when, told with all that is known of it.",
        "og:type": "article",
        "og:site_name": "Troops at the border",
        "og:locale": "en_US",
        "article:published_time": "2025-06-01",
    }


def test_any_other_page_is_part_of_a_website(project: Project) -> None:
    head = told(with_address(project) / "deployments" / "index.html")
    assert head["og:type"] == "website"
    assert "article:published_time" not in head


def test_without_an_address_no_page_claims_one(project: Project) -> None:
    head = told(with_address(project, settings="") / "deployments" / "leaving.html")
    assert {"canonical", "og:url", "og:image", "twitter:card", "alternate"} & set(head) == set()
    assert head["og:title"] == 'Who "left" & why'


def test_the_page_for_lost_readers_is_kept_out_of_search_engines_and_claims_no_address(project: Project) -> None:
    head = told(with_address(project) / "404.html")
    assert head["robots"] == "noindex"
    assert {"canonical", "og:url"} & set(head) == set()
    assert head["icon"] == "/border/assets/icon.svg"


@pytest.mark.parametrize(
    ("tag", "locale"),
    [("en", "en_US"), ("en-GB", "en_GB"), ("es", "es_ES"), ("es-MX", "es_MX"), ("fr", "fr_FR"), ("tlh-x", "tlh_x")],
)
def test_a_language_is_told_with_its_region(tag: str, locale: str) -> None:
    assert with_territory(tag) == locale


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("Troops left.", "Troops left."),
        (f"{'One sentence with a good number of words in it stands first'}. {'More ' * 40}", None),
        ("word " * 60, None),
    ],
)
def test_a_long_description_ends_with_a_sentence_or_a_word(long: str, short: str | None) -> None:
    made = brief(long)
    assert len(made) <= LONGEST
    assert made == short if short else made.endswith((".", "…"))
    assert long.startswith(made.rstrip("….").rstrip())


def test_the_touch_icon_is_a_png_of_the_size_that_phones_ask_for() -> None:
    png = (ROOT / "templates" / "assets" / "touch-icon.png").read_bytes()
    assert png.startswith(b"\x89PNG")
    assert (int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")) == (180, 180)
