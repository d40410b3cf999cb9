"""A later build takes of its output only what an earlier one put there and nobody touched."""

import os
import shutil
from pathlib import Path

import pytest

from dossier import pipeline
from dossier.cache.stamp import stamp
from dossier.cache.store import Store
from dossier.cache.values import Values
from dossier.model.printed import Printed, hash_of
from dossier.model.run import Options
from dossier.problems import DossierError
from tests.pipeline.building import Site, built, changed, first, guide_in, later
from tests.test_docs import A_DAY


def test_a_page_edited_by_hand_with_its_time_set_back_is_made_anew(guide: Path) -> None:
    site = later(guide)
    page = guide / "build" / "index.html"
    before = page.stat()
    page.write_bytes(page.read_bytes()[:-2] + b"??")
    os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert later(guide) == site


def test_a_manifest_that_lacks_a_page_ends_a_later_build_as_it_ends_a_first_one(guide: Path) -> None:
    later(guide)
    changed(guide / "build" / "manifest.json", ' "about.html"', ' "another.html"')

    with pytest.raises(DossierError, match=r"about\.html was not written by a build"):
        later(guide)


class Meanwhile(Store):
    """A cache in whose project another build goes from beginning to end as soon as this one has begun to make pages."""

    def __init__(self, project: Path, stamp: str) -> None:
        super().__init__(project, stamp)
        self.project, self.has_come = project, False

    def get(self, name: str) -> bytes | None:
        if name.startswith("templates/") and not self.has_come:
            self.has_come = True
            changed(self.project / "content" / "about.md", "\n---\n", "\n---\n\nAnother word.\n{.own-voice}\n")
            later(self.project)
        return super().get(name)


def test_a_build_that_another_overtakes_keeps_nothing_of_it(guide: Path) -> None:
    later(guide)
    changed(guide / "content" / "index.md", "\n---\n", "\n---\n\nA word.\n{.own-voice}\n")
    overtaken = pipeline.Workshop(values=Values(store=Meanwhile(guide, stamp())))

    _, site = built(guide, overtaken)

    assert site == first(guide)
    assert later(guide) == site


def test_two_projects_that_share_an_output_each_get_their_own_site(guide: Path, tmp_path: Path) -> None:
    other = guide_in(tmp_path / "other")
    changed(other / "content" / "index.md", "\n---\n", "\n---\n\nAnother bridge.\n{.own-voice}\n")
    shared = tmp_path / "shared"
    for project in (guide, other, guide, other):
        pipeline.build(project, Options(today=A_DAY, output=shared), pipeline.workshop(project))
        shutil.copytree(shared, project / "shown", dirs_exist_ok=True)

    assert (guide / "shown" / "index.html").read_bytes() == first(guide)["index.html"]
    assert (other / "shown" / "index.html").read_bytes() == first(other)["index.html"]


def test_a_project_copied_with_its_cache_is_built_by_its_own_files(guide: Path, tmp_path: Path) -> None:
    later(guide)
    other = shutil.copytree(guide, tmp_path / "other")
    changed(other / "content" / "about.md", "\n---\n", "\n---\n\nAnother word.\n{.own-voice}\n")

    assert later(other) == first(other)
    assert later(guide) == first(guide)


def printed(site: Site) -> Printed:
    """The whole dossier in print, made from its page, a style sheet and a table that goes along."""
    from_these = ("print.html", "assets/print.css", "data/claims.csv")
    return Printed(
        url="dossier.pdf", pages=3, made_from={path: hash_of(site[path]) for path in from_these}, data=b"%PDF"
    )


def test_pages_lead_to_the_pdf_for_as_long_as_it_is_true(guide: Path) -> None:
    sheet = printed(later(guide))

    pipeline.build(guide, Options(today=A_DAY), pipeline.workshop(guide), printed=sheet)
    with_sheet = later(guide)
    assert with_sheet["dossier.pdf"] == b"%PDF"
    assert b"dossier.pdf" in with_sheet["index.html"]
    assert b"dossier.pdf" not in with_sheet["print.html"]

    changed(guide / "content" / "about.md", "\n---\n", "\n---\n\nAnother word.\n{.own-voice}\n")
    assert later(guide) == first(guide)
