"""Marks: how a construct travels through Python-Markdown, as characters that no author can type and it never touches.

They are noncharacters (U+FDD0 to U+FDEF), which Unicode keeps for a program's own use and the readers of files refuse.
"""

import re
from functools import lru_cache

OPEN, CLOSE, WHOLE, LINE = "\ufdda", "\ufddb", "\ufddc", "\ufddd"
KINDS = frozenset((OPEN, CLOSE, WHOLE, LINE))
END = "\ufddf"
HOLE = "\ufde0"  # stands for each character that the scan must not look at
SLAB = "\ufde1"  # likewise, where it is a block of its own

DIGITS = "".join(chr(0xFDD0 + digit) for digit in range(10))
WRITTEN = str.maketrans("0123456789", DIGITS)
READ = str.maketrans(DIGITS, "0123456789")

MARK = re.compile(f"([{OPEN}{CLOSE}{WHOLE}{LINE}])([{DIGITS}]+){END}")
FOREIGN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef]")


def mark(kind: str, number: int) -> str:
    """The mark of one end, or the whole, of a numbered construct; or of a line."""
    return f"{kind}{written(number)}{END}"


@lru_cache(maxsize=4096)
def written(number: int) -> str:
    """A number in the digits of marks."""
    return str(number).translate(WRITTEN)


@lru_cache(maxsize=4096)
def number(digits: str) -> int:
    """The number in a mark."""
    return int(digits.translate(READ))


def parted(text: str) -> tuple[list[tuple[str, str, int]], str]:
    """Each mark of a text, by its kind and number, behind what stands before it; and what stands behind the last.

    As ``MARK`` finds them, but a split at the one letter that ends each is many times as fast.
    """
    *pieces, last = text.split(END)
    found, before = [], ""
    for piece in pieces:
        head = piece.rstrip(DIGITS)
        if head != piece and head[-1:] in KINDS:
            found.append((before + head[:-1], head[-1], number(piece[len(head) :])))
            before = ""
        else:
            before += piece + END  # the library's emphasis can tear a mark, of which a part is text
    return found, before + last


def without_foreign(text: str) -> str:
    """The text with what could pass for a mark, or for Python-Markdown's own, replaced one for one."""
    return FOREIGN.sub("\ufffd", text)
