"""Names and legal citations are taken apart only where that is plain."""

import pytest

from dossier.bibliography import Cited, Person, Whole, cited, person


@pytest.mark.parametrize(
    ("words", "family", "given"),
    [
        ("Courtney Kube", "Kube", "Courtney"),
        ("Dan De Luce", "De Luce", "Dan"),
        ("Andru E. Wall", "Wall", "Andru E."),
        ("Ana M. de la Torre", "de la Torre", "Ana M."),
    ],
)
def test_a_plain_name_has_a_family_part_and_a_given_part(words: str, family: str, given: str) -> None:
    assert person(words) == Person(family=family, given=given)


@pytest.mark.parametrize("words", ["Andrés Manuel López Obrador", "John Quincy Adams", "Voltaire", "Smith, Jane"])
def test_a_name_that_could_be_taken_apart_in_two_ways_stays_whole(words: str) -> None:
    assert person(words) == Whole(words=words)


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("8 U.S.C. § 1189", Cited(whole="8 U.S.C. § 1189", volume="8", collection="U.S.C.", section="1189")),
        (
            "50 U.S.C. §§ 3091, 3093",
            Cited(whole="50 U.S.C. §§ 3091, 3093", volume="50", collection="U.S.C.", section="3091, 3093"),
        ),
        (
            "Executive Order 14157, 90 Fed. Reg. 8439",
            Cited(
                whole="Executive Order 14157, 90 Fed. Reg. 8439",
                number="Executive Order 14157",
                volume="90",
                collection="Fed. Reg.",
                page="8439",
            ),
        ),
        ("CRS Report RL33715", Cited(whole="CRS Report RL33715", number="CRS Report RL33715")),
        (
            "UN Charter, arts. 2(4) and 51",
            Cited(whole="UN Charter, arts. 2(4) and 51", number="UN Charter, arts. 2(4) and 51"),
        ),
    ],
)
def test_a_citation_is_taken_apart_where_its_form_is_known(words: str, parts: Cited) -> None:
    assert cited(words) == parts
