"""This repository's own dossier in print, as strangers judge it: veraPDF, qpdf, poppler and PDFium."""

import html
import json
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import A_DAY, ROOT
from tests.pdf import verapdf

pytestmark = pytest.mark.pdf

HEAD, FOOT = 56, 62  # points: the margins of a page, 20 mm and 22 mm, in which running heads and numbers stand
FEW = 200  # characters on a sheet for which nobody would turn a page
LATER = re.compile(r"[\s\x02\u00ad\u2010\ufffe-]+")  # where lines may break, and what stands there when they do


def dossier_pdf(output: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "dossier", "pdf", "--project", str(ROOT), "--output", str(output)]
    command += ["--today", str(A_DAY), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def printed(output: Path, *arguments: str) -> str:
    """What the command says that prints; the site, with its PDF, is in the output."""
    run = dossier_pdf(output, *arguments)
    assert run.returncode == 0, run.stderr
    assert run.stdout == ""
    return run.stderr


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with the whole dossier in print."""
    output = tmp_path_factory.mktemp("printed") / "build"
    said = printed(output)
    assert "dossier: setting pages, page 50\n" in said
    assert re.search(r"^dossier: \d+ pages, \d\.\d MB.*; [\d.]+ s: .*/dossier\.pdf$", said.splitlines()[-1])
    return output


@pytest.fixture(scope="module")
def whole(site: Path) -> Path:
    return site / "dossier.pdf"


def shown(*command: str | Path) -> str:
    run: subprocess.CompletedProcess[str] = subprocess.run(command, capture_output=True, text=True, check=True)
    return run.stdout


def folded(words: str) -> str:
    """Words as they are the same however lines were broken."""
    return LATER.sub("", words)


@pytest.mark.parametrize("profile", ["PDFUA-1", "PDFA-3A"])
def test_the_whole_keeps_to_the_standards_of_access_and_of_archives(whole: Path, profile: str) -> None:
    assert verapdf.faults(whole, profile) == []


def test_another_program_finds_it_sound_tagged_and_dated_without_the_clock(whole: Path) -> None:
    assert "No syntax or stream encoding errors found" in shown("qpdf", "--check", whole)
    told = dict(re.findall(r"^(.+?): +(.*)$", shown("pdfinfo", "-isodates", whole), re.MULTILINE))
    assert told["Tagged"] == "yes"
    assert told["Page size"].endswith("(A4)")
    assert "US troops at the Mexican border" in told["Title"]
    assert told["Subject"]
    assert "Deployments" in told["Keywords"]
    newest = max(json.loads(file.read_text("utf-8"))["date"] for file in (ROOT / "content/editions").glob("*.json"))
    assert told["CreationDate"][:10] == told["ModDate"][:10] == newest
    with pikepdf.open(whole) as pdf:
        assert pdf.Root.Lang == "en"


def test_every_typeface_is_embedded_as_far_as_it_is_used(whole: Path) -> None:
    fonts = [line.split() for line in shown("pdffonts", whole).splitlines()[2:]]
    assert fonts
    assert {(font[-5], font[-4]) for font in fonts} == {("yes", "yes")}


def test_no_typeface_is_slanted_by_the_program_that_sets_it(whole: Path) -> None:
    names = {line.split()[0].partition("+")[2] for line in shown("pdffonts", whole).splitlines()[2:]}
    assert names == {
        *("Dossier-Serif", "Dossier-Serif-Italic", "Dossier-Serif-Semi-Bold"),
        *("Dossier-Sans", "Dossier-Sans-Semi-Bold"),
    }


def test_no_sheet_is_nearly_empty(whole: Path) -> None:
    assert [number for number, sheet in enumerate(sheets(whole), 1) if len(folded(sheet)) < FEW] == []


def test_no_line_ends_between_p_and_the_number_of_the_page_nor_within_a_word(site: Path, whole: Path) -> None:
    lines = [line.rstrip() for sheet in sheets(whole) for line in sheet.splitlines()]
    assert [line for line in lines if re.search(r"\bp\.$", line)] == []
    words = set(re.findall(r"\w+", LexborHTMLParser((site / "print.html").read_text("utf-8")).text(separator=" ")))
    ends = ((re.search(r"\w+$", line), re.match(r"\w+", after)) for line, after in pairwise(lines))
    met = ((end[0], begun[0]) for end, begun in ends if end and begun)
    assert [pair for pair in met if "".join(pair) in words and not words.issuperset(pair)] == []


def test_its_bookmarks_are_its_contents(site: Path, whole: Path) -> None:
    page = LexborHTMLParser((site / "print.html").read_text("utf-8"))
    contents = [link.text(strip=True) for link in page.css("nav.paper-contents a")]
    with pypdfium2.PdfDocument(whole) as pdf:
        bookmarks = list(pdf.get_toc())
        assert [folded(mark.get_title()) for mark in bookmarks] == [folded(words) for words in contents]
        pages = [mark.get_dest().get_index() for mark in bookmarks]
    assert pages == sorted(pages)
    assert len(pages) > 20


def test_every_link_within_it_lands(whole: Path) -> None:
    with pikepdf.open(whole) as pdf:
        places = pikepdf.NameTree(pdf.Root.Names.Dests)
        names = {str(name) for name in places}
        notes = [note for page in pdf.pages for note in page.get("/Annots", ())]
        inside = [str(note.Dest) for note in notes if "/Dest" in note]
        outside = [str(note.A.URI) for note in notes if "/A" in note]
    assert len(inside) > 1000
    assert set(inside) <= names
    assert [address for address in outside if "dossier.invalid" in address or address.startswith("file:")] == []


def test_no_link_of_the_page_leads_to_what_it_does_not_hold(site: Path) -> None:
    text = (site / "print.html").read_text("utf-8")
    main = text[text.index("<main") : text.index("</main>")]
    wanted = {html.unescape(found) for found in re.findall(r'href="#([^"]+)"', main)}
    assert wanted - {html.unescape(found) for found in re.findall(r' id="([^"]+)"', text)} == set()


def test_read_in_its_order_it_holds_every_statement_number_and_reference(site: Path, whole: Path) -> None:
    spoken = read(whole)
    claims = json.loads((site / "data" / "claims.json").read_bytes())["rows"]
    sources = json.loads((site / "data" / "sources.json").read_bytes())["rows"]
    wanted = [claim["claim"] for claim in claims]
    wanted += [told for source in sources for told in (source["title"], source["citation"]) if told]

    assert len(wanted) > 150
    assert [words for words in wanted if folded(words) not in folded(spoken)] == []
    numbers = {f"C-{number}" for number in re.findall(r"\bC-\s*(\d+)\b", spoken)}
    assert {claim["number"] for claim in claims} <= numbers


def read(file: Path) -> str:
    """The text of all pages in the order in which they have it, without what stands in their margins."""
    return "".join(sheets(file))


def sheets(file: Path) -> list[str]:
    """The text of each page, without what stands in its margins."""
    with pypdfium2.PdfDocument(file) as pdf:
        sizes = ((page, *page.get_size()) for page in pdf)
        return [page.get_textpage().get_text_bounded(0, FOOT, w, h - HEAD) for page, w, h in sizes]


def test_it_carries_the_tables_of_the_ledger(site: Path, whole: Path) -> None:
    with pikepdf.open(whole) as pdf:
        carried = {name: file.get_file().read_bytes() for name, file in pdf.attachments.items()}
    assert carried == {
        file.name: file.read_bytes()
        for file in (site / "data").iterdir()
        if file.suffix == ".csv" or file.stem == "schema"
    }


def test_a_single_page_is_for_archives_too_and_the_same_at_every_printing(tmp_path: Path) -> None:
    files = []
    for place in ("one", "other"):
        said = printed(tmp_path / place / "build", "--page", "legal-authority/title-50", "--quiet")
        assert said == ""
        files.append(tmp_path / place / "build" / "legal-authority" / "title-50.pdf")

    assert files[0].read_bytes() == files[1].read_bytes()
    assert verapdf.faults(files[0], "PDFA-2A") == []
    assert verapdf.faults(files[0], "PDFUA-1") == []
    assert str(tmp_path).encode() not in files[0].read_bytes()


def test_a_page_that_is_not_there_is_told_with_the_nearest(tmp_path: Path) -> None:
    run = dossier_pdf(tmp_path / "build", "--page", "timelin")

    assert run.returncode == 2
    assert run.stderr.splitlines()[-1] == "dossier: the site has no page `timelin`; did you mean `timeline`?"
