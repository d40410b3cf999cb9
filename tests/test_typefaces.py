"""The typefaces that the package carries: what they can show, what they are called, and that they are made once."""

import os
import shutil
from html import unescape
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

import hatch_build
from hatch_build import CHARACTERS, FACES, FOLDER, SIGNS, Face
from tests.conftest import ROOT

# The sloping face was never drawn with signs and with some rare letters: those are shown in the next face of the list.
UNDRAWN = {"Italic": {*"←↑→↓↗✓", *"ĈĉĊċĔĕĜĝĤĥĦħĨĩŎŏŜŝŨũŬŭŴŵŶŷĴĵĸŉ№"}}


def opened(face: Face) -> TTFont:
    return TTFont(ROOT / FOLDER / face.file)


def shown(site: Path) -> set[str]:
    """Every character that stands in a page or the style sheet; more than readers see, but none that they do not."""
    texts = (path.read_text("utf-8") for path in (*site.rglob("*.html"), *site.glob("assets/*.css")))
    return {char for text in texts for char in unescape(text) if char.isprintable()}


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.file)
def test_each_face_can_show_every_character_of_the_site(site: Path, face: Face) -> None:
    has = {chr(code) for code in opened(face).getBestCmap()}
    assert shown(site) - has - UNDRAWN.get(face.style, set()) == set()


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.file)
def test_each_face_has_the_letters_of_spanish_and_its_neighbours_and_figures_of_one_width(face: Face) -> None:
    font = opened(face)
    has = font.getBestCmap()
    assert {*"áéíñóúü¿¡çãõàèùâêîôûëïœæßåøłžščęąőű“”‘’«»–—…·¶§×°½€"} <= {chr(code) for code in has}
    assert set(has) <= CHARACTERS
    assert len({font["hmtx"][has[ord(figure)]][0] for figure in "0123456789"}) == 1
    assert "pnum" in {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}
    assert "kern" in {record.FeatureTag for record in font["GPOS"].table.FeatureList.FeatureRecord}


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.file)
def test_a_changed_font_does_not_bear_the_name_that_its_makers_reserve(face: Face) -> None:
    names = {record.nameID: str(record) for record in opened(face)["name"].names}
    assert names[1] == face.family.name
    assert not [name for id, name in names.items() if id not in (0, 13, 14) and "source" in name.lower()]
    assert "Reserved Font Name" in names[0]
    assert "Open Font License" in (ROOT / FOLDER / f"{face.family.slug}-licence.txt").read_text("utf-8")


def test_the_style_sheet_asks_for_each_face_and_for_no_other() -> None:
    style = (ROOT / "templates/assets/dossier.css").read_text("utf-8")
    assert {part.partition('"')[0] for part in style.split('url("fonts/')[1:]} == {face.file for face in FACES}


def test_the_signs_are_each_told_once() -> None:
    assert len(set(SIGNS)) == len(SIGNS)


def test_what_is_there_is_left_alone_and_what_is_missing_is_made_again_byte_for_byte(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(ROOT / FOLDER, tmp_path / "fonts"))
    before = {file.name: file.stat().st_mtime_ns for file in folder.iterdir()}
    hatch_build.make(folder)
    assert {file.name: file.stat().st_mtime_ns for file in folder.iterdir()} == before
    lost = folder / "dossier-sans-semibold.woff2"
    lost.unlink()
    hatch_build.make(folder)
    assert lost.read_bytes() == (ROOT / FOLDER / lost.name).read_bytes()


def test_a_face_older_than_the_recipe_is_made_anew(tmp_path: Path) -> None:
    face = tmp_path / "dossier-sans-regular.woff2"
    face.write_bytes(b"an old face")
    assert hatch_build.is_current(face)
    os.utime(face, (0, 0))
    assert not hatch_build.is_current(face)
