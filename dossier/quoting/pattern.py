"""A quotation as a pattern: the words that must stand as they are, and what it leaves out or puts in brackets."""

import re
from enum import Enum
from functools import cached_property
from hashlib import sha256

from msgspec import Struct

from dossier.quoting.folding import folded

JOINT = re.compile(r"(?P<gap>\[\s*\.\.\.\s*\]|\(\s*\.\.\.\s*\)|\.\.\.)|\[(?P<change>[^\[\]]*)\]")
FINAL = " .,;:!?-'"  # what stands at the end of a quotation is the quoting sentence's as often as the quoted one's
BEFORE_GAP = " .,;:!?-"
BEHIND_GAP = " .,;:-"


class Joint(Enum):
    """What stands between a piece of a quotation and the one before."""

    GAP = "gap"  # words left out: the piece stands later in the same paragraph, or in the next
    CHANGE = "change"  # a bracket in place of words: the piece stands within a few words
    LETTERS = "letters"  # a bracket in place of letters, as in ``[U]S``: the piece stands in the same word or the next


class Piece(Struct, frozen=True, kw_only=True):
    """Words without a gap; a piece beside a bracketed letter begins or ends inside a word."""

    words: str
    joint: Joint = Joint.GAP
    begins_inside: bool = False
    ends_inside: bool = False


class Pattern(Struct, frozen=True, kw_only=True, dict=True):
    """The pieces of a quotation, in order."""

    pieces: tuple[Piece, ...]

    @cached_property
    def text(self) -> str:
        """The words that must stand, on one line."""
        return " ".join(piece.words for piece in self.pieces)

    @cached_property
    def digest(self) -> str:
        """What tells these words from all others, without saying them."""
        said = (f"{piece.joint.value} {piece.words}" for piece in self.pieces)
        return sha256("\n".join(said).encode()).hexdigest()


def pattern(quotation: str) -> Pattern:
    """The pieces of a quotation; those without a letter or a digit ask for nothing."""
    text = folded(quotation)
    joints = list(JOINT.finditer(text))
    edges = [0, *(at for joint in joints for at in joint.span()), len(text)]
    found: list[Piece] = []
    joint = Joint.GAP
    for number, (start, end) in enumerate(zip(edges[::2], edges[1::2], strict=True)):
        before = joints[number - 1] if number else None
        after = joints[number] if number < len(joints) else None
        joint = stronger(joint, before, text)
        words = trimmed(text[start:end], before, after)
        if any(char.isalnum() for char in words):
            found.append(
                Piece(
                    words=words,
                    joint=joint,
                    begins_inside=before is not None and is_letters(before, text) and text[start].isalnum(),
                    ends_inside=after is not None and is_letters(after, text) and text[end - 1].isalnum(),
                )
            )
            joint = Joint.LETTERS
    return Pattern(pieces=tuple(found))


def stronger(joint: Joint, before: re.Match[str] | None, text: str) -> Joint:
    """The wider of two joints that follow each other: a gap is wider than a change, and that than letters."""
    if before is None or joint is Joint.GAP or before["gap"]:
        return Joint.GAP
    return Joint.LETTERS if joint is Joint.LETTERS and is_letters(before, text) else Joint.CHANGE


def is_letters(joint: re.Match[str], text: str) -> bool:
    """Whether a bracket stands for letters of a word, since a word goes on before or behind it."""
    before, after = text[: joint.start()][-1:], text[joint.end() :][:1]
    return joint["gap"] is None and (before.isalnum() or after.isalnum())


def trimmed(words: str, before: re.Match[str] | None, after: re.Match[str] | None) -> str:
    """A piece without what belongs to the joints, and the last one without its final punctuation."""
    words = words.lstrip(BEHIND_GAP if before and before["gap"] else " ")
    return words.rstrip(FINAL if after is None else BEFORE_GAP if after["gap"] else " ")
