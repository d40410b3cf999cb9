"""Which value of a measure is the latest."""

from dossier import Options
from dossier.model.key import MeasureId
from dossier.pages import figures
from dossier.pages.desk import Desk
from dossier.pipeline.survey import surveyed
from dossier.wording import words
from tests.conftest import A_DAY, Project
from tests.review.dossiers import MEASURE, claim, line, source

SETTINGS = "title: T\ndescription: D.\nlanguage: en\ncovers: 2025-01-01/{end}\nsections: [deployments]\n"


def latest(project: Project, end: str) -> list[str]:
    says = line(more=", value: 64, as_of: 2025-11-02") + line(claim="more", more=", value: 67, as_of: 2025-11-06")
    files = {
        "content/dossier.yml": SETTINGS.format(end=end),
        "content/claims/left.md": claim(more="measure: troops\n"),
        "content/claims/more.md": claim("More troops left.", number=2, more="measure: troops\n"),
        "content/measures/troops.md": MEASURE,
        "content/sources/news.md": source(says, day="2025-11-07"),
    }
    dossier = surveyed(project(files), Options(today=A_DAY)).dossier
    assert dossier is not None
    desk = Desk(dossier=dossier, words=words("en"))
    return [tile.words for tile in figures.latest(dossier.measures[MeasureId("troops")], desk)]


def test_a_value_after_the_period_of_the_dossier_is_not_its_latest(project: Project) -> None:
    assert latest(project, "2025-11-03") == ["64"]
    assert latest(project, "2025-12-31") == ["67"]


def test_where_every_value_lies_after_the_period_the_newest_is_the_latest(project: Project) -> None:
    assert latest(project, "2025-06-30") == ["67"]
