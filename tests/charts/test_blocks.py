"""Events piled up: each is one block over the time in which it lies, none upon another, and a crowd is counted."""

from datetime import date
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as some

from dossier.charts import blocks
from dossier.charts.ticks import Unit
from dossier.model import date as dates

COVERS = dates.parse("2025-01-20/2025-11-03")


def named(day: date, unit: Unit) -> str:
    return str(day.year) if unit is Unit.YEAR else f"{day:%b}"


TONGUE = blocks.Tongue(tick=named, before="earlier", after="later")


def pile(*typed: str) -> blocks.Pile:
    drawn = blocks.pile(events(*typed), COVERS, TONGUE)
    assert drawn is not None
    return drawn


def events(*typed: str) -> tuple[blocks.Happening, ...]:
    return tuple(
        blocks.Happening(date=dates.parse(words), name=words, href=f"#{at:03}") for at, words in enumerate(typed)
    )


def number(place: str) -> float:
    return float(place.rstrip("%em"))


def names(drawn: blocks.Pile) -> list[str]:
    return [foot.words.text for foot in drawn.feet if foot.words.text]


def test_events_of_one_month_make_no_picture() -> None:
    assert blocks.pile(events("2025-02-01", "2025-02-03"), COVERS, TONGUE) is None
    assert blocks.pile(events("2025-02-01"), COVERS, TONGUE) is None


def test_events_of_one_month_lie_upon_each_other_and_bear_their_day() -> None:
    first, second, later = pile("2025-01-20", "2025-01-22", "2025-03-01").blocks
    assert [first.day, second.day, later.day] == ["20", "22", "1"]
    assert first.x == second.x
    assert number(first.y) > number(second.y)
    assert later.y == first.y
    assert number(later.x) > number(first.x)


def test_a_date_that_is_not_one_day_is_as_wide_as_it_may_be_and_has_no_day() -> None:
    drawn = pile("2025-01-20", "2025-01-31/2025-02-03", "2025-05", "2025-07?")
    sure, lasting, month, doubtful = drawn.blocks
    assert number(lasting.width) > 1.5 * number(sure.width)
    assert month.width == doubtful.width == sure.width
    assert [block.is_exact for block in drawn.blocks] == [True, False, False, False]
    assert [lasting.day, month.day, doubtful.day] == ["", "", ""]


def test_what_was_long_before_is_drawn_together() -> None:
    drawn = pile("2018-04", "2023-05-02", "2025-01-20", "2025-02-01", "2025-11-06")
    assert names(drawn)[:2] == ["earlier", "Jan"]
    assert drawn.blocks[0].x == drawn.blocks[1].x
    assert drawn.blocks[1].day == ""


def test_what_was_shortly_before_has_its_month() -> None:
    assert names(pile("2024-12-30", "2025-01-20", "2025-02-01")) == ["Dec", "Jan", "Feb"]


def test_many_years_are_told_by_year_or_decade() -> None:
    covers = dates.parse("1990/2030")
    by_year = blocks.pile(events("2015-01-02", "2020-05-05", "2025-01-20"), covers, TONGUE)
    by_decade = blocks.pile(events("1900", "1950-05-05", "2025-01-20"), dates.parse("1900/2030"), TONGUE)
    assert by_year is not None
    assert by_decade is not None
    assert names(by_year)[0] == "2015"
    assert names(by_decade)[0] == "1900"


def test_a_crowd_is_counted() -> None:
    drawn = pile(*["2025-01-20"] * 90, *["2025-02-01"] * 30)
    assert [block.name for block in drawn.blocks] == ["90: 2025-01-20 …", "30: 2025-02-01 …"]
    assert number(drawn.blocks[0].height) > 2.9 * number(drawn.blocks[1].height)


TYPED = some.one_of(
    some.dates(date(2024, 1, 1), date(2026, 1, 1)).map(date.isoformat),
    some.dates(date(1, 1, 1), date(9999, 12, 31)).map(date.isoformat),
    some.sampled_from(
        ("2025", "2025-03", "2025-03-04~", "../2025-02-01", "2025-09/..", "202X", "[2025-01-30,2025-02-02]")
    ),
)


@given(some.lists(TYPED, min_size=1, max_size=15))
def test_no_block_lies_upon_another_or_outside(typed: list[str]) -> None:
    drawn = blocks.pile(events(*typed), COVERS, TONGUE)
    if drawn is None:
        return
    boxes = [
        (number(one.x), number(one.y), number(one.x) + number(one.width), number(one.y) + number(one.height))
        for one in drawn.blocks
    ]
    for left, top, right, bottom in boxes:
        assert 0 <= left < right <= 100
        assert 0 <= top < bottom <= number(drawn.ground) + 0.01
    for one, other in combinations(boxes, 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    assert len(drawn.feet) <= blocks.MOST
