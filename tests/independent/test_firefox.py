"""The site in a second browser: from a folder and under a sub-path, on a phone and a desk, light and dark, on paper."""

import shutil
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.independent.conftest import answered

WIDTHS = (360, 1440)
WITH_AXE = ("claim", "claims", "explainer", "home", "source", "timeline")  # what axe sees elsewhere it sees in Chromium
ELSEWHERE = ("404", "print")  # the first begins at the root and the second is all pages; neither is for this

pytestmark = pytest.mark.firefox


def visited(
    addresses: list[str], *, scheme: str = "light", axe: tuple[str, ...] = (), pdf: Path | None = None
) -> list[str]:
    """What is wrong with these pages in Firefox; ``axe`` says which it looks at, ``pdf`` where to print the last."""
    question = {
        "program": shutil.which("firefox-esr"),
        "addresses": addresses,
        "widths": WIDTHS,
        "scheme": scheme,
        "axe": axe,
        "pdf": pdf and str(pdf),
    }
    answers = answered("firefox.mjs", question)
    assert {answer["width"] for answer in answers} == set(WIDTHS)
    assert {answer["dark"] for answer in answers} == {scheme == "dark"}
    return [f"{answer['address']} at {answer['width']}: {wrong}" for answer in answers for wrong in faults(answer)]


def visited_all(addresses: dict[str, str], *, scheme: str) -> list[str]:
    """What is wrong with these pages, by their kinds, of which axe looks at some."""
    pages = [address for kind, address in addresses.items() if kind not in ELSEWHERE]
    return visited(pages, scheme=scheme, axe=tuple(addresses[kind] for kind in WITH_AXE))


def faults(answer: dict[str, object]) -> list[str]:
    told = [answer["complaints"], answer["violations"]]
    found = [str(wrong) for wrongs in told if isinstance(wrongs, list) for wrong in wrongs]
    assert isinstance(answer["hosts"], list)
    strange = set(answer["hosts"]) - {urlsplit(str(answer["address"])).netloc, ""}
    return found + [f"asks {host}" for host in sorted(strange)] + ["scrolls sideways"] * bool(answer["sideways"])


def test_a_page_of_each_kind_from_a_folder_in_the_light_has_no_fault(site: Path, kinds: dict[str, str]) -> None:
    assert visited_all({kind: (site / page).as_uri() for kind, page in kinds.items()}, scheme="light") == []


def test_a_page_of_each_kind_under_a_sub_path_in_the_dark_has_no_fault(served: str, kinds: dict[str, str]) -> None:
    assert visited_all({kind: served + page for kind, page in kinds.items()}, scheme="dark") == []


@pytest.mark.print
def test_a_printed_explainer_has_no_empty_sheet(site: Path, kinds: dict[str, str], tmp_path: Path) -> None:
    pdf = tmp_path / "page.pdf"
    visited([(site / kinds["explainer"]).as_uri()], pdf=pdf)
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
    sheets = text.split("\f")[:-1]
    assert len(sheets) > 1
    assert [number for number, sheet in enumerate(sheets, start=1) if not sheet.strip()] == []
