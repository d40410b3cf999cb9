"""A chart of dated values: each stands where its day and number stand, no words meet, and no doubt is lost."""

from datetime import date
from decimal import Decimal
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as some

from dossier.charts import NARROWEST, values
from dossier.charts.placing import Box, Place, Words, covered, ems
from dossier.charts.ticks import Unit
from dossier.model import date as dates
from dossier.model import quantity
from dossier.model.source import Stance

ROUNDED = 0.02  # ems: places are written with two decimals


def named(day: date, unit: Unit) -> str:
    return {Unit.DAY: f"{day.day} {day:%b}", Unit.MONTH: f"{day:%b}", Unit.YEAR: str(day.year)}[unit]


SPEECH = values.Speech(number=lambda number: f"{number:,f}", tick=named)


def point(day: str, value: str, stance: Stance = Stance.SUPPORTS, *, joins: bool = True) -> values.Point:
    return values.Point(
        date=dates.parse(day),
        value=quantity.parse(value),
        stance=stance,
        joins=joins and stance is Stance.SUPPORTS,
        words=value,
        name=f"{value}, {day}",
        href=f"#{day}",
    )


def chart(*points: values.Point, is_comparable: bool = False) -> values.Chart:
    drawn = values.over_time(points, SPEECH, is_comparable=is_comparable)
    assert drawn is not None
    return drawn


def number(place: str) -> float:
    return float(place.rstrip("%em"))


def room(words: Words, across: float) -> Box:
    """The room that words take where the chart is so many ems wide."""
    place = Place(anchor=words.anchor, shift=number(words.dx or "0"), y=number(words.y))
    box = covered(words.text, place, number(words.x) / 100 * across)
    return Box(left=box.left + ROUNDED, top=box.top + ROUNDED, right=box.right - ROUNDED, bottom=box.bottom - ROUNDED)


def test_values_of_one_day_make_no_chart() -> None:
    points = (point("2025-01-22", "1,500"), point("2025-01-22", "up to 1,500"))
    assert values.over_time(points, SPEECH, is_comparable=True) is None


def test_a_greater_number_stands_higher_and_a_later_day_further_right() -> None:
    first, last = chart(point("2025-02-21", "4,200"), point("2025-01-25", "nearly 4,000")).marks
    assert [first.href, last.href] == ["#2025-01-25", "#2025-02-21"]
    assert number(first.x) < number(last.x)
    assert number(first.y) > number(last.y)


def test_what_several_sources_say_of_one_day_is_one_mark_with_the_plain_number_first() -> None:
    drawn = chart(point("2025-11-02", "at least 64"), point("2025-11-02", "64"), point("2025-11-06", "67"))
    together = drawn.marks[0]
    assert together.words is not None
    assert together.words.text == "64; at least 64"
    assert together.is_exact
    assert together.rises
    assert together.name == "64, 2025-11-02\nat least 64, 2025-11-02"


def test_each_hedge_has_its_sign_and_the_key_explains_it() -> None:
    drawn = chart(
        point("2025-01-01", "up to 5"),
        point("2025-02-01", "about 5"),
        point("2025-03-01", "between 2 and 4"),
        point("2025-04-01", "more than 5", Stance.DISPUTES),
    )
    fewer, about, between, more = drawn.marks
    assert (fewer.falls, more.rises) == (True, True)
    assert not any(mark.is_exact for mark in drawn.marks)
    assert number(about.reaches[0].y2) < number(about.y) < number(about.reaches[0].y1)
    assert number(between.reaches[0].y2) < number(between.y) < number(between.reaches[0].y1)
    assert drawn.signs == ("rounded", "more", "less", "between", "disputes")


def test_a_day_in_doubt_is_a_span_about_the_mark() -> None:
    vague, sure = chart(point("2025-01-19~", "2,200"), point("2025-04-01", "6,500")).marks
    assert sure.days is None
    assert vague.days is not None
    assert number(vague.days.x1) < number(vague.x) < number(vague.days.x2)


def test_a_line_joins_only_what_may_be_compared_and_passes_by_what_disputes() -> None:
    points = (
        point("2025-01-01", "10"),
        point("2025-02-01", "90", Stance.DISPUTES),
        point("2025-03-01", "20", joins=False),
        point("2025-04-01", "30"),
    )
    assert chart(*points).steps == ()
    across, up = chart(*points, is_comparable=True).steps
    first, *_, last = chart(*points).marks
    assert (across.x1, across.y1, across.x2, across.y2) == (first.x, first.y, last.x, first.y)
    assert (up.x1, up.y1, up.x2, up.y2) == (last.x, first.y, last.x, last.y)


def test_the_year_stands_where_it_begins() -> None:
    drawn = chart(point("2024-11-15", "1"), point("2025-02-15", "2"))
    assert [(tick.words.text, tick.year.text) for tick in drawn.ticks] == [
        ("Dec", "2024"),
        ("Jan", "2025"),
        ("Feb", ""),
    ]


TYPED = some.one_of(
    some.dates(date(1990, 1, 1), date(2030, 1, 1)).map(date.isoformat),
    some.sampled_from(("2001", "2010-05", "2019-02-03~", "2022?", "[2004-01-01..2005-06-01]", "[..1999-01-01]")),
)
VALUES = some.one_of(
    some.integers(0, 10**9).map(str),
    some.builds(
        "{} {}".format,
        some.sampled_from(("about", "nearly", "at least", "up to", "more than")),
        some.integers(0, 10**6),
    ),
    some.integers(0, 999).map(lambda low: f"between {low} and {low + 7}"),
)
POINTS = some.lists(some.builds(point, TYPED, VALUES, some.sampled_from(Stance)), min_size=2, max_size=8)


@given(POINTS, some.booleans())
def test_every_mark_stands_in_the_plot_and_is_in_order(points: list[values.Point], is_comparable: bool) -> None:
    drawn = values.over_time(points, SPEECH, is_comparable=is_comparable)
    if drawn is None:
        assert len({one.date for one in points}) == 1
        return
    for mark in drawn.marks:
        assert 0 < number(mark.x) <= values.RIGHT
        assert values.HEAD - 0.01 <= number(mark.y) <= values.HEAD + values.PLOT + 0.01
        assert mark.days is None or number(mark.days.x1) <= number(mark.x) <= number(mark.days.x2)
    assert sum(mark.name.count("\n") + 1 for mark in drawn.marks) == len(points)


@given(POINTS, some.floats(1, 5))
def test_no_words_meet_at_any_width(points: list[values.Point], wider: float) -> None:
    drawn = values.over_time(points, SPEECH, is_comparable=True)
    if drawn is None:
        return
    across = NARROWEST * wider
    upon = [room(rule.words, across) for rule in drawn.rules]
    beside = [room(mark.words, across) for mark in drawn.marks if mark.words]
    assert not any(one.meets(other) for one, other in combinations((*beside, *upon), 2) if one in beside)
    assert all(box.left >= 0 and box.right <= across + 0.01 for box in beside)


def test_every_value_of_a_plain_series_has_its_words() -> None:
    drawn = chart(*(point(f"2025-{month:02}-01", str(month * 1000)) for month in range(1, 9)))
    assert [mark.words.text for mark in drawn.marks if mark.words] == [str(month * 1000) for month in range(1, 9)]
    assert max(ems(number(mark.x)) for mark in drawn.marks) < NARROWEST
    assert Decimal(drawn.rules[0].words.text) == 0
