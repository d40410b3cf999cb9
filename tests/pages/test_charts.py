"""Pictures on pages: each has its words and leads to its rows; where there is no time to show, there is none."""

from pathlib import Path

import pytest

from dossier import Options, wording
from dossier.pages import charts
from dossier.pages.desk import Desk
from dossier.pipeline.survey import surveyed
from tests.conftest import A_DAY, ROOT


@pytest.fixture(scope="module")
def desk() -> Desk:
    dossier = surveyed(ROOT, Options(today=A_DAY)).dossier
    assert dossier is not None
    return Desk(dossier=dossier, words=wording.words("en"), day=A_DAY, url="sources/index.html")


def over_time(measure: str, desk: Desk) -> charts.OverTime | None:
    return charts.over_time(next(one for one in desk.dossier.measures.values() if one.id == measure), desk)


def test_a_measure_of_one_day_has_no_chart(desk: Desk) -> None:
    assert over_time("marines", desk) is None


def test_values_that_may_not_be_compared_are_not_joined_and_the_reader_is_told_why(desk: Desk) -> None:
    shown = over_time("active-duty-troops", desk)
    assert shown is not None
    assert shown.chart.steps == ()
    assert "may count different people" in shown.note
    assert "2,200 (disputes)" in [mark.words.text for mark in shown.chart.marks if mark.words]


def test_values_of_one_series_are_joined(desk: Desk) -> None:
    shown = over_time("boat-strike-dead", desk)
    assert shown is not None
    assert shown.chart.steps
    assert shown.note == ""
    assert shown.description.startswith("A chart of dated values, from")


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_every_sign_of_a_chart_is_explained_in_each_language(language: str) -> None:
    told = wording.words(language).labels.chart_signs
    signs = "exact rounded more less between qualifies disputes days line"
    assert list(told) == signs.split()
    assert wording.words(language).short_month(A_DAY) == {"en": "Nov", "es": "nov"}[language]


def test_an_inferred_tie_is_told_with_its_reason_and_the_rows_hold_every_tie(desk: Desk) -> None:
    shown = charts.relayed(desk)
    assert shown is not None
    assert len(shown.rows) == len(shown.graph.edges) + shown.graph.left_out
    row = next(row for row in shown.rows if row.origin.words == "Al Jazeera")
    assert row.relay.words == "Radio Habana Cuba"
    assert row.bases[0].startswith("another copy of the same text")
    credited = next(row for row in shown.rows if row.origin.words == "CNN")
    assert credited.bases == ()


def test_each_point_leads_to_a_row_of_the_page(site: Path, desk: Desk) -> None:
    html = (site / "figures.html").read_text("utf-8")
    shown = over_time("federal-orders", desk)
    assert shown is not None
    for mark in shown.chart.marks:
        assert f'<tr id="{mark.href.removeprefix("#")}">' in html


def test_every_dated_event_has_its_block(site: Path, desk: Desk) -> None:
    shown = charts.piled("#_2018", desk.at("timeline.html"))
    assert shown is not None
    html = (site / "timeline.html").read_text("utf-8")
    assert len(shown.pile.blocks) == sum(event.date is not None for event in desk.dossier.events.values())
    assert all(f'id="{block.href.removeprefix("#")}"' in html for block in shown.pile.blocks)
