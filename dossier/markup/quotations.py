"""Quotations: their plain words, and the citation each is to be checked against."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from dossier.markup.units import Stretch, Words, spoken
from dossier.model.prose import Citation, Quotation, Reference, Side, Slot, UnitKind

ELSEWHERE = "\ufffc"  # what a reference prints: words, and no end of a sentence
# A full stop ends a sentence unless a small letter follows, or it belongs to a short title, a month or an initial, as
# in "Gen."; other marks do not when a quotation ends with them: "Why?" he asked.
SENTENCE_END = re.compile(
    r"(?:\.(?<!\b[A-Z]\.)(?<!\b[A-Z][a-z]\.)(?<!\b[A-Z][a-z]{2}\.)(?<!\b[A-Z][a-z]{3}\.)"
    rf"[\"”’»)\]{ELSEWHERE}]*|[!?…][\"”’»)\]]*)\s+(?![\sa-zß-öø-ÿ])"
)
ONLY_STOPS = re.compile(r"[\s.,;:!?)\"”»]*")

References = Mapping[int, Reference]


class Block(Struct, frozen=True, kw_only=True):
    """A block quotation: where its words end in its unit, and the number of the citation that follows them."""

    stop: int
    citation: int
    inner: frozenset[int]  # the quotations within it, whose marks are among its words


def block(stretch: Stretch, references: References) -> Block | None:
    """What a ``>`` block quotes, if a citation ends it."""
    if stretch.kind is not UnitKind.QUOTE:
        return None
    for at in range(len(stretch.words) - 1, -1, -1):
        item = stretch.words[at]
        if isinstance(item, str):
            if not ONLY_STOPS.fullmatch(item):
                return None
        elif isinstance(references[item.reference], Citation):
            slots = [slot.reference for slot in stretch.words[:at] if isinstance(slot, Slot)]
            inner = frozenset(number for number in slots if isinstance(references[number], Quotation))
            return Block(stop=at, citation=item.reference, inner=inner)
        elif item.side is Side.WHOLE:
            return None
    return None


def plain(words: Sequence[str | Slot], references: References) -> str:
    """The words of a run of a unit, on one line."""
    said = (item if isinstance(item, str) else spoken(references[item.reference]) for item in words)
    return " ".join("".join(said).split())


def quotations(stretch: Stretch, references: References) -> Iterator[tuple[int, Quotation]]:
    """The quotations of a unit, by number, with their words and their citation."""
    opened: dict[int, int] = {}
    sentences = None
    for at, item in enumerate(stretch.words):
        if isinstance(item, str) or not isinstance(quotation := references[item.reference], Quotation):
            continue
        if item.side is Side.OPEN:
            opened[item.reference] = at
            continue
        start = opened[item.reference]
        sentences = sentences or Sentences(stretch.words, references)
        cited = sentences.cited(start, at)
        yield item.reference, replace(quotation, words=plain(stretch.words[start + 1 : at], references), citation=cited)


class Sentences:
    """The words of a unit as one text, in which sentences end and citations stand."""

    def __init__(self, words: Words, references: References) -> None:
        texts = [item if isinstance(item, str) else ELSEWHERE for item in words]
        self.offsets = tuple(accumulate(map(len, texts), initial=0))  # where each item begins
        self.begins = [found.end() for found in SENTENCE_END.finditer("".join(texts))]
        cited = [
            (self.offsets[at], item.reference, citation.narrative)
            for at, item in enumerate(words)
            if isinstance(item, Slot) and isinstance(citation := references[item.reference], Citation)
        ]
        self.citations = cited
        self.narrative = [each for each in cited if each[2]]

    def cited(self, opening: int, closing: int) -> int | None:
        """The citation of a quotation between two items: the next in its sentence, else the source it begins with."""
        next_one = self.following(self.offsets[closing + 1])
        return self.preceding(self.offsets[opening]) if next_one is None else next_one

    def following(self, offset: int) -> int | None:
        """The next citation in the sentence; in brackets it may stand right behind the full stop."""
        at = bisect_left(self.citations, (offset, 0, False))
        if at == len(self.citations):
            return None
        here, number, narrative = self.citations[at]
        return None if self.ends(offset, here if narrative else here - 1) else number

    def preceding(self, offset: int) -> int | None:
        """The citation that is the sentence's own: ``@id says "…"``."""
        at = bisect_left(self.narrative, (offset, 0, False))
        if not at:
            return None
        here, number, _ = self.narrative[at - 1]
        return None if self.ends(here + 1, offset) else number

    def ends(self, start: int, stop: int) -> bool:
        """Whether a sentence begins between two offsets, both included."""
        return bisect_left(self.begins, start) < bisect_right(self.begins, stop)
