"""Makes the typefaces of the look when the package is built, or linked to this folder: once, then they are there.

The templates are compiled too, since that takes longer than to make a hundred pages.

Fonttools cuts each face down to the letters and signs of ``CHARACTERS`` and packs it for the web. The licence asks that
a font so changed bears another name than that of its makers: the families are called Dossier Serif and Dossier Sans.
"""

import io
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FOLDER = Path("templates", "assets", "fonts")
COMPILED = Path("dossier", "templates.bin")

LATIN = (range(0x20, 0x7F), range(0xA0, 0x180))  # Basic Latin, Latin-1, Latin Extended-A: Europe's Latin alphabets
SIGNS = "‐–—―‘’‚“”„†‡•…‰′″‹›⁄€№™−≈≠≤≥←↑→↓↗✓ﬁﬂ"
CHARACTERS = frozenset(code for block in LATIN for code in block) | frozenset(map(ord, SIGNS))

# Kerning, ligatures, accents over letters, letters as one's language has them, and the four kinds of figures.
FEATURES = ("kern", "liga", "mark", "locl", "case", "lnum", "tnum", "onum", "pnum")
ENGLISH = (3, 1, 0x409)  # platform, encoding and language of the names that every system of today reads
KEPT_NAMES = (0, 5, 13, 14)  # copyright, version, licence and where to read it
SMOOTH = {0xFFFF: 0x0A}  # at every size: without hints, smoothing both ways is what Windows draws best


@dataclass(frozen=True, kw_only=True)
class Family:
    """A family of faces as readers' browsers know it, and the package that its files come from."""

    name: str
    package: str

    @property
    def slug(self) -> str:
        return self.name.lower().replace(" ", "-")


@dataclass(frozen=True, kw_only=True)
class Face:
    """One face of a family, and the file that it is cut from."""

    family: Family
    style: str
    original: str

    @property
    def file(self) -> str:
        return f"{self.family.slug}-{self.style.lower()}.woff2"


SERIF = Family(name="Dossier Serif", package="font_source_serif_pro")
SANS = Family(name="Dossier Sans", package="font_source_sans_pro")
FACES = (
    Face(family=SERIF, style="Regular", original="SourceSerifPro-Regular.ttf"),
    Face(family=SERIF, style="Italic", original="SourceSerifPro-It.ttf"),
    Face(family=SERIF, style="Semibold", original="SourceSerifPro-Semibold.ttf"),
    Face(family=SANS, style="Regular", original="SourceSansPro-Regular.ttf"),
    Face(family=SANS, style="Semibold", original="SourceSansPro-Semibold.ttf"),
)


class Typefaces(BuildHookInterface[BuilderConfig]):
    """What hatchling calls before it gathers the files of a wheel, an editable install or a source distribution."""

    def initialize(self, version: str, build_data: dict[str, object]) -> None:
        """The faces and the compiled templates are there when the files are gathered."""
        root = Path(self.root)
        make(root / FOLDER)
        if (root / "dossier" / "templates.py").is_file():
            put(root / COMPILED, compiled(root))


def make(folder: Path) -> None:
    """Every face and licence in this folder; what is there and no older than this file is left alone."""
    folder.mkdir(parents=True, exist_ok=True)
    for face in FACES:
        if not is_current(folder / face.file):
            put(folder / face.file, cut(face))
    for family in (SERIF, SANS):
        licence = folder / f"{family.slug}-licence.txt"
        if not is_current(licence):
            put(licence, original(family, "LICENSE.txt"))


def compiled(root: Path) -> bytes:
    """The templates as this Python's Jinja compiles them."""
    sys.path.insert(0, str(root))
    try:
        from dossier import templates  # here, since the program is no part of what builds it
    finally:
        sys.path.remove(str(root))
    folder = root / "templates"
    found = sorted((*folder.rglob("*.html"), *folder.glob("*.svg"), *folder.glob("*.js")))
    return templates.packed({path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in found})


def is_current(file: Path) -> bool:
    """Whether the file was made by this version of the hook; those of a source distribution are all of one time."""
    return file.is_file() and file.stat().st_mtime >= Path(__file__).stat().st_mtime


def put(file: Path, data: bytes) -> None:
    """The file, whole or not at all: half a face would pass for a current one."""
    beginning = file.with_name(f".{file.name}.tmp")
    beginning.write_bytes(data)
    beginning.replace(file)


def original(family: Family, name: str) -> bytes:
    """A file of the package that the family comes from."""
    return resources.files(family.package).joinpath("files", name).read_bytes()


def cut(face: Face) -> bytes:
    """The face as WOFF2, with the characters and features that are wanted and under its own name."""
    from fontTools import subset, ttLib  # here, since a build that finds the faces in place needs no fonttools

    options = subset.Options(layout_features=FEATURES, name_IDs=KEPT_NAMES, hinting=False, notdef_outline=True)
    font = ttLib.TTFont(io.BytesIO(original(face.family, face.original)), recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=CHARACTERS)
    cutter.subset(font)
    for id, name in names(face, version=font["name"].getDebugName(5)):
        font["name"].setName(name, id, *ENGLISH)
    font["gasp"] = ttLib.newTable("gasp")
    font["gasp"].gaspRange = SMOOTH
    font.flavor = "woff2"
    packed = io.BytesIO()
    font.save(packed)
    return packed.getvalue()


def names(face: Face, *, version: str) -> Iterator[tuple[int, str]]:
    """What the face calls itself, by the numbers that the name table has for family, style, the whole, and so on."""
    plain = f"{face.family.name.replace(' ', '')}-{face.style}"
    yield from ((1, face.family.name), (2, face.style), (3, f"{version};{plain}"))
    yield from ((4, f"{face.family.name} {face.style}"), (6, plain))
