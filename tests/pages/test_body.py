"""How references read on a page."""

import re

from dossier import Options, wording
from dossier.pages import body
from dossier.pages.desk import Desk
from dossier.pipeline.survey import surveyed
from tests.conftest import A_DAY, Project

NEWS = "---\ntitle: T\npublisher: post\nauthor: unknown\npublished: 2025-05-07\nkind: article\n---\n"
LAW = (
    "---\ntitle: L\npublisher: unknown\nauthor: unknown\npublished: unknown\n"
    "kind: statute\ncitation: 8 U.S.C. § 1189\n---\n"
)
DISAGREEMENT = "---\ntitle: Who left\nnumber: 5\ntype: scope\nclaims: [left]\n---\n"
LEFT = "---\nclaim: They left.\nnumber: 1\nsection: deployments\n---\n"
POST = "---\nname: Ostwick Post\nkind: outlet\naliases: [the Post]\n---\n"


def shown(project: Project, text: str) -> str:
    section = f"---\ntitle: Law\ndescription: The law.\n---\n{text}\n"
    files = {
        "content/sources/news.md": NEWS,
        "content/sources/law.md": LAW,
        "content/entities/post.md": POST,
        "content/claims/left.md": LEFT,
        "content/disagreements/who-left.md": DISAGREEMENT,
        "content/sections/deployments/index.md": section,
    }
    dossier = surveyed(project(files), Options(today=A_DAY)).dossier
    assert dossier is not None
    page = dossier.sections[0].page
    desk = Desk(dossier=dossier, words=wording.words("en"), url="deployments/index.html")
    return "".join(stretch.html for stretch in body.body(page.body, page.key, desk))


def words(html: str) -> str:
    return re.sub(r"<[^>]+>", "", html).strip()


def test_a_citation_prints_a_short_label_and_leads_to_the_card_at_the_pages_end(project: Project) -> None:
    html = shown(project, "It rose [see @news, ¶3; @law].")
    assert words(html) == "It rose (see Ostwick Post, 7 May 2025, ¶3; 8 U.S.C. § 1189)."
    assert 'href="#note_source_news"' in html


def test_a_section_takes_the_place_of_the_one_in_a_legal_citation(project: Project) -> None:
    assert words(shown(project, "It says so [@law, § 1189(a)].")) == "It says so (8 U.S.C. § 1189(a))."
    assert words(shown(project, "@law [§ 1189(a)] says so.")) == "8 U.S.C. § 1189(a) says so."


def test_a_narrative_citation_reads_as_part_of_the_sentence(project: Project) -> None:
    assert words(shown(project, "@news [¶3] says so.")) == "Ostwick Post (7 May 2025, ¶3) says so."


def test_an_outlet_that_the_text_has_named_is_not_named_again(project: Project) -> None:
    assert words(shown(project, "The Post says so [-@news, ¶3].")) == "The Post says so (7 May 2025, ¶3)."


def test_a_wikilink_keeps_the_name_it_was_called_by_and_an_id_becomes_the_name(project: Project) -> None:
    html = shown(project, "[[the Post]], [[post]] and [[post|a paper]].")
    assert words(html) == "the Post, Ostwick Post and a paper."
    assert html.count('href="../entities/post.html"') == 3


def test_a_disagreement_is_called_by_its_number(project: Project) -> None:
    html = shown(project, "See [[disagreement:who-left]] and [[disagreement:who-left|both sides]].")
    assert words(html) == "See D-5 and both sides."
    assert html.count('href="../disagreements.html#who-left"') == 2


def test_quotation_marks_are_those_of_the_language_and_a_translation_says_so(project: Project) -> None:
    text = 'He said "no" [@news] and "nein"{.translated} [@news].'
    assert words(shown(project, text)).startswith("He said “no”? not verified (")
    assert "“nein”? not verified [" in words(shown(project, text))


def test_the_space_before_a_citation_goes_with_its_bracket_and_the_words_stay_the_same(project: Project) -> None:
    html = shown(project, "It rose [@news], says @law.")
    assert 'It rose<span class="cited"><span class="cite"><span class="bracket"> (</span><a' in html
    assert words(html) == "It rose (Ostwick Post, 7 May 2025), says 8 U.S.C. § 1189."


def test_a_citation_that_begins_a_text_has_no_space_before_it(project: Project) -> None:
    assert words(shown(project, "[@news; @law]")) == "(Ostwick Post, 7 May 2025; 8 U.S.C. § 1189)"
