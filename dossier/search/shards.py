"""Shards: the lines of all terms cut by their first letters, so that each file is worth its request."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from string import ascii_lowercase, digits

from msgspec import Struct

from dossier.search.script import Script, literal

MOST = 16_000  # characters of a shard: about 6 KB as it travels; a term that needs more has a shard of its own
PLAIN = frozenset(ascii_lowercase + digits)


class Line(Struct, frozen=True, kw_only=True):
    """A term with all that is found under it."""

    term: str
    words: str


class Range(Struct, frozen=True, kw_only=True):
    """The lines of all terms from ``bound`` up to the next range."""

    bound: str
    lines: tuple[Line, ...]

    @property
    def size(self) -> int:
        return sum(len(line.words) + 1 for line in self.lines)


def ordered(found: Iterable[str]) -> list[str]:
    """Terms as a browser orders them: by their UTF-16 code units."""
    return sorted(found, key=lambda term: term.encode("utf-16-be"))


def shards(lines: Sequence[Line]) -> tuple[list[str], tuple[Script, ...]]:
    """The bound of each shard, in order, and the shards."""
    ranges = list(merged(cut(Range(bound="", lines=tuple(lines)))))
    made = (Script(name=named(each.bound), data=literal("\n".join(x.words for x in each.lines))) for each in ranges)
    return [each.bound for each in ranges], tuple(made)


def named(bound: str) -> str:
    """A name that every disk can hold, that no two bounds share, and that is no name of a device."""
    return "t-" + "".join(char if char in PLAIN else f"_{ord(char):x}" for char in bound)


def cut(whole: Range) -> Iterator[Range]:
    """A range cut by one letter more, and again, until each is small or holds one term."""
    if whole.size <= MOST or len(whole.lines) == 1:
        yield whole
        return
    length = len(whole.bound) + 1
    for bound, lines in groupby(whole.lines, key=lambda line: line.term[:length]):
        part = Range(bound=bound, lines=tuple(lines))
        yield from cut(part) if len(bound) == length else (part,)  # a term that is a bound itself goes no further


def merged(ranges: Iterable[Range]) -> Iterator[Range]:
    """Neighbours put together as long as both are small."""
    held: Range | None = None
    for each in ranges:
        if held and held.size + each.size <= MOST:
            held = Range(bound=held.bound, lines=held.lines + each.lines)
        else:
            yield from (held,) if held else ()
            held = each
    yield from (held,) if held else ()
