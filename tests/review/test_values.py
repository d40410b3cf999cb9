"""Values of one measure, with their days."""

import pytest

from tests.conftest import Project
from tests.review.dossiers import MEASURE, claim, line, messages, source

CLAIMS = {
    "measures/troops": MEASURE,
    "claims/left": claim("Some left.", more="measure: troops\n"),
    "claims/stayed": claim("Some stayed.", 2, more="measure: troops\n"),
}
JOINED = "---\ntitle: How many\nnumber: 1\ntype: contradiction\nclaims: [{claims}]\n---\n"


def value(number: str, *, of: str = "left", on: str = "2025-03-01", stance: str = "supports") -> str:
    return source(line(of, stance, more=f", value: {number}, as_of: {on}"))


def test_two_values_of_one_day_collide_across_claims(project: Project) -> None:
    files = CLAIMS | {"sources/one": value("500"), "sources/two": value("600", of="stayed")}
    assert messages(project, files, "values-collide") == ["`600` here and `500` in `one` are for one day, 2025-03-01"]


@pytest.mark.parametrize(
    "other",
    [
        value("600", on="2025-03-02"),
        value("600", stance="disputes"),
        value("600", stance="qualifies"),
        value("at least 400"),
        value("about 540"),
        value("500.0"),
    ],
)
def test_another_day_another_stance_or_a_hedge_is_no_collision(project: Project, other: str) -> None:
    assert messages(project, CLAIMS | {"sources/one": value("500"), "sources/two": other}, "values-collide") == []


@pytest.mark.parametrize(("claims", "found"), [("left, stayed", 0), ("left", 1)])
def test_a_disagreement_settles_it_if_it_holds_both_claims(project: Project, claims: str, found: int) -> None:
    files = CLAIMS | {"sources/one": value("500"), "sources/two": value("600", of="stayed")}
    files["disagreements/many"] = JOINED.format(claims=claims)
    assert len(messages(project, files, "values-collide")) == found


def test_a_claim_that_is_withdrawn_collides_with_nothing(project: Project) -> None:
    files = CLAIMS | {"sources/one": value("500"), "sources/two": value("600", of="stayed")}
    files["claims/stayed"] = claim("Some stayed.", 2, more="measure: troops\nstatus: withdrawn\nreason: Wrong.\n")
    assert messages(project, files, "values-collide") == []


def test_a_supporting_value_is_one_that_the_claim_states(project: Project) -> None:
    files = CLAIMS | {"claims/left": claim("On 1 March 2025, 500 left.", more="measure: troops\n")}
    files |= {"sources/one": value("500"), "sources/two": value("5000", on="2025-03-02")}
    assert messages(project, files, "values-collide") == ["C-1 says 500; `two`, which is to support it, gives `5,000`"]
