"""Marks: how a construct travels through Python-Markdown, as characters that no author can type and it never touches.

They are noncharacters (U+FDD0 to U+FDEF), which Unicode keeps for a program's own use and the readers of files refuse.
"""

import re
from functools import lru_cache

OPEN, CLOSE, WHOLE, LINE = "\ufdda", "\ufddb", "\ufddc", "\ufddd"
END = "\ufddf"
HOLE = "\ufde0"  # stands for each character that the scan must not look at
SLAB = "\ufde1"  # likewise, where it is a block of its own

DIGITS = "".join(chr(0xFDD0 + digit) for digit in range(10))
WRITTEN = str.maketrans("0123456789", DIGITS)
READ = str.maketrans(DIGITS, "0123456789")

MARK = re.compile(f"([{OPEN}{CLOSE}{WHOLE}{LINE}])([{DIGITS}]+){END}")
CONSTRUCT_MARK = re.compile(f"([{OPEN}{CLOSE}{WHOLE}])([{DIGITS}]+){END}")
LINE_MARK = re.compile(f"{LINE}[{DIGITS}]+{END}")
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


def without_foreign(text: str) -> str:
    """The text with what could pass for a mark, or for Python-Markdown's own, replaced one for one."""
    return FOREIGN.sub("\ufffd", text)
