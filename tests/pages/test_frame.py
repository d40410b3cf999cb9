"""What the frame of a page links: only what is there."""

from collections.abc import Mapping

from dossier import plan, wording
from dossier.model.run import Options
from dossier.pages.desk import Desk
from dossier.pages.frame import PRELOADED
from dossier.pipeline.survey import surveyed
from tests.conftest import A_DAY, SMALLEST, Project

ADDRESS = {"content/dossier.yml": SMALLEST["content/dossier.yml"] + "base_url: https://example.org/border/\n"}


def preloaded(project: Project, files: Mapping[str, bytes], content: Mapping[str, str] = ADDRESS) -> dict[str, object]:
    """The typefaces that each page of a template asks for ahead of the style sheet."""
    survey = surveyed(project(content), Options(today=A_DAY))
    assert survey.dossier is not None
    desk = Desk(dossier=survey.dossier, words=wording.words("en"), carried=frozenset(files), day=A_DAY)
    made = plan.site(desk, files)
    planned = (page for task in made.tasks for page in task.planned)
    frames = {page.url: getattr(page.view, "frame", None) for page in planned}
    return {url: frame.around.fonts for url, frame in frames.items() if frame is not None}


def test_a_page_asks_early_for_the_typefaces_that_the_site_carries(project: Project) -> None:
    fonts = preloaded(project, dict.fromkeys(PRELOADED, b""))
    assert fonts["index.html"] == PRELOADED
    assert fonts["deployments/index.html"] == tuple(f"../{url}" for url in PRELOADED)
    assert preloaded(project, {PRELOADED[1]: b""})["index.html"] == (PRELOADED[1],)


def test_a_site_without_the_typefaces_asks_for_none(project: Project) -> None:
    assert set(preloaded(project, {}).values()) == {()}


def test_a_site_that_may_be_opened_from_a_folder_asks_for_none_since_browsers_complain_of_it(project: Project) -> None:
    assert set(preloaded(project, dict.fromkeys(PRELOADED, b""), {}).values()) == {()}
