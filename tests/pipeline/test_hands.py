"""However many processes share a build, it makes the same site, and leaves the old one where it fails."""

import resource
import shutil
from pathlib import Path

import pytest

from dossier import pipeline
from dossier.forking import Forked
from dossier.model.run import Options
from dossier.pipeline.workshop import Workshop
from dossier.problems import DossierError
from tests.pipeline.building import Site, built
from tests.test_docs import A_DAY

ROOT = Path(__file__).parents[2]
MANY = 120  # pages; enough of them to be shared out


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dossier of this repository, as a project of its own."""
    folder = tmp_path_factory.mktemp("shared") / "project"
    for name in ("content", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def alone(project: Path) -> Site:
    return built(project, pipeline.ALONE, "alone")[1]


@pytest.mark.parametrize("hands", [1, 2, 3])
def test_the_site_is_the_same_however_many_share_the_work(project: Path, alone: Site, hands: int) -> None:
    shutil.rmtree(project / ".dossier", ignore_errors=True)

    report, site = built(project, pipeline.workshop(project, hands=hands), f"by-{hands}")

    assert len(site) > MANY
    assert site == alone
    assert report.changed == len(site) - 1  # the list of the files aside


def test_pages_that_are_made_again_as_they_were_keep_their_files(project: Path, alone: Site) -> None:
    built(project, pipeline.ALONE, "kept")
    before = {path: path.stat().st_mtime_ns for path in (project / "kept").rglob("*.html")}

    report, site = built(project, Workshop(executor=Forked(1), hands=2), "kept")

    assert (report.changed, site) == (0, alone)
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_a_disk_that_takes_no_more_from_one_of_them_leaves_the_old_site(project: Path) -> None:
    workshop = pipeline.workshop(project, hands=2)
    (project / "old").mkdir()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4_000, hard))
    try:
        with pytest.raises(DossierError, match=r"old/.*\.html cannot be written: File too large"):
            pipeline.build(project, Options(today=A_DAY, output=project / "old"), workshop)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert list((project / "old").iterdir()) == []
    assert [path.name for path in project.iterdir() if path.name.startswith(".old")] == []
