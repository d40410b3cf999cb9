"""The page of unknowns: a topic of which one source alone speaks says so."""

import pytest

from dossier import Options, wording
from dossier.pages import unknowns
from dossier.pages.desk import Desk
from dossier.pipeline.survey import surveyed
from tests.conftest import A_DAY, SMALLEST, Project
from tests.review.dossiers import claim, line, source

ONE = {
    "content/dossier.yml": SMALLEST["content/dossier.yml"] + "topics: {ways: Ways out}\n",
    "content/claims/left.md": claim(more="topics: [ways]\n"),
    "content/sources/one.md": source(line()),
}


@pytest.mark.parametrize(("more", "is_single"), [({}, True), ({"content/sources/two.md": source(line())}, False)])
def test_a_topic_of_a_single_source_is_labelled(project: Project, more: dict[str, str], is_single: bool) -> None:
    dossier = surveyed(project(ONE | more), Options(today=A_DAY)).dossier
    assert dossier is not None
    view = unknowns.page(Desk(dossier=dossier, words=wording.words("en"))).view
    assert isinstance(view, unknowns.View)
    assert [topic.is_single for topic in view.topics] == [is_single]
