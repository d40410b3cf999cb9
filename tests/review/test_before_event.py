"""Sources that appeared before what they tell of."""

import pytest

from tests.conftest import Project
from tests.review.dossiers import claim, line, messages, source


@pytest.mark.parametrize(
    ("as_of", "found"),
    [("2025-03-10", 0), ("2025-03-11", 1), ("2025-03", 0), ("2025-04", 1), ("2025-03-11?", 0), ("2025-03-11~", 0)],
)
def test_a_line_of_a_later_day_is_told_only_where_that_is_certain(project: Project, as_of: str, found: int) -> None:
    files = {"claims/left": claim(), "sources/one": source(line(more=f", as_of: {as_of}"))}
    assert len(messages(project, files, "source-before-event")) == found


def test_laws_and_forecasts_may_speak_of_days_to_come(project: Project) -> None:
    files = {
        "claims/left": claim(),
        "claims/comes": claim("They come.", 2, more="expects: {what: they come, outcome: they came}\n"),
        "sources/order": source(line(more=", as_of: 2025-04-01"), kind="order"),
        "sources/paper": source(line("comes", more=", as_of: 2025-04-01")),
    }
    assert messages(project, files, "source-before-event") == []


def test_a_source_most_of_whose_lines_come_too_late_is_misdated_itself(project: Project) -> None:
    late = line(more=", as_of: 2025-03-11") + line(more=", as_of: 2025-03-12") + line(more=", as_of: 2025-03-01")
    files = {"claims/left": claim(), "sources/one": source(late)}
    assert messages(project, files, "source-before-event") == ["`one` appeared on 2025-03-10, before 2025-03-11"]
