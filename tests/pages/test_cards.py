"""The cards of a page's notes: evidence in brief, and names that say in which language they are."""

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

import dossier
from dossier import Options, wording
from dossier.model.key import ClaimId
from dossier.pages.cards import ClaimCard, claim_card
from dossier.pages.desk import Desk
from dossier.pipeline.survey import surveyed
from tests.conftest import A_DAY, Project

CLAIM = "---\nclaim: The troops left.\nnumber: 1\nsection: deployments\n---\n"
HEAD = """\
---
title: {title}
publisher: unknown
author: unknown
published: 2025-03-02
kind: article
language: {language}
says:
"""


def said(stance: str, quote: str = "") -> str:
    return f"  - {{claim: left, stance: {stance}, basis: outlet{f', quote: {quote}' if quote else ''}}}\n"


def source(*lines: str, title: str = "T", language: str = "en") -> str:
    return HEAD.format(title=title, language=language) + "".join(lines) + "---\n"


def card(project: Project, *sources: str) -> ClaimCard:
    files = {f"content/sources/s{at}.md": text for at, text in enumerate(sources)}
    made = surveyed(project({"content/claims/left.md": CLAIM} | files), Options(today=A_DAY)).dossier
    assert made is not None
    return claim_card(made.claims[ClaimId("left")], Desk(dossier=made, words=wording.words("en")))


def built(project: Project, files: dict[str, str], name: str) -> LexborHTMLParser:
    folder = project({f"content/{path}.md": text for path, text in files.items()})
    report = dossier.build(folder, Options(today=A_DAY, output=folder / "build"))
    assert (folder / "build").is_dir(), report.findings
    return LexborHTMLParser((folder / "build" / f"{name}.html").read_text("utf-8"))


def test_a_card_holds_six_lines_and_says_how_many_more_there_are(project: Project) -> None:
    shown = card(project, source(*[said("supports")] * 8, said("disputes")))
    assert [(position.stance, len(position.rows)) for position in shown.positions] == [("supports", 5), ("disputes", 1)]
    assert shown.further == "and 3 more"


def test_a_card_that_holds_all_lines_promises_no_more(project: Project) -> None:
    assert card(project, source(said("supports"))).further == ""


def test_exact_words_stand_first_on_a_card(project: Project) -> None:
    shown = card(project, source(said("supports")), source(said("supports", "they left")))
    (position,) = shown.positions
    assert [row.quote.words if row.quote else "" for row in position.rows] == ["“they left”", ""]


def test_a_title_and_words_in_another_language_say_so_unless_they_are_translated(project: Project) -> None:
    files = {
        "claims/left": CLAIM,
        "sources/one": source(said("supports", "se fueron"), title="Se van", language="es"),
        "sources/two": source(
            said("supports", "{words: they left, translated: true}"),
            title="{words: They leave, translated: true}",
            language="es",
        ),
    }
    claim = built(project, files, "claims/left")
    spanish = [node.text() for node in claim.css("[lang=es]")]
    assert spanish == ["“se fueron”", "Se van"]


def test_a_name_says_its_language_where_it_is_called_by_it(project: Project) -> None:
    files = {
        "entities/gaceta": "---\nname: La Gaceta\nkind: outlet\nlanguage: es\n---\n",
        "index": "---\ntitle: T\n---\n[[La Gaceta]] is [[gaceta|the gazette]].\n{.own-voice}\n",
    }
    page = built(project, files, "index")
    links = {node.text(): node.attributes.get("lang") for node in page.css(".prose a.to-entity")}
    assert links == {"La Gaceta": "es", "the gazette": None}


def test_titles_that_we_translated_are_not_said_to_be_in_the_language_of_the_source(site: Path) -> None:
    page = LexborHTMLParser((site / "sources" / "cpeum.html").read_text("utf-8"))
    title = page.css_first("h1")
    assert title is not None
    assert "lang" not in title.attributes
