"""What many tests need: a small dossier on disk, this repository's own site, and a browser."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[1]
IN_CI = bool(os.environ.get("CI"))
A_DAY = date(2025, 11, 22)  # after all that this repository's dossier covers; the site must not change by the calendar

# The programs that a mark stands for. Without them its tests are skipped, and the report's head says so; where CI is
# set they fail, since there nobody reads that.
PROGRAMS = {
    "browser": ("chromium",),
    "firefox": ("firefox-esr",),
    "lighthouse": ("chromium",),
    "nginx": ("nginx",),
    "nu": ("java",),
    "pandoc": ("pandoc",),
    "pdf": ("java", "pdffonts", "qpdf"),
    "print": ("chromium", "pdftotext", "pdftoppm"),
}
WITH_NPM = ("firefox", "lighthouse", "nu")
NODE = ROOT / "tests" / "node"
PLACES = f"{os.environ.get('PATH', os.defpath)}:/usr/sbin"  # where servers are, which not every user's path names

CHROMIUM_OPTIONS = (
    "--no-sandbox",  # its own sandbox does not start for root, as in most containers
    "--disable-background-networking",  # the pages are ours and the network is not asked
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)

SMALLEST = {
    "content/dossier.yml": """\
title: Troops at the border
description: What was ordered, and what happened.
language: en
covers: 2025-01-20/2025-11-03
sections: [deployments]
""",
    "content/index.md": """\
---
title: Troops at the border
---
What was ordered, and what happened.
{.own-voice}
""",
    "content/sections/deployments/index.md": """\
---
title: Deployments
description: Who was sent to the border, and when.
---
""",
}

Project = Callable[[Mapping[str, str]], Path]

# A busy machine makes a quick example slow; how long tests may take is not what properties are about.
settings.register_profile("patient", settings.get_profile(settings.get_current_profile_name()), deadline=None)
settings.load_profile("patient")


def missing_programs(mark: str) -> list[str]:
    missing = [program for program in PROGRAMS[mark] if shutil.which(program, path=PLACES) is None]
    if mark == "pdf" and not can_print():
        missing.append("Pango")
    is_installed = (NODE / "node_modules" / ".package-lock.json").exists()  # npm writes it when all else is in place
    return missing if is_installed or mark not in WITH_NPM else [*missing, "the npm packages of tests/node"]


@cache
def can_print() -> bool:
    """Whether WeasyPrint finds the libraries of the system that it needs; it is loaded in a process of its own."""
    return subprocess.run([sys.executable, "-c", "import weasyprint"], capture_output=True, check=False).returncode == 0


def pytest_report_header() -> list[str]:
    return [
        f"{'FAILED' if IN_CI else 'SKIPPED'}: every test marked {mark}, for want of {', '.join(missing)}"
        for mark in PROGRAMS
        if (missing := missing_programs(mark))
    ]


def pytest_runtest_setup(item: pytest.Item) -> None:
    for mark in PROGRAMS:
        if item.get_closest_marker(mark) and (missing := missing_programs(mark)):
            (pytest.fail if IN_CI else pytest.skip)(f"needs {', '.join(missing)}")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Writes the smallest whole dossier, with these files added or put in place of its own; gives its folder."""

    def write(files: Mapping[str, str]) -> Path:
        for path, text in (SMALLEST | dict(files)).items():
            file = tmp_path / "project" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return tmp_path / "project"

    return write


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This repository's own dossier as a site, built once; tests read it and leave it as it is."""
    import dossier  # here, since a package that does not import should fail its own tests, not every test

    output = tmp_path_factory.mktemp("site") / "build"
    report = dossier.build(ROOT, dossier.Options(today=A_DAY, output=output))
    assert report.is_clean, "\n".join(f"{found.problem.place} {found.problem.message}" for found in report.findings)
    return output


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a window; mark the test ``browser``."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM_OPTIONS)
        yield chromium
        chromium.close()
