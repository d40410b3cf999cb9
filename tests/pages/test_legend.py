"""The legend of a page: whatever mark stands in it is explained there, and a page of few marks explains few."""

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

MARKS = ("a.claim", ".sign", "a.to-term")


def marks(html: LexborHTMLParser, below: str) -> set[str]:
    return {mark for mark in MARKS if html.css(f"{below} {mark}")}


def test_every_mark_of_a_page_is_explained_in_its_legend(site: Path) -> None:
    pages = {path.relative_to(site): LexborHTMLParser(path.read_text("utf-8")) for path in site.rglob("*.html")}
    legends = {name: page for name, page in pages.items() if page.css(".legend")}
    assert len(legends) > 100
    unexplained = {name: marks(page, ":is(main, .card)") - marks(page, ".legend") for name, page in legends.items()}
    assert {name: left for name, left in unexplained.items() if left} == {}


def test_the_page_of_an_entity_that_nobody_quotes_explains_links_alone(site: Path) -> None:
    page = LexborHTMLParser((site / "entities/boko-haram.html").read_text("utf-8"))
    assert marks(page, ".legend") == {"a.to-term"}
