"""Numbers as prose writes them, read back."""

from decimal import Decimal

import pytest

from dossier.wording.numerals import counting, numerals


def read(text: str, language: str = "en") -> list[list[Decimal]]:
    return [sorted(each.readings) for each in numerals(text, language)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1,500", 1500),
        ("1500", 1500),
        ("twelve", 12),
        ("twenty-five", 25),
        ("two hundred and five", 205),
        ("fifteen hundred", 1500),
        ("three thousand", 3000),
    ],
)
def test_one_number_has_many_spellings(text: str, number: int) -> None:
    assert read(text) == [[Decimal(number)]]


@pytest.mark.parametrize(
    ("text", "number"),
    [("once", 11), ("treinta y cinco", 35), ("mil quinientos", 1500), ("dos millones", 2000000)],
)
def test_spanish_words_are_read_in_spanish(text: str, number: int) -> None:
    assert read(text, "es-MX") == [[Decimal(number)]]


def test_a_scale_may_belong_to_the_unit() -> None:
    assert read("12 million crowns") == [[Decimal(12), Decimal(12000000)]]


def test_a_point_before_three_digits_may_part_thousands() -> None:
    assert read("1.500", "es") == [[Decimal("1.5"), Decimal(1500)]]


def test_numbers_that_only_name_something_do_not_count() -> None:
    text = (
        "On 22 January 2025, for the 3rd time, MS-13 sent five under Title 50, 8 U.S.C. § 1189(a)(1), art. 40 and s. 3."
    )
    assert [each.words for each in counting(text, "en")] == []


def test_a_name_of_a_record_hides_its_number() -> None:
    assert [each.words for each in counting("Plan 600 has 600 pages.", "en", ("Plan 600",))] == ["600"]
