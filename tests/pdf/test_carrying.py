"""A PDF stays, with the links to it, for as long as what it printed is the same; no typesetter is needed for that."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner

from dossier import Options, pipeline
from dossier.cli.commands import commands
from dossier.model.printed import Printed
from dossier.model.run import Report
from tests.conftest import A_DAY, SMALLEST, Project

ABOUT = {
    "content/about.md": "---\ntitle: How this is made\n---\nWe read, and write down who says what.\n{.own-voice}\n"
}
MOVED = {"content/sections/deployments/index.md": "---\ntitle: Moves\ndescription: Who was sent, and when.\n---\n"}
RENAMED = {"content/dossier.yml": SMALLEST["content/dossier.yml"].replace("Troops at", "Soldiers at")}
PRINTED = "data/claims.json"  # stands in these tests for what was printed: it bears the title of the dossier
LINK = '<a href="dossier.pdf" type="application/pdf">The whole dossier as a PDF</a> (1,203 pages, 1.2 MB)'
DATA = b"%PDF-1.7\n" + b"0" * 1_234_000


def built(folder: Path, printed: Printed | None = None) -> Report:
    report = pipeline.build(folder, Options(today=A_DAY), printed=printed)
    assert report.is_clean
    return report


def sheet(folder: Path, *paths: str, url: str = "dossier.pdf") -> Printed:
    """A PDF made from these files of the site."""
    made_from = {path: sha256((folder / "build" / path).read_bytes()).hexdigest() for path in paths}
    return Printed(url=url, pages=1203, made_from=made_from, data=DATA)


@pytest.fixture
def printed(project: Project) -> Path:
    """A small dossier that has been built and printed."""
    folder = project(ABOUT)
    built(folder)
    built(folder, sheet(folder, PRINTED, "assets/dossier.css"))
    return folder


def change(folder: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        (folder / path).write_text(text, encoding="utf-8")


def test_home_the_method_and_every_footer_lead_to_the_pdf_with_its_pages_and_size(printed: Path) -> None:
    pages = {page: (printed / "build" / page).read_text("utf-8").count(LINK) for page in ("index.html", "about.html")}

    assert pages == {"index.html": 2, "about.html": 2}
    assert 'href="../dossier.pdf"' in (printed / "build" / "claims" / "index.html").read_text("utf-8")
    assert (printed / "build" / "dossier.pdf").read_bytes() == DATA


def test_a_later_build_of_the_same_content_changes_nothing(printed: Path) -> None:
    report = built(printed)

    assert report.changed == 0
    assert report.outdated == ()


def test_what_is_not_printed_may_change(printed: Path) -> None:
    change(printed, MOVED)

    assert built(printed).outdated == ()
    assert LINK in (printed / "build" / "index.html").read_text("utf-8")


def test_when_what_was_printed_changes_pdf_and_links_go_and_the_build_says_so(printed: Path) -> None:
    change(printed, RENAMED)
    run = CliRunner().invoke(commands, ["build", "--project", str(printed), "--today", str(A_DAY)])

    said = "dossier: dossier.pdf was removed, since what it printed has changed; run `dossier pdf` again\n"
    assert said in run.stderr
    assert not (printed / "build" / "dossier.pdf").exists()
    assert not [page for page in (printed / "build").rglob("*.html") if "dossier.pdf" in page.read_text("utf-8")]


def test_a_file_that_the_page_asked_for_in_vain_and_now_gets_makes_the_pdf_untrue(project: Project) -> None:
    folder = project({})
    built(folder)
    wanted = Printed(url="dossier.pdf", pages=1, made_from={"assets/own.css": ""}, data=DATA)
    assert built(folder, wanted).outdated == ()

    (folder / "templates" / "assets").mkdir(parents=True)
    change(folder, {"templates/assets/own.css": "p { color: red }"})

    assert built(folder).outdated == ("dossier.pdf",)


def test_a_single_page_in_print_goes_alone(printed: Path) -> None:
    built(printed, sheet(printed, "deployments/index.html", url="deployments/index.pdf"))
    change(printed, MOVED)
    run = CliRunner().invoke(commands, ["build", "--project", str(printed), "--today", str(A_DAY)])

    assert "`dossier pdf --page deployments/index`" in run.stderr
    assert (printed / "build" / "dossier.pdf").exists()
    assert not (printed / "build" / "deployments" / "index.pdf").exists()


@pytest.mark.parametrize("data", [b"%PDF of somebody else", b""])
def test_a_pdf_that_another_program_wrote_over_is_no_longer_ours_to_link(printed: Path, data: bytes) -> None:
    (printed / "build" / "dossier.pdf").write_bytes(data)
    built(printed)

    assert LINK not in (printed / "build" / "index.html").read_text("utf-8")


def test_cleaning_removes_the_pdf_too(printed: Path) -> None:
    CliRunner().invoke(commands, ["clean", "--project", str(printed)])

    assert not (printed / "build").exists()


def test_in_spanish_the_link_says_so_in_spanish(project: Project) -> None:
    yml = "title: Tropas\ndescription: Qué se ordenó.\nlanguage: es\ncovers: 2025\nsections: [deployments]\n"
    folder = project({"content/dossier.yml": yml})
    built(folder)
    built(folder, sheet(folder, PRINTED))

    assert "El dossier completo en PDF</a> (1.203 páginas, 1,2 MB)" in (folder / "build/index.html").read_text("utf-8")
