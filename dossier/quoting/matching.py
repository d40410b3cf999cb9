"""Looking a quotation up in an archived text: letter for letter, but for what it leaves out or puts in brackets."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct

from dossier.quoting.pattern import Joint, Pattern, Piece
from dossier.quoting.shelf import ShelfText

REACH = 60  # characters; a bracket stands for a name or a few words, and what is longer is left out with a gap
LETTERS = re.compile(r"\s?\w{0,20}\s?")
POSSESSIVE = re.compile(r"'s(?!\w)")


class Passage(Struct, frozen=True, kw_only=True):
    """A stretch of a text's line."""

    start: int
    end: int


def passages(pattern: Pattern, text: ShelfText) -> tuple[Passage, ...]:
    """Every passage that a quotation may quote, in reading order; none for one without words.

    Each piece is joined to the nearest end of the one before, which is the best of all, so that the time grows with
    the length of the text alone.
    """
    reached: list[Passage] = []
    for number, piece in enumerate(pattern.pieces):
        spots = occurrences(piece, text.line)
        if number:
            reached = list(following(piece, spots, reached, text))
        else:
            reached = [Passage(start=at, end=at + len(piece.words)) for at in spots]
        if not reached:
            break
    return tuple(reached)


def occurrences(piece: Piece, line: str) -> Iterator[int]:
    """Where a piece stands in whole words."""
    at = line.find(piece.words)
    while at >= 0:
        if (piece.begins_inside or begins(line, at)) and (piece.ends_inside or ends(line, at + len(piece.words))):
            yield at
        at = line.find(piece.words, at + 1)


def begins(line: str, at: int) -> bool:
    """Whether a word or a number begins here, or none goes on."""
    before, here = line[max(0, at - 2) : at], line[at]
    if not (here.isalnum() and before):
        return True
    return not before[-1].isalnum() and not (here.isdigit() and before[-1] in ".," and before[0].isdigit())


def ends(line: str, at: int) -> bool:
    """Whether a word or a number ends here, or none goes on; ``can`` does not end within ``can't``."""
    last, after = line[at - 1], line[at : at + 2]
    if not (last.isalnum() and after):
        return True
    if after[0] == "'" and after[1:].isalnum():
        return POSSESSIVE.match(line, at) is not None
    return not after[0].isalnum() and not (last.isdigit() and after[0] in ".," and after[1:].isdigit())


def following(piece: Piece, spots: Iterator[int], reached: Sequence[Passage], text: ShelfText) -> Iterator[Passage]:
    """The passages that go on with a piece."""
    stops = [passage.end for passage in reached]
    for at in spots:
        nearest = bisect_right(stops, at) - 1
        if nearest >= 0 and are_joined(piece.joint, stops[nearest], at, text):
            yield Passage(start=reached[nearest].start, end=at + len(piece.words))


def are_joined(joint: Joint, stop: int, start: int, text: ShelfText) -> bool:
    """Whether a piece that begins at ``start`` may go on from one that ends at ``stop``."""
    match joint:
        case Joint.GAP:
            return text.rank(start) - text.rank(stop - 1) <= 1
        case Joint.CHANGE:
            return start - stop <= REACH
        case Joint.LETTERS:
            return LETTERS.fullmatch(text.line, stop, start) is not None
