"""Lighthouse gives full marks for accessibility, best practices and what search engines need."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import dossier
from tests.conftest import A_DAY, CHROMIUM_OPTIONS, ROOT
from tests.independent.conftest import answered, serving

CATEGORIES = ("accessibility", "best-practices", "seo")
KINDS = ("claims", "explainer", "home")

pytestmark = pytest.mark.lighthouse


@pytest.fixture
def published(tmp_path: Path) -> Iterator[str]:
    """This repository's own dossier, built for the address that it is served at."""
    project = tmp_path / "project"
    for folder in ("content", "templates"):
        shutil.copytree(ROOT / folder, project / folder, ignore=shutil.ignore_patterns("archive"))
    settings = project / "content" / "dossier.yml"
    lines = [line for line in settings.read_text("utf-8").splitlines() if not line.startswith("base_url:")]
    output = tmp_path / "host"
    output.mkdir()
    with serving(output) as address:
        settings.write_text("\n".join([*lines, f"base_url: {address}", ""]), encoding="utf-8")
        report = dossier.build(project, dossier.Options(today=A_DAY, output=output))
        assert report.is_clean
        yield address


def test_lighthouse_gives_full_marks(published: str, kinds: dict[str, str]) -> None:
    addresses = [published + kinds[kind] for kind in KINDS]
    question = {
        "program": shutil.which("chromium"),
        "options": CHROMIUM_OPTIONS,
        "addresses": addresses,
        "categories": CATEGORIES,
    }
    answers = answered("lighthouse.mjs", question)
    assert answers == [
        {"address": address, "scores": dict.fromkeys(CATEGORIES, 1), "failed": []} for address in addresses
    ]
