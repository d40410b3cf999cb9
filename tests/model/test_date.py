import os
import subprocess
import sys
from datetime import date

import pytest

from dossier.model.date import BadDate, Certainty, Date, Interval, Moment, OneOf, Precision, Within, from_words, parse


def first_and_last(text: str) -> tuple[str, str]:
    dated = parse(text)
    return dated.earliest.isoformat(), dated.latest.isoformat()


def advice(text: str) -> str:
    with pytest.raises(BadDate) as caught:
        parse(text)
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025-02-13", "2025-02-13", "2025-02-13"),
        ("2025-02", "2025-02-01", "2025-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("202X", "2020-01-01", "2029-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("2025-XX", "2025-01-01", "2025-12-31"),
        ("2025-XX-XX", "2025-01-01", "2025-12-31"),
        ("2025-02-XX", "2025-02-01", "2025-02-28"),
        ("2025-02-13~", "2025-02-13", "2025-02-13"),
        ("2025-01-20/2025-11-03", "2025-01-20", "2025-11-03"),
        ("2025-01/2025-02", "2025-01-01", "2025-02-28"),
        ("2025-09-02/..", "2025-09-02", "9999-12-31"),
        ("../2025-05-01", "0001-01-01", "2025-05-01"),
        ("[2025-02-13..2025-02-20]", "2025-02-13", "2025-02-20"),
        ("[2025-01-20..]", "2025-01-20", "9999-12-31"),
        ("[..2025-01-20]", "0001-01-01", "2025-01-20"),
        ("[2025-08-08,2025-08-09]", "2025-08-08", "2025-08-09"),
    ],
)
def test_a_date_knows_the_first_and_last_day_it_names(text: str, first: str, last: str) -> None:
    assert first_and_last(text) == (first, last)
    assert parse(text).text == text


def test_an_interval_lasts_and_a_set_is_one_day_not_known_exactly() -> None:
    assert parse("2025-09-02/..").lasts
    assert not parse("[2025-09-02..]").lasts
    assert not parse("2025").lasts


def test_each_form_is_a_class_of_its_own() -> None:
    assert isinstance(parse("2025-02-13").form, Moment)
    assert isinstance(parse("2025-01/..").form, Interval)
    assert isinstance(parse("[2025-01..]").form, Within)
    assert isinstance(parse("[2025,2027]").form, OneOf)


def test_a_moment_says_how_much_of_it_is_known() -> None:
    form = parse("2025-02-XX").form
    assert isinstance(form, Moment)
    assert form.precision is Precision.DAY_IN_MONTH


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("2025-02-13", Certainty.CERTAIN),
        ("2025-02-13~", Certainty.APPROXIMATE),
        ("2025-02-13?", Certainty.UNCERTAIN),
        ("2025-02-13%", Certainty.BOTH),
        ("2025-02~/2025-03?", Certainty.BOTH),
        ("[2025-02-13..]", Certainty.CERTAIN),
    ],
)
def test_a_date_carries_the_doubts_of_all_its_parts(text: str, certainty: Certainty) -> None:
    assert parse(text).certainty is certainty


def test_an_unquoted_set_comes_from_yaml_as_a_list() -> None:
    assert from_words(["2025-02-13..2025-02-20"]) == parse("[2025-02-13..2025-02-20]")
    assert from_words(["2025-08-08", "2025-08-09"]) == parse("[2025-08-08,2025-08-09]")
    assert from_words("2025-08-08") == parse("2025-08-08")


def test_blanks_and_the_order_of_a_set_are_put_right() -> None:
    assert parse(" [2025-08-09, 2025-08-08] ").text == "[2025-08-08,2025-08-09]"
    assert parse("2025-01-20 / 2025-11-03").text == "2025-01-20/2025-11-03"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2025-02-30", "`2025-02-30`: February 2025 has no day 30"),
        ("2025-04-31", "`2025-04-31`: April 2025 has no day 31"),
        ("2025-13-02", "`2025-13-02`: there is no month 13; did you mean 2025-02-13?"),
        ("2025-13", "`2025-13`: there is no month 13"),
        ("2025-00-10", "`2025-00-10`: there is no month 00"),
        ("2025-1-2", "`2025-1-2` is not a date here; write two digits and hyphens: 2025-01-02"),
        ("2025/02/13", "`2025/02/13` is not a date here; write two digits and hyphens: 2025-02-13"),
        ("20250213", "`20250213` is not a date here; write two digits and hyphens: 2025-02-13"),
        ("2025-2-30", "`2025-02-30`: February 2025 has no day 30"),
        ("13/02/2025", "`13/02/2025` is not a date here; write year-month-day: 2025-02-13"),
        ("02/13/2025", "`02/13/2025` is not a date here; write year-month-day: 2025-02-13"),
        ("3.2.2025", "`3.2.2025` is not a date here; write year-month-day: 2025-02-03 or 2025-03-02"),
        ("3/03/2025", "`3/03/2025` is not a date here; write year-month-day: 2025-03-03"),
        ("02/2025", "`02/2025` is not a date here; write year-month: 2025-02"),
        ("2025-02-13T10:00", "`2025-02-13T10:00` is not a date here; leave out the hour: 2025-02-13"),
        ("~2025", "`~2025` is not a date here; `~` comes last: 2025~"),
        ("202x", "`202x` is not a date here; write a capital X: 202X"),
        ("0000", "`0000`: years run from 0001 to 9999"),
        ("000X", "`000X`: years run from 0001 to 9999"),
        ("-0044", "`-0044` is not a date here; years run from 0001 to 9999"),
        ("20255", "`20255` is not a date here; years run from 0001 to 9999"),
        ("February 2025", "`February 2025` is not a date here; write 2025-02"),
        ("8 February 2024", "`8 February 2024` is not a date here; write 2024-02-08"),
        ("February 8, 2024", "`February 8, 2024` is not a date here; write 2024-02-08"),
        ("8 de febrero de 2024", "`8 de febrero de 2024` is not a date here; write 2024-02-08"),
        ("c. March 2024", "`c. March 2024` is not a date here; write 2024-03~"),
        ("31 February 2024", "`2024-02-31`: February 2024 has no day 31"),
        ("Foo 2024", "`Foo 2024` is not a date here; write year-month-day: 2025-02-13, or less: 2025-02, 2025"),
        ("٢٠٢٥", "`٢٠٢٥` is not a date here; write year-month-day: 2025-02-13, or less: 2025-02, 2025"),
        ("", "a date is missing here; write year-month-day, as 2025-02-13"),
        ("." * 60_000 + "]", "a date has no 60,001 characters; write year-month-day, as 2025-02-13"),
        ("2025/", "`2025/` has an end missing; an open one is written `..`: 2025/.."),
        ("/2025", "`/2025` has an end missing; an open one is written `..`: ../2025"),
        ("../..", "a date open at both ends says nothing; write `unknown` where that is allowed"),
        ("[..]", "a date open at both ends says nothing; write `unknown` where that is allowed"),
        ("2025/2026/2027", "`2025/2026/2027` has more than one `/`; write one start and one end"),
        ("2025-11-03/2025-01-20", "`2025-01-20` is before `2025-11-03`; write the earlier date first"),
        ("[2025-02..2025-01]", "`2025-01` is before `2025-02`; write the earlier date first"),
        ("2025/2025", "`2025` is both start and end; write it once: 2025"),
        ("[2025-02-13]", "one date needs no brackets: 2025-02-13"),
        ("[2025,2025-03]", "`2025` and `2025-03` overlap; name days that exclude each other"),
        ("[2025-08-08,2025-08-08]", "`2025-08-08` and `2025-08-08` overlap; name days that exclude each other"),
        (
            "[2025,2026..2027]",
            "`[2025,2026..2027]` mixes `..` and commas; write the days one by one, or the first and the last",
        ),
        (
            "2025-02..2025-03",
            "`2025-02..2025-03` is not a date here; write [2025-02..2025-03] for one day not known exactly, "
            "2025-02/2025-03 for a time that lasts",
        ),
    ],
)
def test_what_is_no_date_is_told_with_what_to_write(text: str, message: str) -> None:
    assert advice(text) == message


def test_an_interval_may_end_within_the_month_it_starts_in() -> None:
    assert first_and_last("2025-02-13/2025-02") == ("2025-02-13", "2025-02-28")


def test_dates_sort_by_earliest_then_latest_then_as_typed() -> None:
    typed = ["2025-02-13", "2025-02", "2025-02-01", "2025-02-01~", "[..2025-01-20]", "2025", "2024-12-31"]
    assert [str(one) for one in sorted(map(parse, typed))] == [
        "[..2025-01-20]",
        "2024-12-31",
        "2025",
        "2025-02-01",
        "2025-02-01~",
        "2025-02",
        "2025-02-13",
    ]


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        ("2025-02-13", "2025-02-14", True),
        ("2025-02-13", "2025-02-13", False),
        ("2025-02-13", "2025-02", False),
        ("2025-01", "2025-02", True),
        ("2025-01-20/2025-02-01", "2025-02-02", True),
        ("2025-01-20/..", "2026", False),
        ("[..2025-01-20]", "2025-01-21", True),
        ("[2025-01-20..]", "2026", False),
        ("[2025-08-08,2025-08-10]", "2025-08-09", False),
        ("[2025-08-08,2025-08-10]", "2025-08-11", True),
    ],
)
def test_one_date_is_before_another_only_when_all_its_days_are(one: str, other: str, before: bool) -> None:
    assert parse(one).is_certainly_before(parse(other)) is before
    assert parse(other).is_certainly_after(parse(one)) is before


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        ("2025-02-01~", "2025-02-16", False),
        ("2025-02-01~", "2025-02-17", True),
        ("2025-01~", "2025-03-03", False),
        ("2025-01~", "2025-03-04", True),
        ("2023~", "2024-12-31", False),
        ("2023~", "2025-01-02", True),
        ("2025-01-20/2025-02-01~", "2025-02-16", False),
    ],
)
def test_an_approximate_date_reaches_half_a_month_or_one_more_of_its_unit(one: str, other: str, before: bool) -> None:
    assert parse(one).is_certainly_before(parse(other)) is before


@pytest.mark.parametrize("mark", ["?", "%"])
def test_an_uncertain_date_is_never_certainly_before_or_after(mark: str) -> None:
    doubted, later = parse(f"1999{mark}"), parse("2025")
    assert not doubted.is_certainly_before(later)
    assert not later.is_certainly_after(doubted)


@pytest.mark.parametrize("text", ["0001~", "9999-12-31~", "01XX~", "99XX~"])
def test_an_approximate_date_reaches_no_further_than_the_calendar(text: str) -> None:
    reach = parse(text).reach
    assert date.min <= reach.first <= reach.last <= date.max


def test_two_dates_are_the_same_day_however_sure_they_are() -> None:
    assert parse("2025-01-22").same_day(parse("2025-01-22~"))
    assert not parse("2025-01-22").same_day(parse("2025-01"))


def test_a_date_is_a_key_equal_to_the_same_date_typed_again() -> None:
    assert {parse("2025-01-22"): 1500}[from_words(" 2025-01-22 ")] == 1500
    assert len({parse("2025-01-22"), parse("2025-01-22~")}) == 2


def test_month_names_in_messages_do_not_follow_the_machine() -> None:
    script = "from dossier.model.date import parse\ntry: parse('2025-02-30')\nexcept ValueError as wrong: print(wrong)"
    told = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "LC_ALL": "es_MX.UTF-8"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == "`2025-02-30`: February 2025 has no day 30"


def test_a_date_prints_as_typed() -> None:
    dated: Date = parse("2025-02-13~")
    assert f"{dated}" == "2025-02-13~"
