"""Page numbers in cross references, written into the document itself between one setting of its pages and the next.

CSS has `target-counter()` for this, but WeasyPrint (70) forgets a target that moved once the address comes out of
`attr(href)`, so that a table of contents can be a page wrong. Asking where each place stands is sure, and no slower.
"""

from collections.abc import Callable
from xml.etree.ElementTree import Element

from weasyprint import Document

SETTINGS = 4  # after which the last numbers stand; two are usual, a third where a number moved a line to the next page
UNKNOWN = "000"  # as wide as most numbers, so that the first setting breaks lines as the second will


def numbered(root: Element, render: Callable[[], Document]) -> Document:
    """A document whose links within it bear the number of the page to which they lead, as `data-page`."""
    links = [link for link in root.iter("a") if link.get("href", "").startswith("#")]
    for link in links:
        link.set("data-page", UNKNOWN)
    document = render()
    for _ in range(SETTINGS - 1):
        if not renumbered(links, document):
            break
        document = render()
    return document


def renumbered(links: list[Element], document: Document) -> bool:
    """Whether a link bore another number than the page on which its target stands; it bears that one now."""
    first = {name: str(number) for number, page in reversed([*enumerate(document.pages, 1)]) for name in page.anchors}
    changed = False
    for link in links:
        number = first.get(link.get("href", "").removeprefix("#"), "")
        changed = changed or link.get("data-page") != number
        link.set("data-page", number)
    return changed
