"""Who had it from whom: two outlets that carry one agency report are one origin."""

from collections.abc import Mapping

from dossier import Options
from dossier.model.dossier import Dossier, Standing
from dossier.model.key import ClaimId
from dossier.pages.cards import claim_card
from dossier.pages.desk import Desk
from dossier.pipeline.survey import surveyed
from dossier.wording import words
from tests.conftest import A_DAY, Project

CLAIM = "---\nclaim: The troops left.\nnumber: 1\nsection: deployments\n---\n"


def entity(name: str, kind: str = "outlet") -> str:
    return f"---\nname: {name}\nkind: {kind}\n---\n"


def source(*, publisher: str = "unknown", via: str = "", line: str = "", stance: str = "supports") -> str:
    return (
        f"---\ntitle: A report\npublisher: {publisher}\nauthor: unknown\npublished: unknown\nkind: article\n"
        f"{f'via: {via}' if via else 'language: en'}\n"
        f"says:\n  - {{claim: left, stance: {stance}, basis: outlet{line}}}\n---\n"
    )


def linked(project: Project, files: Mapping[str, str]) -> Dossier:
    folder = project({"content/claims/left.md": CLAIM} | {f"content/{path}.md": text for path, text in files.items()})
    survey = surveyed(folder, Options(today=A_DAY))
    assert survey.dossier is not None, survey.problems
    return survey.dossier


def origins(dossier: Dossier) -> list[list[str]]:
    return [[str(end.key) for end in line.origins] for line in dossier.evidence[ClaimId("left")]]


def standing(dossier: Dossier) -> Standing:
    return dossier.standing[ClaimId("left")]


def test_two_articles_with_one_agency_report_are_one_origin(project: Project) -> None:
    files = {
        "entities/ap": entity("AP"),
        "sources/one": source(via="[ap]"),
        "sources/two": source(line=", via: [ap]"),
    }
    dossier = linked(project, files)
    assert origins(dossier) == [["entity:ap"], ["entity:ap"]]
    assert standing(dossier) is Standing.SINGLE_ORIGIN


def test_a_line_has_its_own_via_before_that_of_its_source(project: Project) -> None:
    files = {
        "entities/ap": entity("AP"),
        "entities/cnn": entity("CNN"),
        "sources/one": source(via="[ap]", line=", via: [cnn]"),
    }
    assert origins(linked(project, files)) == [["entity:cnn"]]


def test_a_trail_is_followed_through_sources_to_its_end(project: Project) -> None:
    files = {
        "entities/ap": entity("AP"),
        "sources/wire": source(publisher="ap", stance="qualifies"),
        "sources/paper": source(via="[wire]"),
        "sources/blog": source(via="[paper]"),
    }
    assert origins(linked(project, files)) == [["entity:ap"], ["entity:ap"], ["entity:ap"]]


def test_without_via_the_publisher_is_the_origin_and_without_one_the_source_itself(project: Project) -> None:
    files = {"entities/ap": entity("AP"), "sources/known": source(publisher="ap"), "sources/nameless": source()}
    dossier = linked(project, files)
    assert origins(dossier) == [["entity:ap"], ["source:nameless"]]
    assert standing(dossier) is Standing.SUPPORTED


def test_sources_that_lead_to_each_other_end_there_and_do_not_hang(project: Project) -> None:
    files = {"sources/one": source(via="[two]"), "sources/two": source(via="[one]")}
    assert [len(ends) for ends in origins(linked(project, files))] == [1, 1]


def test_a_voice_that_is_not_named_never_raises_the_count(project: Project) -> None:
    files = {
        "entities/media": entity("US media", "unnamed"),
        "sources/one": source(via="[media]"),
        "sources/two": source(),
    }
    assert standing(linked(project, files)) is Standing.SINGLE_ORIGIN


def test_a_source_that_only_qualifies_is_no_support(project: Project) -> None:
    assert standing(linked(project, {"sources/one": source(stance="qualifies")})) is Standing.UNSUPPORTED


def test_a_claims_card_counts_what_supports_apart_from_what_disputes(project: Project) -> None:
    files = {
        "entities/ap": entity("AP"),
        "sources/one": source(via="[ap]"),
        "sources/two": source(via="[ap]"),
        "sources/three": source(publisher="ap", stance="disputes"),
    }
    dossier = linked(project, files)
    card = claim_card(dossier.claims[ClaimId("left")], Desk(dossier=dossier, words=words("en")))
    assert card.support == "supports: 2 articles, 1 origin: AP · disputes: 1 article, 1 origin: AP"


def test_a_dispute_outweighs_any_number_of_origins(project: Project) -> None:
    files = {"sources/one": source(), "sources/two": source(), "sources/three": source(stance="disputes")}
    assert standing(linked(project, files)) is Standing.DISPUTED


def test_a_source_on_the_way_is_followed_by_what_it_says_on_this_claim(project: Project) -> None:
    files = {
        "entities/ap": entity("AP"),
        "sources/wire": source(line=", via: [ap]"),
        "sources/paper": source(via="[wire]"),
    }
    dossier = linked(project, files)
    assert origins(dossier) == [["entity:ap"], ["entity:ap"]]
    assert standing(dossier) is Standing.SINGLE_ORIGIN
