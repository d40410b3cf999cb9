"""The passage of an archived text that is most like words which do not stand in it."""

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher, get_close_matches

from msgspec import Struct

from dossier.quoting.folding import folded
from dossier.quoting.shelf import ShelfText

ENOUGH = 0.5  # of the words; a passage that shares fewer is not what was meant
LONGEST = 40  # words of a passage that are shown
CANDIDATES = 5  # the windows that are compared word by word, which takes much longer than counting
EDGES = " .,;:!?-–—…\"“”‘’'«»()[]"
SPACED = re.compile(r"\S+")


class Near(Struct, frozen=True, kw_only=True):
    """A passage in the words of its source, where it stands there, and how much of it is alike."""

    words: str
    where: str
    likeness: float


def nearest(quotation: str, text: ShelfText) -> Near | None:
    """The passage of a text that shares most words with a quotation, if it shares at least half of them."""
    wanted = [plain(word) for word in SPACED.findall(quotation) if plain(word)]
    near = [found for block in text.archived.blocks if (found := in_block(wanted, block.text, block.label))]
    best = max(near, key=lambda found: found.likeness, default=None)
    return best if best and best.likeness >= ENOUGH else None


def in_block(wanted: Sequence[str], block: str, where: str) -> Near | None:
    """The best window of one block; the first of equals."""
    spans = [found.span() for found in SPACED.finditer(block)]
    words = [plain(block[start:end]) for start, end in spans]
    if len(wanted) == 1:
        return one_word(wanted[0], words, where)
    shared = overlaps(words, wanted)
    starts = sorted(range(len(shared)), key=lambda at: (-shared[at], at))[:CANDIDATES]
    windows = [aligned(words, at, wanted) for at in starts if shared[at]]
    best = max(windows, key=lambda window: likeness(words[slice(*window)], wanted), default=None)
    if best is None:
        return None
    first, last = best[0], min(best[1], best[0] + LONGEST)
    shown = " ".join(block[spans[first][0] : spans[last - 1][1]].split()).strip(EDGES)
    cut = " …" if last < best[1] else ""
    return Near(words=shown + cut, where=where, likeness=likeness(words[slice(*best)], wanted))


def one_word(wanted: str, words: Sequence[str], where: str) -> Near | None:
    """The word of a block that is spelled most like another."""
    alike = get_close_matches(wanted, words, n=1)
    return Near(words=alike[0], where=where, likeness=likeness(alike[0], wanted)) if alike else None


def plain(word: str) -> str:
    """A word for comparing: without case and the marks around it."""
    return folded(word).casefold().strip(EDGES)


def overlaps(words: Sequence[str], wanted: Sequence[str]) -> list[int]:
    """For each window as long as the quotation, how many of its words the quotation has too."""
    size, have = len(wanted), Counter(wanted)
    inside: Counter[str] = Counter()
    shared, counts = 0, []
    for at, word in enumerate(words):
        inside[word] += 1
        shared += inside[word] <= have[word]
        if at >= size:
            gone = words[at - size]
            shared -= inside[gone] <= have[gone]
            inside[gone] -= 1
        if at >= size - 1:
            counts.append(shared)
    return counts or [shared]


def aligned(words: Sequence[str], at: int, wanted: Sequence[str]) -> tuple[int, int]:
    """A window moved so that the words it shares stand as far from its edges as they do in the quotation."""
    window = words[at : at + len(wanted)]
    alike = SequenceMatcher(None, window, wanted, autojunk=False).get_matching_blocks()[:-1]
    first, last = alike[0], alike[-1]
    begin = at + first.a - first.b
    end = at + last.a + len(wanted) - last.b
    return max(0, begin), min(len(words), end)


def likeness(words: Sequence[str], wanted: Sequence[str]) -> float:
    """How alike two runs of words are, from 0 to 1."""
    return SequenceMatcher(None, words, wanted, autojunk=False).ratio()
