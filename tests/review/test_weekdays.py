"""Days of the week beside their dates."""

import pytest

from tests.conftest import Project
from tests.review.dossiers import messages, section


def found(project: Project, words: str) -> list[str]:
    return messages(project, {"sections/deployments/index": section(words)}, "weekday-mismatch")


@pytest.mark.parametrize(
    "words",
    [
        "On Wednesday, 22 January 2025, they left.",
        "On Wednesday, January 22, 2025, they left.",
        "El miércoles 22 de enero de 2025 se fueron.",
        "On Wed., 22 Jan. 2025, and Wednesday 2025-01-22.",
        "On Wednesday, 22 January, they left.",
        "In 2026, on Thursday, 22 January, they left.",
        "They left on Monday. On 22 January 2025 they came back.",
        "On 22 January 2025, Monday was far away.",
    ],
)
def test_a_right_weekday_or_none_is_fine(project: Project, words: str) -> None:
    assert found(project, words) == []


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("On Tuesday, 22 January 2025.", "22 January 2025 is a Wednesday, not a Tuesday"),
        ("On Tuesday, January 22nd, 2025.", "January 22nd, 2025 is a Wednesday, not a Tuesday"),
        ("El Lunes, 22 de enero del 2025.", "22 de enero del 2025 is a Wednesday, not a Monday"),
        ("On Tuesday, 22 January.", "22 January 2025 is a Wednesday, not a Tuesday"),
        ("On 22 January 2025, a Tuesday.", "22 January 2025 is a Wednesday, not a Tuesday"),
        ("On Tuesday, 29 February 2025.", "the calendar has no 29 February 2025"),
    ],
)
def test_a_wrong_weekday_is_told_with_the_right_one(project: Project, words: str, message: str) -> None:
    assert found(project, words) == [message]
