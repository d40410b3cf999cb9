"""Passages and what bears them out."""

import pytest

from tests.conftest import Project
from tests.review.dossiers import MEASURE, claim, line, messages, section, source

FILES = {
    "claims/left": claim(more="measure: troops\n"),
    "measures/troops": MEASURE,
    "sources/news": source(line(more=", value: 5, as_of: 2025-03-01")),
}


@pytest.mark.parametrize(
    "words",
    [
        "They left [@news].",
        "@news says so.",
        "They [left](claim:left).",
        "There were [](figure:troops).",
        "![[claim:left]]",
        "They left.\n{.own-voice}",
        "## They left",
        "> They left. [@news]",
        "| Who | Where |\n|---|---|\n| they | left [@news] |",
    ],
)
def test_a_passage_with_support_is_fine(project: Project, words: str) -> None:
    assert messages(project, FILES | {"sections/deployments/index": section(words)}, "paragraph-without-evidence") == []


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("They left.", "paragraph"),
        ("See [[news]].", "paragraph"),
        ("- They left.\n- They came [@news].", "list item"),
        ("| Who | Where |\n|---|---|\n| they | left |", "table row"),
        ("> [!note]\n> They left.", "paragraph"),
        ("> They left.", "block quotation"),
    ],
)
def test_a_passage_without_support_is_told(project: Project, words: str, unit: str) -> None:
    files = FILES | {
        "sections/deployments/index": section(words),
        "entities/news": "---\nname: News\nkind: outlet\n---\n",
    }
    found = messages(project, files, "paragraph-without-evidence")
    assert found == [f"this {unit} holds no citation, claim or figure"]
