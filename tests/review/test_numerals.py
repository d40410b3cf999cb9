"""Numbers in prose."""

import pytest

from tests.conftest import Project
from tests.review.dossiers import MEASURE, claim, line, messages, section, source

FILES = {
    "claims/left": claim("On 1 March 2025, 1,500 troops left."),
    "sources/news": source(line()),
    "sources/paper": source(body="It counts 700 people."),
    "archive/radio.txt": "Nine hundred people were there, in 12 lorries.\n",
    "sources/radio": source(),
    "entities/law": "---\nname: Act 40 of 2020\nkind: instrument\n---\n",
}


def found(project: Project, words: str) -> list[str]:
    return messages(project, FILES | {"sections/deployments/index": section(words)}, "numeral-unaccounted")


@pytest.mark.parametrize(
    "words",
    [
        "[1,500 troops](claim:left) left.",
        "They [left](claim:left), 1500 in all.",
        "There were 600 [@news].",
        "There were 700 [@paper].",
        "There were 900 in twelve lorries [@radio].",
        "They counted “950 people” [@news].",
        "Ten of five on 22 January 2025, in 2018, for the 3rd time, at 10:30, under § 12 and Act 40 of 2020.",
        "There were 600.\n{.own-voice}",
        "## The 600",
    ],
)
def test_a_number_that_something_accounts_for_is_fine(project: Project, words: str) -> None:
    assert found(project, words) == []


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("There were 600.", "nothing beside it accounts for 600"),
        ("There were eleven.", "nothing beside it accounts for eleven"),
        ("[1,600 troops](claim:left) left [@news].", "C-1 does not say 1,600"),
        ("They [left](claim:left), 1600 in all.", "no source or claim beside it has 1600"),
        ("There were 600 [@paper].", "no source or claim beside it has 600"),
        ("There were 800 [@radio].", "no source or claim beside it has 800"),
    ],
)
def test_a_number_that_nothing_accounts_for_is_told(project: Project, words: str, message: str) -> None:
    assert found(project, words) == [message]


@pytest.mark.parametrize(
    ("value", "told"), [("900", []), ("0", []), ("800", ["the archived text of `radio` has no 800"])]
)
def test_a_value_is_a_number_of_the_archived_text_or_none_at_all(project: Project, value: str, told: list[str]) -> None:
    line_of_radio = line(more=f", value: {value}, as_of: 2025-03-01")
    files = FILES | {
        "claims/left": claim("The troops left.", more="measure: troops\n"),
        "measures/troops": MEASURE,
        "sources/news": source(),
        "sources/radio": source(line_of_radio),
    }
    assert messages(project, files, "numeral-unaccounted") == told
