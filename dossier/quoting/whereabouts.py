"""Where in a file some words stand of which only the order is known."""

import re
from collections.abc import Sequence

from dossier.problems import Place
from dossier.quoting.folding import HYPHENS, SINGLE, words

INNER = re.escape(SINGLE + HYPHENS + ".,")
# As words are told apart after folding, but among the letters as they were typed.
TYPED = re.compile(rf"[^\W_]+(?:[{INNER}][^\W_]+)*")


def whereabouts(said: Sequence[str], text: str, start: Place) -> Place:
    """The place of the first of some words, at or behind a place; markup may stand between any two of them."""
    offset = at_line(text, start.line) + start.column - 1
    typed = [(found.start(), found.end(), words(found.group())) for found in TYPED.finditer(text, offset)]
    plain = [word[0] if len(word) == 1 else "" for _, _, word in typed]
    best, length = 0, 0
    for at in range(len(plain)):
        count = common(plain[at : at + len(said)], said)
        if count > length:
            best, length = at, count
    if not length:
        return start
    begin, end = typed[best][0], typed[best + length - 1][1]
    line_start = text.rfind("\n", 0, begin) + 1
    line_end = text.find("\n", begin)
    end = min(end, line_end if line_end >= 0 else len(text))
    line = text.count("\n", 0, begin) + 1
    return Place(path=start.path, line=line, column=begin - line_start + 1, width=end - begin)


def at_line(text: str, line: int) -> int:
    """The offset at which a line begins."""
    offset = 0
    for _ in range(line - 1):
        offset = text.find("\n", offset) + 1
    return offset


def common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words two runs begin with alike."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
