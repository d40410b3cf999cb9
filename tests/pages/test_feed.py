"""The feed, read back by feedparser as readers of feeds do, and held to RFC 4287."""

from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import feedparser

import dossier
from dossier import Options
from tests.conftest import A_DAY, SMALLEST, Project

ATOM = "{http://www.w3.org/2005/Atom}"
BASE = "base_url: https://example.org/border/\n"
SECTION = """\
---
title: Deployments & more
description: Who was sent, & why < how.
published: 2025-06-01
updated: 2025-07-02
corrections:
  - {date: 2025-07-01, was: "1,500 <b>", now: "1,600", why: Two digits were turned round.}
  - {date: 2025-07-02, minor: true}
---
Nothing yet, bar [[event:order]].
{.own-voice}
"""
EVENT = """\
---
title: The order
date: 2025-01-22
sources: [{source: times}]
corrections:
  - {date: 2025-05-01, was: a, now: b, why: c}
---
"""
SOURCE = """\
---
title: Troops
publisher: unknown
author: unknown
published: 2025-01-22
kind: article
---
"""
ADDRESS = "https://example.org/border/"


def built(folder: Path) -> feedparser.FeedParserDict:
    """The feed of a project as feedparser reads it, which finds nothing wrong with it."""
    report = dossier.build(folder, Options(today=A_DAY))
    assert report.is_clean, report.findings
    read = feedparser.parse((folder / "build" / "feed.xml").read_bytes())
    assert not read.bozo, read.get("bozo_exception")
    assert read.version == "atom10"
    return read


def with_address(project: Project, *, section: str = SECTION) -> Path:
    settings = SMALLEST["content/dossier.yml"] + BASE
    return project(
        {
            "content/dossier.yml": settings,
            "content/sections/deployments/index.md": section,
            "content/events/order.md": EVENT,
            "content/sources/times.md": SOURCE,
        }
    )


def test_the_feed_tells_of_pages_and_corrections_newest_first_and_of_nothing_minor(project: Project) -> None:
    entries = built(with_address(project)).entries
    assert [(entry.title, entry.id.removeprefix(ADDRESS), entry.updated) for entry in entries] == [
        ("Deployments & more", "deployments/index.html", "2025-07-02T00:00:00+00:00"),
        ("Correction: Deployments & more", "deployments/index.html#correction-2025-07-01", "2025-07-01T00:00:00+00:00"),
        ("Correction: The order", "timeline.html#order.correction-2025-05-01", "2025-05-01T00:00:00+00:00"),
    ]
    assert entries[0].published == "2025-06-01T00:00:00+00:00"


def test_an_entry_keeps_its_name_when_another_correction_comes(project: Project) -> None:
    before = {entry.id for entry in built(with_address(project)).entries}
    more = SECTION.replace("corrections:\n", "corrections:\n  - {date: 2025-08-01, was: x, now: y, why: z}\n")
    after = [entry.id for entry in built(with_address(project, section=more)).entries]
    assert before < set(after)
    assert len(after) == len(set(after)) == len(before) + 1


def test_two_corrections_of_one_day_are_two_entries(project: Project) -> None:
    more = SECTION.replace("{date: 2025-07-02, minor: true}", "{date: 2025-07-01, was: x, now: y, why: z}")
    ids = [entry.id for entry in built(with_address(project, section=more)).entries]
    assert f"{ADDRESS}deployments/index.html#correction-2025-07-01-2" in ids
    assert len(ids) == len(set(ids))


def test_words_that_look_like_html_stay_words(project: Project) -> None:
    page, correction, _ = built(with_address(project)).entries
    assert page.summary == "Who was sent, &amp; why &lt; how."
    assert "1,500 &lt;b&gt;" in correction.summary


def test_the_feed_has_all_that_the_format_asks_for(project: Project) -> None:
    folder = with_address(project)
    read = built(folder).feed
    assert {(link.rel, link.href) for link in read.links} == {
        ("alternate", f"{ADDRESS}index.html"),
        ("self", f"{ADDRESS}feed.xml"),
    }
    assert read.id == f"{ADDRESS}index.html"
    assert read.author == "Troops at the border"
    assert read.updated == "2025-07-02T00:00:00+00:00"
    assert read.language == "en"
    root = ElementTree.fromstring((folder / "build" / "feed.xml").read_text(encoding="utf-8"))
    for node in (root, *root.findall(f"{ATOM}entry")):
        assert [len(node.findall(f"{ATOM}{once}")) for once in ("id", "title", "updated")] == [1, 1, 1]
        assert datetime.fromisoformat(node.findtext(f"{ATOM}updated", "")).tzinfo is not None
        assert urlsplit(node.findtext(f"{ATOM}id", "")).fragment.count("#") == 0


def test_pages_lead_to_the_feed(project: Project) -> None:
    folder = with_address(project)
    built(folder)
    page = (folder / "build" / "deployments" / "index.html").read_text(encoding="utf-8")
    assert '<link rel="alternate" type="application/atom+xml" href="../feed.xml"' in page


def test_without_an_address_there_is_no_feed_and_no_link_to_one(project: Project) -> None:
    section = SECTION.replace(", bar [[event:order]]", "")
    folder = project({"content/sections/deployments/index.md": section})
    assert dossier.build(folder, Options(today=A_DAY)).is_clean
    assert not (folder / "build" / "feed.xml").exists()
    assert "feed.xml" not in (folder / "build" / "index.html").read_text(encoding="utf-8")


def test_two_builds_give_the_same_feed(project: Project) -> None:
    folder = with_address(project)
    built(folder)
    first = (folder / "build" / "feed.xml").read_bytes()
    (folder / "build" / "feed.xml").unlink()
    built(folder)
    assert (folder / "build" / "feed.xml").read_bytes() == first
