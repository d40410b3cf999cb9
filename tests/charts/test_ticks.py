"""The ticks of an axis are round, few, in order, and hold what they must show."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dossier.charts import ticks

NUMBERS = some.decimals(min_value=Decimal("-1e12"), max_value=Decimal("1e12"), places=2)


@pytest.mark.parametrize(
    ("high", "told"),
    [
        ("6500", "0 2000 4000 6000 8000"),
        ("67", "0 20 40 60 80"),
        ("2", "0 1 2"),
        ("0", "0 1"),
        ("0.3", "0.0 0.1 0.2 0.3"),
        ("1000000", "0 500000 1000000"),
    ],
)
def test_values_stand_between_round_numbers_from_zero(high: str, told: str) -> None:
    assert ticks.of_values(Decimal(high), Decimal(high)) == tuple(map(Decimal, told.split()))


def test_a_loss_is_shown_below_zero() -> None:
    assert ticks.of_values(Decimal(-30), Decimal(50)) == tuple(map(Decimal, (-40, -20, 0, 20, 40, 60)))


@given(NUMBERS, NUMBERS)
def test_round_numbers_are_few_and_hold_every_value(one: Decimal, other: Decimal) -> None:
    low, high = sorted((one, other))
    found = ticks.of_values(low, high)
    assert 2 <= len(found) <= ticks.MOST + 2
    assert found[0] <= low
    assert high <= found[-1]
    assert 0 in found
    assert list(found) == sorted(set(found))


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("2025-11-02", "2025-11-06", "2025-11-02 2025-11-03 2025-11-04 2025-11-05 2025-11-06"),
        ("2025-01-22", "2025-02-14", "2025-01-22 2025-01-29 2025-02-05 2025-02-12"),
        ("2025-01-04", "2025-04-01", "2025-02-01 2025-03-01 2025-04-01"),
        ("2018-04-01", "2025-11-06", "2020-01-01 2022-01-01 2024-01-01"),
    ],
)
def test_days_stand_between_round_days(first: str, last: str, told: str) -> None:
    found = ticks.of_days(date.fromisoformat(first), date.fromisoformat(last))
    assert [day.isoformat() for day, _ in found] == told.split()


@given(some.dates(), some.dates())
def test_round_days_are_few_and_within_the_span(one: date, other: date) -> None:
    first, last = sorted((one, other))
    found = [day for day, _ in ticks.of_days(first, last)]
    assert 1 <= len(found) <= ticks.MOST
    assert found == sorted(set(found))
    assert all(first <= day <= last for day in found)
    assert len(found) > 1 or first == last
