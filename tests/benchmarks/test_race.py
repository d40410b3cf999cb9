from collections.abc import Callable
from pathlib import Path

from benchmarks.contestant import Contestant
from benchmarks.corpus import corpus
from benchmarks.packages import Installed
from benchmarks.race import Action, Plan, Race, rotated
from tests.benchmarks.conftest import FORGET

Make = Callable[..., Contestant]


def ignored(_words: str) -> None:
    """Who races here is not told of."""


def test_every_action_is_timed_in_every_round(copier: Make, python: Installed, tmp_path: Path) -> None:
    race = Race({copier(): python}, corpus(20, 1), tmp_path, ignored)

    (result,) = race.run(Plan(runs=2, saves=0))

    assert {action: len(costs) for action, costs in result.costs.items()} == dict.fromkeys(Action, 2)
    assert result.trouble == ""
    assert result.first
    assert result.first.made.pages == 20 + 6 + 1
    assert result.first.memory > 1_000_000  # no Python is smaller


def test_who_does_less_is_told_and_not_timed(copier: Make, python: Installed, tmp_path: Path) -> None:
    heard: list[str] = []
    race = Race({copier("Lazy", FORGET): python, copier(): python}, corpus(20, 1), tmp_path, heard.append)

    lazy, other = race.run(Plan(runs=1, saves=0))

    assert lazy.costs == {}
    assert "was not made" in lazy.trouble
    assert any(line.strip().startswith("Lazy: out of this race") for line in heard)
    assert other.costs


def test_what_a_command_says_as_it_fails_is_told(copier: Make, python: Installed, tmp_path: Path) -> None:
    race = Race({copier(script="raise SystemExit('no such theme')"): python}, corpus(20, 1), tmp_path, ignored)

    (result,) = race.run(Plan(runs=1, saves=0))

    assert result.trouble == "it ended with 1: no such theme"


def test_a_save_is_timed_until_the_page_shows_it(copier: Make, python: Installed, tmp_path: Path) -> None:
    race = Race({copier(watches=True): python}, corpus(20, 1), tmp_path, ignored)

    (result,) = race.run(Plan(runs=0, saves=1))

    assert len(result.watched) == 1
    assert result.trouble == ""


def test_a_server_that_ends_is_told_and_its_builds_count(copier: Make, python: Installed, tmp_path: Path) -> None:
    race = Race({copier(): python}, corpus(20, 1), tmp_path, ignored)

    (result,) = race.run(Plan(runs=1, saves=1))

    assert result.watched == ()
    assert result.trouble.startswith("its server ended")
    assert result.clock(Action.COLD)


def test_each_round_is_begun_by_another(copier: Make, python: Installed, tmp_path: Path) -> None:
    entered = Race({copier("One"): python, copier("Two"): python}, corpus(20, 1), tmp_path, ignored).sites

    assert [rotated(list(entered), turn)[0].contestant.name for turn in range(3)] == ["One", "Two", "One"]
    assert rotated([], 5) == []
