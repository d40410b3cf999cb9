"""Keys that other keys call for."""

import pytest

from tests.conftest import Project
from tests.review.dossiers import MEASURE, claim, line, messages, source


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ("status: withdrawn\n", 1),
        ("status: withdrawn\nreplaced_by: left\n", 1),
        ("status: withdrawn\nreason: It was wrong.\n", 0),
        ("status: superseded\n", 1),
        ("status: superseded\nreplaced_by: left\n", 0),
        ("status: superseded\nreason: They moved on.\n", 0),
        ("status: reported\n", 0),
    ],
)
def test_a_claim_taken_back_says_why(project: Project, more: str, found: int) -> None:
    files = {"claims/left": claim(more=more), "sources/one": source(line())}
    assert len(messages(project, files, "missing-key")) == found


@pytest.mark.parametrize(("stance", "found"), [("supports", 1), ("qualifies", 1), ("disputes", 0)])
def test_who_bears_out_a_count_gives_a_number(project: Project, stance: str, found: int) -> None:
    files = {
        "measures/troops": MEASURE,
        "claims/left": claim(more="measure: troops\n"),
        "sources/one": source(line("left", stance)),
    }
    assert len(messages(project, files, "missing-key")) == found
