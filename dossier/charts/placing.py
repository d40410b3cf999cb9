"""Words beside their points, where nothing else stands."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from dossier.charts import NARROWEST, across, down

LETTER = 0.58  # ems: figures and most letters of a plain sans-serif face are narrower
LINE = 1.2  # ems from one line of words to the next
ROUGHLY = 0.15  # ems that words keep from what is drawn


class Box(Struct, frozen=True, kw_only=True):
    """What takes up room, in ems at the narrowest width."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        is_beside = self.right <= other.left or other.right <= self.left
        return not is_beside and self.top < other.bottom and other.top < self.bottom

    def is_within(self, other: "Box") -> bool:
        fits_across = other.left <= self.left and self.right <= other.right
        return fits_across and other.top <= self.top and self.bottom <= other.bottom


class Line(Struct, frozen=True, kw_only=True):
    """A line from one place to another, as SVG has it."""

    x1: str
    y1: str
    x2: str
    y2: str


class Words(Struct, frozen=True, kw_only=True):
    """Words at a place; ``dx`` is how far they stand from it."""

    text: str
    x: str
    y: str
    dx: str = ""
    anchor: str = "start"


class Segment(Struct, frozen=True, kw_only=True):
    """A line from one place to another: across in percent, down in ems."""

    x1: float
    y1: float
    x2: float
    y2: float

    @property
    def line(self) -> Line:
        return Line(x1=across(self.x1), y1=down(self.y1), x2=across(self.x2), y2=down(self.y2))

    @property
    def box(self) -> Box:
        left, right = sorted((ems(self.x1), ems(self.x2)))
        top, bottom = sorted((self.y1, self.y2))
        return Box(left=left - 0.1, top=top - 0.1, right=right + 0.1, bottom=bottom + 0.1)


class Place(Struct, frozen=True, kw_only=True):
    """Where words stand: how they are anchored, how far from the point, and on which line."""

    anchor: str
    shift: float
    y: float


def width(words: str) -> float:
    """The room that words take, in ems."""
    return len(words) * LETTER


def percent(ems: float) -> float:
    """A part of the narrowest width."""
    return ems / NARROWEST * 100


def ems(percent: float) -> float:
    """A place across at the narrowest width."""
    return percent / 100 * NARROWEST


def placed(words: str, point: Box, taken: Iterable[Box], within: Box) -> Place | None:
    """The nearest free place for the words of a point; None where there is none."""
    taken = tuple(taken)
    for place in around(point):
        box = covered(words, place, (point.left + point.right) / 2)
        if box.is_within(within) and not any(box.meets(other) for other in taken):
            return place
    return None


def around(point: Box) -> Iterator[Place]:
    """Places about a point, the best first: above and below it, beside it, then farther off."""
    middle, half = (point.top + point.bottom) / 2, (point.right - point.left) / 2 + 0.35
    for line in range(4):
        for y in (point.top - 0.4 - line * LINE, point.bottom + 1.0 + line * LINE):
            yield from (Place(anchor=anchor, shift=0.0, y=y) for anchor in ("middle", "start", "end"))
        if line == 0:
            yield Place(anchor="start", shift=half, y=middle + 0.35)
            yield Place(anchor="end", shift=-half, y=middle + 0.35)


def covered(words: str, place: Place, x: float) -> Box:
    """The room that words take at a place about a point."""
    wide, start = width(words), x + place.shift
    left = {"start": start, "middle": start - wide / 2, "end": start - wide}[place.anchor]
    return Box(left=left - ROUGHLY, top=place.y - 0.85, right=left + wide + ROUGHLY, bottom=place.y + 0.3)
