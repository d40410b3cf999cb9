"""Pictures of words: a text broken into lines by measured widths, and an SVG drawn as PNG, in two faces of its own.

What draws them is an extra of the package, so each of these promises begins with looking for it.
"""

import unicodedata
from collections.abc import Iterator
from enum import Enum
from functools import cache

from msgspec import Struct

from dossier.problems import DossierError

SAFETY = 1.01  # of a measured width: kerning, which is not measured, rarely adds and never as much as this


class Face(Enum):
    """The faces in which a picture may set its words, by the name of their font file."""

    TITLE = "SourceSerifProSemibold"
    TEXT = "SourceSansPro"
    STRONG = "SourceSansProSemibold"


class Widths(Struct, frozen=True, kw_only=True):
    """How wide each letter of a face is at a size of 1."""

    by_letter: dict[int, float]

    def of(self, words: str) -> float:
        """The width of some words at a size of 1; a letter that the face lacks is as wide as it is high."""
        return SAFETY * sum(self.by_letter.get(ord(letter), 1.0) for letter in words)


class Box(Struct, frozen=True, kw_only=True):
    """Where words are to stand: a face and its size, and how many lines of what width there are."""

    face: Face
    size: float
    width: float
    lines: int


def refuse_without_extra() -> None:
    """Makes sure that pictures can be drawn.

    Raises:
        DossierError: when the extra is not installed.
    """
    try:
        import font_source_sans_pro  # noqa: F401  # here, since only share cards need these
        import font_source_serif_pro  # noqa: F401
        import fontTools  # noqa: F401
        import resvg_py  # noqa: F401
    except ImportError as error:
        wanted = "`share_cards: true` needs the extra `cards`; run `pip install 'explainer-dossier[cards]'`"
        raise DossierError(wanted) from error


def can_set(words: str, face: Face) -> bool:
    """Whether a face has every letter of some words."""
    return all(ord(letter) in widths(face).by_letter for letter in composed(words))


def wrapped(words: str, box: Box) -> tuple[str, ...]:
    """The words in lines that fit their box; what is too much for it ends in an ellipsis."""
    room = box.width / box.size
    lines = list(broken(composed(words), room, widths(box.face)))
    if len(lines) <= box.lines:
        return tuple(lines)
    kept = lines[: box.lines]
    return (*kept[:-1], ended(kept[-1], room, widths(box.face)))


def fits(words: str, box: Box) -> bool:
    """Whether the words need no more than the lines of their box."""
    return len(list(broken(composed(words), box.width / box.size, widths(box.face)))) <= box.lines


def broken(words: str, room: float, letters: Widths) -> Iterator[str]:
    """Lines of a width, broken at spaces, and within a word only where it alone is too long."""
    line = ""
    for word in (part for whole in words.split() for part in parts(whole, room, letters)):
        longer = f"{line} {word}" if line else word
        if letters.of(longer) <= room:
            line = longer
        else:
            yield line
            line = word
    if line:
        yield line


def parts(word: str, room: float, letters: Widths) -> Iterator[str]:
    """A word in as few parts as fit a line each."""
    part = ""
    for letter in word:
        if part and letters.of(part + letter) > room:
            yield part
            part = ""
        part += letter
    yield part


def ended(line: str, room: float, letters: Widths) -> str:
    """A line with an ellipsis at its end, shortened by words until that fits, and by letters where it is one word."""
    while line and letters.of(f"{line}…") > room:
        line = line.rpartition(" ")[0] or line[:-1]
    return f"{line.rstrip(' ,;:–-')}…"


def composed(words: str) -> str:
    """Words with each letter and its accents as one character, as fonts have them."""
    return unicodedata.normalize("NFC", words)


@cache
def widths(face: Face) -> Widths:
    """The widths of a face's letters, from its font file."""
    from fontTools.ttLib import TTFont

    with TTFont(font_file(face), lazy=True) as font:
        em, advances = font["head"].unitsPerEm, font["hmtx"]
        return Widths(by_letter={letter: advances[glyph][0] / em for letter, glyph in font.getBestCmap().items()})


def font_file(face: Face) -> str:
    """Where the font file of a face is, as its package says."""
    import font_source_sans_pro
    import font_source_serif_pro

    files: dict[str, str] = font_source_serif_pro.font_files_otf | font_source_sans_pro.font_files_otf
    return files[face.value]


def as_png(svg: str) -> bytes:
    """A picture drawn at its own size; only our own faces are used, so that it is the same on every machine."""
    import resvg_py

    faces = [font_file(face) for face in Face]
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, font_files=faces, skip_system_fonts=True))
