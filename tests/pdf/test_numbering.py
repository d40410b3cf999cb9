"""The numbers of pages in a table of contents, in cross references and in an index."""

import pytest

pytestmark = pytest.mark.pdf

# A small sheet that the references fill: with their numbers they need one more, or one less, than without.
PAGE = """\
<!doctype html><title>T</title>
<style>
@page { size: 60mm 40mm; margin: 5mm }
p, h2 { margin: 0; font: 10pt/12pt sans-serif }
h2 { break-before: page }
a[data-page]::after { content: " (" attr(data-page) ")" }
</style>
"""


@pytest.mark.parametrize("count", range(10, 22))
def test_each_reference_bears_the_page_on_which_its_place_stands(count: int) -> None:
    from weasyprint import HTML, Document  # here, since importing it needs Pango

    from dossier.pdf.numbering import numbered

    references = " ".join(f'<a href="#p{at}">place</a>' for at in range(count))
    places = "".join(f'<h2 id="p{at}">Place {at}</h2>' for at in range(count))
    html = HTML(string=f"{PAGE}<p>{references}</p>{places}")
    made: list[Document] = []

    def render() -> Document:
        made.append(html.render())
        return made[-1]

    document = numbered(html.etree_element, render)
    shown = [link.get("data-page") for link in html.etree_element.iter("a")]
    stands = [
        next(at for at, page in enumerate(document.pages, 1) if f"p{place}" in page.anchors) for place in range(count)
    ]
    assert shown == [str(page) for page in stands]
    assert document is made[-1]
    assert len(made) in (2, 3)


def test_a_reference_to_a_place_on_several_pages_bears_the_first() -> None:
    from weasyprint import HTML

    from dossier.pdf.numbering import numbered

    lines = "<p>A line.</p>" * 20
    html = HTML(string=f'{PAGE}<p><a href="#all">All of it</a></p><section id="all">{lines}</section>')
    assert len(numbered(html.etree_element, html.render).pages) > 2
    assert [link.get("data-page") for link in html.etree_element.iter("a")] == ["1"]


def test_links_that_leave_the_document_bear_no_page() -> None:
    from weasyprint import HTML

    from dossier.pdf.numbering import numbered

    html = HTML(string=f'{PAGE}<p><a href="https://example.org/#here">Elsewhere</a></p>')
    numbered(html.etree_element, html.render)
    assert [link.get("data-page") for link in html.etree_element.iter("a")] == [None]
