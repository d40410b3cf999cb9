"""Each format, read back by a reader that is not ours."""

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware, SeparateCoAuthors
from msgspec.structs import replace

from dossier.bibliography import Bibliography
from dossier.bibliography.bibtex import as_bibtex
from dossier.bibliography.csl import as_csl
from dossier.bibliography.ris import as_ris
from tests.bibliography.references import ALL, DATES, NEWS, dated


def pandoc(data: bytes, reads: str) -> list[Mapping[str, object]]:
    """The references as Pandoc understands them."""
    done = subprocess.run(["pandoc", "-f", reads, "-t", "csljson"], input=data, capture_output=True, check=True)
    assert done.stderr == b""
    found = json.loads(done.stdout)
    assert isinstance(found, list)
    return found


@pytest.mark.pandoc
def test_pandoc_reads_from_bibtex_what_we_meant() -> None:
    news, statute, vague = pandoc(as_bibtex(ALL), "biblatex")
    assert news["type"] == "article-newspaper"
    assert str(news["title"]).replace('<span class="nocase">', "").replace("</span>", "") == NEWS.title
    assert news["author"] == [{"family": "De Luce", "given": "Dan"}, {"literal": "Smith and Sons, Ltd."}]
    assert news["container-title"] == "Diario & Cía."
    assert news["URL"] == NEWS.url
    assert statute["publisher"] == "8 U.S.C. § 1189, US Congress"
    assert vague["id"] == "eagle-eye"


@pytest.mark.pandoc
@pytest.mark.parametrize("date", DATES)
def test_a_date_says_the_same_in_csl_and_in_bibtex_as_pandoc_reads_them(date: str) -> None:
    days, is_about = DATES[date]
    for data, reads in ((as_csl(dated(date)), "csljson"), (as_bibtex(dated(date)), "biblatex")):
        (report,) = pandoc(data, reads)
        issued = report["issued"]
        assert isinstance(issued, dict)
        assert issued["date-parts"] == days, reads
        assert bool(issued.get("circa")) is is_about, reads


@pytest.mark.pandoc
def test_pandoc_cites_from_either_file(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("Planned [@nbc-nov3]; listed [@usc-8-1189].\n", encoding="utf-8")
    for name, data in (("b.json", as_csl(ALL)), ("b.bib", as_bibtex(ALL))):
        (tmp_path / name).write_bytes(data)
        command = ["pandoc", "--citeproc", "--bibliography", str(tmp_path / name), "--wrap=none", "-t", "plain"]
        done = subprocess.run([*command, str(page)], capture_output=True, text=True, check=True)
        assert done.stderr == ""
        assert "Planned (De Luce and Smith and Sons, Ltd. 2025); listed (US Congress 2023)." in done.stdout
        assert "November 3, 2025" in done.stdout


def test_a_bibtex_parser_finds_every_field_as_it_was_meant() -> None:
    library = parse_string(
        as_bibtex(ALL).decode("utf-8"), append_middleware=[SeparateCoAuthors(), LatexDecodingMiddleware()]
    )
    assert library.failed_blocks == []
    news, statute, vague = library.entries
    assert news.entry_type == "article"
    assert str(news["title"]).replace("ˆ", "^") == NEWS.title  # the circumflex by itself, as that reader has it
    assert news["author"] == ["De Luce, Dan", "{Smith and Sons, Ltd.}"]
    assert (statute["year"], statute["note"]) == ("2023", "Dated by us: copy of the Code")
    assert vague["month"] in ("feb", "2", 2)


def test_a_brace_that_is_never_closed_ends_no_entry() -> None:
    broken = Bibliography(references=(replace(NEWS, title="} a {"), *ALL.references[1:]))
    library = parse_string(as_bibtex(broken).decode("utf-8"))
    assert [entry.key for entry in library.entries] == [reference.id for reference in ALL.references]
    assert library.entries[0]["title"] == r"{\textbraceright{} a \textbraceleft{}}"


def test_a_ris_reader_finds_every_field_as_it_was_meant() -> None:
    news, statute, vague = rispy.loads(as_ris(ALL).decode("utf-8"))
    assert (news["type_of_reference"], news["title"]) == ("NEWS", NEWS.title)
    assert news["authors"] == ["De Luce, Dan", "Smith and Sons, Ltd."]
    assert (news["year"], news["date"], news["access_date"]) == ("2025", "2025/11/03/", "2025/11/06/")
    assert (statute["type_of_reference"], statute["volume"], statute["section"]) == ("STAT", "8", "1189")
    assert statute["notes"] == ["Dated by us: copy of the Code"]
    assert vague["date"] == "2025/02//[2025-02-13..2025-02-20]"


def test_csl_leaves_out_what_is_not_known() -> None:
    _, _, vague = json.loads(as_csl(ALL))
    assert vague == {
        "id": "eagle-eye",
        "type": "post",
        "issued": {"date-parts": [[2025, 2, 13], [2025, 2, 20]], "circa": True},
    }
