"""No page is heavy: its HTML, style and scripts, as a server sends them."""

import gzip
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

LIMIT = 100 * 1024  # bytes, of all but the edition for paper, which is the whole dossier
LEVEL = 6  # what servers compress with unless told otherwise


def sent(file: Path, known: dict[Path, int]) -> int:
    """How many bytes a file is on its way."""
    if file not in known:
        known[file] = len(gzip.compress(file.read_bytes(), LEVEL, mtime=0))
    return known[file]


def parts(file: Path, site: Path) -> set[Path]:
    """A page, and the styles and scripts that it loads."""
    page = LexborHTMLParser(file.read_text("utf-8"))
    loaded = page.css("link[rel=stylesheet], link[rel=modulepreload], script[src]")
    hrefs = [node.attributes.get("href") or node.attributes.get("src") or "" for node in loaded]
    return {file, *((site / href[1:] if href.startswith("/") else (file.parent / href)).resolve() for href in hrefs)}


def test_no_page_but_the_edition_for_paper_is_over_100_kilobytes_as_sent(site: Path) -> None:
    known: dict[Path, int] = {}
    pages = [file for file in site.rglob("*.html") if file.name != "print.html"]
    weights = {
        file.relative_to(site).as_posix(): sum(sent(part, known) for part in parts(file, site)) for file in pages
    }
    heaviest = sorted(weights.items(), key=lambda item: -item[1])
    print("heaviest, in bytes:", heaviest[:5])  # shown by pytest -rP
    assert [(name, weight) for name, weight in heaviest if weight > LIMIT] == []
