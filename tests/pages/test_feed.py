"""The feed, read back by an XML reader that is not ours."""

from pathlib import Path
from xml.etree import ElementTree

import dossier
from dossier import Options
from tests.conftest import A_DAY, SMALLEST, Project

ATOM = {"atom": "http://www.w3.org/2005/Atom"}
BASE = "base_url: https://example.org/border/\n"
SECTION = """\
---
title: Deployments & more
description: Who was sent.
published: 2025-06-01
updated: 2025-07-02
corrections:
  - {date: 2025-07-01, was: "1,500", now: "1,600", why: Two digits were turned round.}
  - {date: 2025-07-02, minor: true}
---
Nothing yet.
{.own-voice}
"""


def feed(folder: Path) -> list[dict[str, str]]:
    """Title, id and day of each entry."""
    report = dossier.build(folder, Options(today=A_DAY))
    assert report.is_clean, report.findings
    root = ElementTree.fromstring((folder / "build" / "feed.xml").read_text(encoding="utf-8"))
    entries = root.findall("atom:entry", ATOM)
    return [{tag: entry.findtext(f"atom:{tag}", "", ATOM) for tag in ("title", "id", "updated")} for entry in entries]


def with_address(project: Project) -> Path:
    settings = SMALLEST["content/dossier.yml"] + BASE
    return project({"content/dossier.yml": settings, "content/sections/deployments/index.md": SECTION})


def test_the_feed_tells_of_pages_and_corrections_newest_first_and_of_nothing_minor(project: Project) -> None:
    assert feed(with_address(project)) == [
        {
            "title": "Deployments & more",
            "id": "https://example.org/border/deployments/index.html",
            "updated": "2025-07-02T00:00:00+00:00",
        },
        {
            "title": "Correction: Deployments & more",
            "id": "https://example.org/border/deployments/index.html#correction-2025-07-01-2",
            "updated": "2025-07-01T00:00:00+00:00",
        },
    ]


def test_pages_lead_to_the_feed(project: Project) -> None:
    folder = with_address(project)
    feed(folder)
    page = (folder / "build" / "deployments" / "index.html").read_text(encoding="utf-8")
    assert '<link rel="alternate" type="application/atom+xml" href="../feed.xml"' in page


def test_without_an_address_there_is_no_feed_and_no_link_to_one(project: Project) -> None:
    folder = project({"content/sections/deployments/index.md": SECTION})
    assert dossier.build(folder, Options(today=A_DAY)).is_clean
    assert not (folder / "build" / "feed.xml").exists()
    assert "feed.xml" not in (folder / "build" / "index.html").read_text(encoding="utf-8")


def test_two_builds_give_the_same_feed(project: Project) -> None:
    folder = with_address(project)
    feed(folder)
    first = (folder / "build" / "feed.xml").read_bytes()
    (folder / "build" / "feed.xml").unlink()
    feed(folder)
    assert (folder / "build" / "feed.xml").read_bytes() == first
