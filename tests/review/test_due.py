"""Reviews and expectations, as of 22 November 2025."""

import pytest

from tests.conftest import A_DAY, Project
from tests.review.dossiers import claim, line, messages, source


@pytest.mark.parametrize(("day", "found"), [(A_DAY.isoformat(), 0), ("2025-11-21", 1), ("2025-11", 0), ("2025-10", 1)])
def test_a_review_is_overdue_from_the_next_day_on(project: Project, day: str, found: int) -> None:
    files = {"claims/left": claim(more=f"review_by: {day}\n"), "sources/one": source(line())}
    assert len(messages(project, files, "review-overdue")) == found


@pytest.mark.parametrize(
    ("expects", "found"),
    [
        ("{what: they leave, by: 2025-11-21}", 1),
        ("{what: they leave, by: 2025-11-22}", 0),
        ("{what: they leave, by: 2025-11-01/2025-12-31}", 0),
        ("{what: they leave, by: 2025-11-21, outcome: they left}", 0),
        ("{what: they leave}", 0),
    ],
)
def test_an_expectation_is_open_once_its_day_has_passed(project: Project, expects: str, found: int) -> None:
    files = {"claims/left": claim(more=f"expects: {expects}\n"), "sources/one": source(line())}
    assert len(messages(project, files, "expectation-open")) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The general is expected to sign.", "is expected to"),
        ("The troops are set to leave.", "are set to"),
        ("The army plans to leave.", "plans to"),
        ("Se espera que las tropas se vayan.", "Se espera que"),
        ("El ejército planea irse.", "planea"),
        ("The rules are set by the army.", ""),
        ("The army left as planned.", ""),
    ],
)
def test_a_statement_about_what_is_to_come_says_so(project: Project, words: str, found: str) -> None:
    files = {"claims/left": claim(words), "sources/one": source(line())}
    told = [f"C-1 speaks of what is to come (“{found}”) without `expects`"] if found else []
    assert messages(project, files, "expectation-open") == told
