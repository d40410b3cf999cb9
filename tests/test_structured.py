"""What pages tell to machines, taken out by an HTML parser and read by an RDF library: the same as readers see."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from rdflib import RDF, SDO, Graph, Literal, Namespace, URIRef
from selectolax.lexbor import LexborHTMLParser

import dossier
from tests.conftest import A_DAY, Project

# rdflib's own reader of JSON-LD uses what rdflib has deprecated.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

SCHEMA = Namespace("https://schema.org/")
BASE = "https://dossier.example/site/"

SOURCE = """\
---
title: "Deal </script><b> & done"
publisher: unknown
author: Jo Vance
published: 2025-05-07
kind: article
says:
  - {claim: march, stance: supports, as_of: 2025-05-07, basis: outlet, quote: "they </script> marched"}
---
"""
LATER = """\
---
title: Later
publisher: unknown
author: unknown
published: 2025-05-09
kind: article
says:
  - {claim: march, stance: disputes, as_of: 2025-05-09, basis: outlet}
---
"""
CLAIM = """\
---
claim: They marched <on>.
number: 1
section: deployments
corrections:
  - {date: 2025-06-01, was: They ran., now: They marched., why: misheard}
---
"""


def block(html: str) -> str:
    """The data block of a page."""
    (script,) = LexborHTMLParser(html).css('script[type="application/ld+json"]')
    return script.text()


def pages(site: Path) -> list[Path]:
    """Every page but the one for addresses that are not there."""
    return sorted(page for page in site.rglob("*.html") if page.name != "404.html")


def graph(site: Path, base: str = BASE) -> Graph:
    """All that the pages of a site tell, as one; schema.org's own words are not fetched."""
    found = Graph()
    for page in pages(site):
        told = json.loads(block(page.read_text("utf-8"))) | {"@context": {"@vocab": str(SCHEMA)}}
        found.parse(data=json.dumps(told), format="json-ld", publicID=base + page.relative_to(site).as_posix())
    return found


@pytest.fixture(scope="module")
def told(site: Path) -> Graph:
    return graph(site)


@pytest.fixture
def small(project: Project) -> Path:
    files = {
        "content/sources/early.md": SOURCE,
        "content/sources/later.md": LATER,
        "content/claims/march.md": CLAIM,
        "content/sections/deployments/index.md": (
            "---\ntitle: D\ndescription: D.\n---\nThey [marched](claim:march) [@early; @later].\n"
        ),
    }
    folder = project(files)
    report = dossier.build(folder, dossier.Options(today=A_DAY))
    assert report.is_clean, report.findings
    return folder / "build"


def test_every_page_tells_what_it_is_of_this_dossier(site: Path, told: Graph) -> None:
    whole = URIRef(f"{BASE}index.html#dossier")
    assert len(set(told.subjects(SCHEMA.isPartOf, whole))) == len(pages(site))


def test_only_words_of_schema_org_are_used(told: Graph) -> None:
    used = {*told.predicates(), *told.objects(None, RDF.type)} - {RDF.type}
    assert [word for word in used if URIRef(str(word)) not in SDO] == []


def test_only_pages_are_part_of_the_dossier_and_no_article_or_person_that_they_are_about(told: Graph) -> None:
    kinds = {kind for part in told.subjects(SCHEMA.isPartOf) for kind in told.objects(part, RDF.type)}
    assert kinds == {SCHEMA.WebPage}


def test_every_page_but_the_home_page_tells_the_way_that_leads_to_it(site: Path, told: Graph) -> None:
    ways = list(told.objects(None, SCHEMA.breadcrumb))
    assert len(ways) == len(pages(site)) - 1
    title_50 = told.value(URIRef(f"{BASE}legal-authority/title-50.html"), SCHEMA.breadcrumb)
    steps = sorted(
        (int(str(told.value(step, SCHEMA.position))), str(told.value(step, SCHEMA.item)).removeprefix(BASE))
        for step in told.objects(title_50, SCHEMA.itemListElement)
    )
    assert steps == [(1, "index.html"), (2, "legal-authority/index.html"), (3, "legal-authority/title-50.html")]


def test_what_one_page_names_another_tells_of_by_the_same_name_and_type(told: Graph) -> None:
    own = set(told.subjects(SCHEMA.mainEntityOfPage, None))
    appearances = set(told.objects(None, SCHEMA.appearance))
    claims = set(told.subjects(RDF.type, SCHEMA.Claim))
    assert appearances
    assert claims
    assert appearances | claims <= own
    assert [thing for thing in own if len(set(told.objects(thing, RDF.type))) != 1] == []


def test_a_claim_leads_to_the_sources_in_which_it_appears_and_to_the_words_quoted(told: Graph) -> None:
    claim = URIRef(f"{BASE}claims/no-invasion.html#claim")
    panwar = URIRef(f"{BASE}sources/panwar.html#source")
    assert told.value(claim, SCHEMA.identifier) == Literal("C-33")
    assert panwar in set(told.objects(claim, SCHEMA.appearance))
    (quotation,) = told.subjects(SCHEMA.about, claim)
    assert (quotation, RDF.type, SCHEMA.Quotation) in told
    assert told.value(quotation, SCHEMA.text) == Literal("there will be no invasion")
    assert told.value(told.value(quotation, SCHEMA.creator), SCHEMA.name) == Literal("Claudia Sheinbaum")
    assert told.value(quotation, SCHEMA.citation) == panwar


def test_an_explainer_page_cites_its_sources_and_mentions_its_claims(told: Graph) -> None:
    page = URIRef(f"{BASE}deployments/how-many-troops.html#explainer")
    assert (page, RDF.type, SCHEMA.Article) in told
    assert list(told.objects(page, SCHEMA.citation))
    assert any((thing, RDF.type, SCHEMA.Claim) in told for thing in told.objects(page, SCHEMA.mentions))


def test_the_first_appearance_is_that_of_the_earliest_source_and_a_dispute_is_none(small: Path) -> None:
    found = graph(small)
    claim, early = (URIRef(BASE + name) for name in ("claims/march.html#claim", "sources/early.html#source"))
    assert list(found.objects(claim, SCHEMA.firstAppearance)) == [early]
    assert list(found.objects(claim, SCHEMA.appearance)) == [early]
    assert list(found.objects(claim, SCHEMA.citation)) == [URIRef(f"{BASE}sources/later.html#source")]


def test_a_correction_is_told_with_its_day_and_both_wordings(small: Path) -> None:
    found = graph(small)
    comment = found.value(URIRef(f"{BASE}claims/march.html"), SCHEMA.correction)
    assert comment is not None
    assert (comment, RDF.type, SCHEMA.CorrectionComment) in found
    assert found.value(comment, SCHEMA.datePublished) == Literal("2025-06-01")
    assert found.value(comment, SCHEMA.text) == Literal("Was: They ran. Now: They marched. Why: misheard")
    listed = set(found.objects(URIRef(f"{BASE}corrections.html"), SCHEMA.hasPart))
    assert len(listed) == 1


def test_no_words_can_leave_the_data_block(small: Path) -> None:
    html = (small / "sources/early.html").read_text("utf-8")
    assert json.loads(block(html))["name"] == "Deal </script><b> & done"
    inside = html.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert not set(inside) & set("<>&")


def test_with_a_base_url_every_name_is_a_full_address(project: Project) -> None:
    settings = "title: T\ndescription: D.\nlanguage: en\ncovers: 2025\nsections: [deployments]\nbase_url: https://a.example/b/\n"
    folder = project({"content/dossier.yml": settings})
    dossier.build(folder, dossier.Options(today=A_DAY))
    told = json.loads(block((folder / "build/deployments/index.html").read_text("utf-8")))
    assert told["@id"] == "https://a.example/b/deployments/index.html#section"
    page = told["mainEntityOfPage"]
    assert page["isPartOf"]["@id"] == "https://a.example/b/index.html#dossier"
    assert [(step["position"], step["item"]["@id"]) for step in page["breadcrumb"]["itemListElement"]] == [
        (1, "https://a.example/b/index.html"),
        (2, "https://a.example/b/deployments/index.html"),
    ]
    schema = json.loads((folder / "build/data/schema.json").read_text("utf-8"))
    assert schema["$id"] == "https://a.example/b/data/schema.json"


@pytest.mark.browser
@pytest.mark.parametrize("name", ["index", "claims/no-invasion", "deployments/how-many-troops"])
def test_a_browser_finds_nothing_against_the_policy(site: Path, browser: Browser, name: str) -> None:
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto((site / f"{name}.html").as_uri())
    page.close()
    assert said == []
