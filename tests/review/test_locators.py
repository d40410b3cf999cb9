"""Locators against the archived text, where it is at hand."""

from dossier import Options
from dossier.pipeline.survey import surveyed
from dossier.quoting.archived import archived
from tests.conftest import A_DAY, Project

TEXT = "%% title\nTroops leave\n\nThe troops left.\n\n%% caption\nA road.\n\nThey took\nthe road.\n"
SOURCE = "---\ntitle: T\npublisher: unknown\nauthor: unknown\npublished: unknown\nkind: article\n---\n"


def problems(project: Project, cited: str) -> list[str]:
    section = f"---\ntitle: Law\ndescription: The law.\n---\nThey left [@news, {cited}].\n"
    files = {"content/sources/news.md": SOURCE, "content/sections/deployments/index.md": section}
    survey = surveyed(project(files | {"content/archive/news.txt": TEXT}), Options(today=A_DAY))
    return [f"{problem.place.line}:{problem.place.column} {problem.message}" for problem in survey.problems]


def test_paragraphs_are_counted_without_the_parts_that_have_a_word() -> None:
    text = archived(TEXT)
    assert text.paragraphs == ("The troops left.", "They took\nthe road.")
    assert text.part("caption") == ("A road.",)


def test_a_paragraph_and_a_part_that_are_there_are_fine(project: Project) -> None:
    assert problems(project, "¶2") == []
    assert problems(project, "caption") == []
    assert problems(project, "¶1–2") == []


def test_a_paragraph_past_the_end_is_told_with_how_many_there_are(project: Project) -> None:
    assert problems(project, "¶3") == ["5:19 `news` has 2 paragraphs, and no ¶3"]


def test_a_part_that_the_text_does_not_have_is_told(project: Project) -> None:
    assert problems(project, "byline") == ["5:19 `news` has no byline"]
