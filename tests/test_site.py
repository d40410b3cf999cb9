"""This repository's own dossier as it is published: every link lands, and each page keeps what all pages promise."""

from collections import Counter
from itertools import pairwise
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

GENERATED = (
    "index about sources/index claims/index entities/index timeline figures disagreements glossary quotations unknowns "
    "corrections changes search print 404 deployments/index legal-authority/index mexican-responses/index"
).split()


def pages(site: Path) -> dict[str, LexborHTMLParser]:
    found = sorted(site.rglob("*.html"))
    return {file.relative_to(site).as_posix(): LexborHTMLParser(file.read_text(encoding="utf-8")) for file in found}


def addresses(page: LexborHTMLParser) -> list[str]:
    links = [node.attributes.get("href") or "" for node in page.css("[href]")]
    return links + [node.attributes.get("src") or "" for node in page.css("[src]")]


def ids(page: LexborHTMLParser) -> list[str]:
    return [node.attributes.get("id") or "" for node in page.css("[id]")]


def target(page: str, href: str) -> tuple[str, str]:
    """The file within the site and the fragment that a link leads to."""
    split = urlsplit(href)
    if not split.path:
        return page, unquote(split.fragment)
    parts: list[str] = []
    for part in (PurePosixPath(page).parent / unquote(split.path)).parts:
        if part == ".." and parts:
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts), unquote(split.fragment)


def is_internal(href: str) -> bool:
    return not urlsplit(href).scheme


def test_every_page_of_the_design_is_there(site: Path) -> None:
    assert [name for name in GENERATED if not (site / f"{name}.html").is_file()] == []


def test_every_internal_link_and_fragment_lands(site: Path) -> None:
    found = pages(site)
    known = {name: set(ids(page)) for name, page in found.items()}
    lost = []
    for name, page in found.items():
        if name == "404.html":
            continue
        for href in filter(is_internal, addresses(page)):
            file, fragment = target(name, href)
            if not (site / file).is_file() or (fragment and fragment not in known[file]):
                lost.append(f"{name}: {href}")
    assert lost == []


def test_internal_links_are_relative_and_end_in_a_file_name(site: Path) -> None:
    odd = [
        f"{name}: {href}"
        for name, page in pages(site).items()
        for href in filter(is_internal, addresses(page))
        if name != "404.html" and (href.startswith("/") or (urlsplit(href).path and not PurePosixPath(href).suffix))
    ]
    assert odd == []


def test_the_page_for_missing_addresses_links_from_the_root(site: Path) -> None:
    page = pages(site)["404.html"]
    links = [href for href in addresses(page) if is_internal(href) and not href.startswith("#")]
    assert links
    assert all(href.startswith("/") and (site / href[1:]).is_file() for href in links)


def test_no_id_stands_twice_on_a_page(site: Path) -> None:
    twice = {name: [id for id, n in Counter(ids(page)).items() if n > 1] for name, page in pages(site).items()}
    assert {name: found for name, found in twice.items() if found} == {}


def test_no_page_carries_a_script_or_a_style_of_its_own(site: Path) -> None:
    for name, page in pages(site).items():
        assert page.css("style, [style], iframe, object, embed, form[action], form[method]") == [], name
        written = [node for node in page.css("script") if node.text()]
        assert {node.attributes.get("type") for node in written} <= {"application/ld+json"}, name
        assert not any(key.startswith("on") for node in page.css("*") for key in node.attributes), name


def test_nothing_is_loaded_from_another_host(site: Path) -> None:
    for name, page in pages(site).items():
        loaded = page.css("link[rel=stylesheet], link[rel=icon], script[src], img, source")
        hrefs = [node.attributes.get("href") or node.attributes.get("src") or "" for node in loaded]
        assert all(is_internal(href) for href in hrefs), name


def test_headings_are_in_order_with_one_first_level_a_page(site: Path) -> None:
    for name, page in pages(site).items():
        levels = [int((node.tag or "h0")[1]) for node in page.css("h1, h2, h3, h4, h5, h6")]
        assert levels.count(1) == 1, name
        assert levels[0] == 1 or 1 in levels, name
        steps = [later - earlier for earlier, later in pairwise(levels)]
        assert all(step <= 1 for step in steps), (name, levels)


def test_every_reference_is_shown_and_no_token_of_the_rendering_is_left(site: Path) -> None:
    for file in sorted(site.rglob("*.html")):
        text = file.read_text(encoding="utf-8")
        assert not any("\ufdd0" <= char <= "\ufdef" for char in text), file
        assert "[@" not in text, file
        assert "[[" not in text, file
        assert "](claim:" not in text, file


@pytest.mark.parametrize(
    "name", ["deployments/how-many-troops", "legal-authority/title-50", "legal-authority/fto-designation"]
)
def test_an_explainer_page_ends_with_the_cards_of_what_it_uses(site: Path, name: str) -> None:
    page = pages(site)[f"{name}.html"]
    assert page.css("[id^=note_source_]")
    assert page.css("[id^=note_claim_]")


def test_a_source_leads_to_its_claims_and_a_claim_to_the_sentences_that_rest_on_it(site: Path) -> None:
    source = pages(site)["sources/latin-times.html"]
    assert any("claims/active-duty-1500.html" in href for href in addresses(source))
    claim = (site / "claims/active-duty-1500.html").read_text(encoding="utf-8")
    assert "sources/latin-times.html" in claim
    assert "deployments/" in claim


def test_the_edition_for_paper_leads_nowhere_but_into_itself_and_out_of_the_site(site: Path) -> None:
    page = pages(site)["print.html"]
    links = [node.attributes.get("href") or "" for node in page.css("main [href]")]
    assert len(links) > 1000
    assert [href for href in links if is_internal(href) and not href.startswith("#")] == []


def test_the_contents_of_the_edition_for_paper_are_its_headings(site: Path) -> None:
    page = pages(site)["print.html"]
    listed = [(node.attributes.get("href"), node.text()) for node in page.css(".paper-contents a")]
    headings = [(f"#{node.attributes.get('id')}", node.text()) for node in page.css("h2.listed, h3.listed")]
    assert listed == headings


def test_the_edition_for_paper_holds_every_claim_under_its_number_and_every_source_with_its_address(site: Path) -> None:
    found = pages(site)
    printed = [node.text() for node in found["print.html"].css(".numbered-claim .number")]
    assert printed == [node.text() for node in found["claims/index.html"].css(".ledger td:first-child .number")]
    assert len(printed) == sum(name.startswith("claims/") for name in found) - 1
    addresses_out = {href for name, page in found.items() if name.startswith("sources/") for href in addresses(page)}
    outside = {href for href in addresses_out if not is_internal(href)}
    assert {node.text() for node in found["print.html"].css(".written-out a")} >= outside - {"https://schema.org"}
