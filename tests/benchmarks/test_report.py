from pathlib import Path
from xml.etree import ElementTree

import pytest

from benchmarks import ours, plot, report
from benchmarks.measuring import Cost
from benchmarks.peers import PEERS
from benchmarks.race import Action, First, Result
from benchmarks.sites import Made
from benchmarks.targets import TARGETS, edit_of_cold, ratio

PAGE = Path(__file__).parents[2] / "docs" / "performance.md"
NAMES = {contestant.name for group in PEERS.values() for contestant in group}


def result(name: str, records: int, *clocks: float, memory: int = 80_000_000) -> Result:
    """One round of a cold build for each clock; an edit takes a tenth of it, and so does a save."""
    return Result(
        contestant=name,
        version="1.0",
        records=records,
        first=First(made=Made(pages=records, files=records, size=1_000_000), memory=memory),
        costs={
            Action.COLD: tuple(Cost(clock=clock, processor=2 * clock) for clock in clocks),
            Action.EDIT: tuple(Cost(clock=clock / 10, processor=clock / 10) for clock in clocks),
        },
        watched=tuple(clock / 10 for clock in clocks),
    )


def test_a_ratio_is_taken_round_by_round() -> None:
    found = ratio(result("dossier", 100, 1.0, 9.0, 2.0), result("Hugo", 100, 2.0, 10.0, 2.0), Action.COLD)

    assert found
    assert (found.lowest, found.middle, found.highest) == (0.5, 0.9, 1.0)


def test_a_target_that_is_missed_is_said_to_be() -> None:
    results = (result("Hugo", 100, 1.0), result("Zola", 100, 9.0), result("dossier", 100, 3.0))

    told = report.figures(results, "dossier", "Today.", ())

    assert "| cold | Hugo | 1 | **3.00** missed |" in told
    assert "| cold | Zola | 1 | 0.33 |" in told
    assert "| cold | Eleventy | 0.35 | – |" in told
    assert "| one body edited | our own cold build | 0.2 | 0.10 |" in told


def test_a_target_that_is_missed_by_a_little_does_not_look_kept() -> None:
    results = (result("Hugo", 100, 1.0), result("dossier", 100, 1.004))

    assert "| cold | Hugo | 1 | **1.004** missed |" in report.figures(results, "dossier", "Today.", ())


def test_who_was_left_out_and_why_stands_with_the_figures() -> None:
    told = report.figures((result("dossier", 100, 3.0),), "dossier", "Today.", ("Zola, since it is not here",))

    assert "Left out: Zola, since it is not here." in told


def test_growth_of_memory_is_told_for_each_record() -> None:
    results = (result("dossier", 100, 1.0, memory=50_000_000), result("dossier", 1_100, 1.0, memory=55_000_000))

    assert "| dossier | 5.0 |" in report.figures(results, "dossier", "Today.", ())


def test_an_action_without_figures_has_no_ratio() -> None:
    nothing = Result(contestant="Hugo", version="1.0", records=100)

    assert ratio(result("dossier", 100, 1.0), nothing, Action.COLD) is None
    assert edit_of_cold(nothing) is None


def test_every_target_names_a_contestant() -> None:
    assert {target.beside for target in TARGETS} <= NAMES


def test_the_picture_is_well_formed_and_has_a_dot_for_each_time() -> None:
    results = (result("Hugo", 100, 1.0), result("dossier", 100, 3.0), result("dossier", 1_000, 30.0))

    drawn = ElementTree.fromstring(plot.drawn(results, frozenset({"dossier"})))

    titles = [title.text for title in drawn.iter("{http://www.w3.org/2000/svg}title")]
    assert "dossier, 1,000 records: 30.00 s" in titles
    # Two sizes in the legend; then cold, edit and watch of three results.
    assert len(list(drawn.iter("{http://www.w3.org/2000/svg}circle"))) == 2 + 3 * 3


def test_figures_take_the_place_of_older_ones_and_nothing_else() -> None:
    page = "Words.\n\n<!-- x: written by the benchmarks -->\nold\n<!-- /x -->\n\nMore.\n"

    once = report.placed(page, "x", "new")

    assert "old" not in once
    assert report.placed(once, "x", "new") == once
    assert once.startswith("Words.")
    assert once.endswith("More.\n")


def test_a_page_without_the_place_is_refused() -> None:
    with pytest.raises(SystemExit, match="has no part `x`"):
        report.placed("Words.", "x", "new")


def test_the_page_has_the_places_that_are_written() -> None:
    page = PAGE.read_text("utf-8")

    for name in ("figures", "large"):
        assert report.placed(page, name, "new") != page
    assert ours.LEAN.name in page
