from decimal import Decimal

import pytest

from dossier.model.quantity import BadQuantity, Hedge, Quantity, parse


def plain(low: str, hedge: Hedge = Hedge.EXACTLY) -> Quantity:
    return Quantity(low=Decimal(low), high=None, hedge=hedge)


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("1500", plain("1500")),
        ("1,500", plain("1500")),
        ("2.5", plain("2.5")),
        ("about 5,000", plain("5000", Hedge.ABOUT)),
        ("at least 64", plain("64", Hedge.AT_LEAST)),
        ("up to 1,500", plain("1500", Hedge.UP_TO)),
        ("more than 45000", plain("45000", Hedge.MORE_THAN)),
        ("nearly 4000", plain("4000", Hedge.NEARLY)),
        ("between 3 and 5", Quantity(low=Decimal(3), high=Decimal(5), hedge=Hedge.BETWEEN)),
        ("  about   500 ", plain("500", Hedge.ABOUT)),
    ],
)
def test_a_number_is_read_with_its_hedge(text: str, quantity: Quantity) -> None:
    assert parse(text) == quantity


@pytest.mark.parametrize(
    ("text", "words"),
    [("1500", "1,500"), ("about 5000", "about 5,000"), ("between 3 and 5", "between 3 and 5"), ("2.5", "2.5")],
)
def test_its_words_keep_the_hedge(text: str, words: str) -> None:
    assert parse(text).words == words
    assert parse(words) == parse(text)


def test_two_spellings_are_one_value_and_a_hedge_makes_another() -> None:
    assert parse("1,500").same_value(parse("1500"))
    assert parse("2.50").same_value(parse("2.5"))
    assert not parse("about 1,500").same_value(parse("1,500"))
    assert not parse("between 3 and 5").same_value(parse("3"))


WITHOUT_ADVICE = "write figures, as 1,500, with at most one of: about, at least, up to, more than, nearly"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1.500,5", "`1.500,5` is not a number here; a comma parts thousands and a dot the fraction: 1,500.5"),
        (
            "1.500",
            "`1.500` is not a number here; it may be 1,500 or a fraction; write 1,500, or one digit more: 1.5000",
        ),
        ("12,5", "`12,5` is not a number here; a comma parts thousands and a dot the fraction: 1,500.5"),
        ("1 500", "`1 500` is not a number here; a comma parts thousands, or nothing: 1,500 or 1500"),
        ("3-5", "`3-5` is not a number here; write between 3 and 5"),
        ("64+", "`64+` is not a number here; write at least 64"),
        ("some 500", "`some 500` is not a number here; write about 500"),
        ("over 45,000", "`over 45,000` is not a number here; write more than 45,000"),
        ("almost 4,000", "`almost 4,000` is not a number here; write nearly 4,000"),
        ("at most 1,500", "`at most 1,500` is not a number here; write up to 1,500"),
        ("2 million", "`2 million` is not a number here; write it out in figures: 1,500,000"),
        ("40%", "`40%` is not a number here; leave out the sign; the measure's unit says what is counted"),
        ("many", f"`many` is not a number here; {WITHOUT_ADVICE}"),
        ("1,50,000", f"`1,50,000` is not a number here; {WITHOUT_ADVICE}"),
        ("٣", f"`٣` is not a number here; {WITHOUT_ADVICE}"),
        ("between 3", "`between 3` has one number; write both: between 3 and 5"),
        ("between 5 and 3", "`between 5 and 3`: write two numbers, the smaller one first: between 3 and 5"),
    ],
)
def test_what_is_no_number_is_told_with_what_to_write(text: str, message: str) -> None:
    with pytest.raises(BadQuantity) as caught:
        parse(text)
    assert str(caught.value) == message


def test_a_fraction_that_cannot_be_thousands_is_plain() -> None:
    assert parse("0.125") == plain("0.125")
    assert parse("1.5000") == plain("1.5")


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("64", "at least 64", True),
        ("67", "at least 64", True),
        ("60", "at least 64", False),
        ("64", "67", False),
        ("about 5000", "4900", True),
        ("about 5000", "about 6000", False),
        ("nearly 4000", "4000", True),
        ("nearly 4000", "4100", False),
        ("between 3 and 5", "between 5 and 9", True),
        ("between 3 and 5", "between 6 and 9", False),
        ("up to 70", "at least 64", True),
        ("up to 70", "at least 74", False),
    ],
)
def test_two_values_agree_when_both_can_be_true(one: str, other: str, agree: bool) -> None:
    first, second = parse(one), parse(other)
    assert (first.agrees(second), second.agrees(first)) == (agree, agree)
