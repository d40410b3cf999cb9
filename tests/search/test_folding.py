import pytest

from dossier.search.folding import LONGEST, terms


@pytest.mark.parametrize(
    ("written", "term"),
    [
        ("Guzmán", "guzman"),
        ("CÁRTELES", "carteles"),
        ("Straße", "strasse"),
        ("STRASSE", "strasse"),
        ("Łódź", "lodz"),
        ("İstanbul", "istanbul"),
        ("Ærø", "aero"),
        ("ΣΊΣΥΦΟΣ", "σισυφοσ"),
        ("ﬁnding", "finding"),
        ("co\u00adoperation", "cooperation"),
        ("Trump’s", "trumps"),
        ("Trump’s", "trump"),
        ("O'Brien", "obrien"),
        ("active-duty", "activeduty"),
        ("active‑duty", "duty"),
        ("1,500", "1500"),
        ("1.500", "1500"),
        ("U.S.", "us"),
        ("50 U.S.C. § 3093", "usc"),
        ("C-14", "c14"),
        ("2025-11-03", "2025"),
        ("中国", "中国"),
    ],
)
def test_a_word_is_found_under_its_plain_form(written: str, term: str) -> None:
    assert term in terms(written)


def test_an_accent_typed_apart_makes_no_other_word() -> None:
    assert terms("Guzma\u0301n") == terms("Guzm\u00e1n")


def test_a_word_is_counted_each_time() -> None:
    assert terms("Troops, troops and TROOPS")["troops"] == 3


def test_a_word_without_an_end_is_cut() -> None:
    assert set(terms("a" * 5000)) == {"a" * LONGEST}


@pytest.mark.parametrize("written", ["", " ", "—…“”", "'", "-", "\u200b"])
def test_signs_alone_are_no_words(written: str) -> None:
    assert not terms(written)
