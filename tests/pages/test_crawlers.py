"""Sitemap and robots.txt, read by an XML parser and by Python's own reader of robots.txt."""

import re
from pathlib import Path
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import dossier
from dossier import Options
from dossier.crawlers import MOST, Address, Sitemap, as_sitemap
from dossier.pages import crawlers
from dossier.pages.desk import Desk
from dossier.pipeline.survey import surveyed
from dossier.wording import words
from tests.conftest import A_DAY, SMALLEST, Project

SPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
ROOT, BELOW = "https://example.org/", "https://example.org/border/"
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
DATED = """\
---
title: Deployments
description: Who was sent.
published: 2025-06-01
updated: 2025-07-02
---
"""
CORRECTED = DATED.replace(
    "---\n", "---\ncorrections: [{date: 2025-08-01, minor: true}, {date: 2025-05, minor: true}]\n", 1
)
VAGUE = DATED.replace("2025-06-01", "2025-06").replace("updated: 2025-07-02\n", "")


def built(project: Project, base: str, section: str = DATED) -> Path:
    settings = SMALLEST["content/dossier.yml"] + f"base_url: {base}\n"
    folder = project({"content/dossier.yml": settings, "content/sections/deployments/index.md": section})
    report = dossier.build(folder, Options(today=A_DAY))
    assert report.is_clean, report.findings
    return folder / "build"


def listed(site: Path) -> dict[str, str]:
    """Every address of the sitemap with its day; each stands there once."""
    root = ElementTree.fromstring((site / "sitemap.xml").read_bytes())
    assert root.tag == f"{{{SPACE['s']}}}urlset"
    assert {child.tag.rpartition("}")[2] for url in root for child in url} <= {"loc", "lastmod"}
    found = [(url.findtext("s:loc", "", SPACE), url.findtext("s:lastmod", "", SPACE)) for url in root]
    assert len(dict(found)) == len(found)
    return dict(found)


def test_every_page_is_listed_but_the_one_for_lost_readers(project: Project) -> None:
    site = built(project, BELOW)
    pages = {f"{BELOW}{page.relative_to(site).as_posix()}" for page in site.rglob("*.html")} - {f"{BELOW}404.html"}
    assert set(listed(site)) == pages
    assert all(len(address) < 2048 for address in pages)


def test_only_days_that_editors_told_are_told(project: Project) -> None:
    days = {address: day for address, day in listed(built(project, BELOW)).items() if day}
    assert days == {f"{BELOW}deployments/index.html": "2025-07-02"}


def test_a_correction_is_a_change_of_its_page_and_of_the_list_of_corrections(project: Project) -> None:
    days = {address: day for address, day in listed(built(project, BELOW, CORRECTED)).items() if day}
    assert days == {f"{BELOW}deployments/index.html": "2025-08-01", f"{BELOW}corrections.html": "2025-08-01"}
    assert all(DAY.fullmatch(day) for day in days.values())


def test_a_month_is_not_made_a_day(project: Project) -> None:
    assert not any(listed(built(project, BELOW, VAGUE)).values())


def test_robots_txt_welcomes_all_and_names_the_sitemap_at_a_host_s_root(project: Project) -> None:
    reader = RobotFileParser()
    reader.parse((built(project, ROOT) / "robots.txt").read_text("utf-8").splitlines())
    assert reader.can_fetch("Anybot", f"{ROOT}claims/index.html")
    assert reader.site_maps() == [f"{ROOT}sitemap.xml"]


def test_below_a_folder_there_is_no_robots_txt_since_nobody_would_look_for_it(project: Project) -> None:
    assert not (built(project, BELOW) / "robots.txt").exists()


def test_without_an_address_crawlers_are_told_nothing(project: Project) -> None:
    folder = project({})
    assert dossier.build(folder, Options(today=A_DAY)).is_clean
    assert not list((folder / "build").glob("sitemap*"))
    assert not (folder / "build" / "robots.txt").exists()


def test_more_addresses_than_a_sitemap_holds_are_spread_over_several(project: Project) -> None:
    settings = SMALLEST["content/dossier.yml"] + f"base_url: {BELOW}\n"
    known = surveyed(project({"content/dossier.yml": settings}), Options(today=A_DAY)).dossier
    assert known
    found = tuple(Address(url=f"{BELOW}claims/{number}.html") for number in range(MOST + 1))
    index, *parts = crawlers.sitemaps(found, Desk(dossier=known, words=words("en")))
    assert [part.url for part in (index, *parts)] == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]
    assert isinstance(index.view, Sitemap)
    root = ElementTree.fromstring(as_sitemap(index.view))
    assert root.tag == f"{{{SPACE['s']}}}sitemapindex"
    assert [one.findtext("s:loc", "", SPACE) for one in root] == [f"{BELOW}sitemap-1.xml", f"{BELOW}sitemap-2.xml"]
