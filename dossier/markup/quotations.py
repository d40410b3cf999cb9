"""Quotations: their plain words, and the citation each is to be checked against."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dossier.markup.units import Stretch, Words, spoken
from dossier.model.prose import Citation, Quotation, Reference, Side, Slot, UnitKind

# A stop ends a sentence unless a small letter follows, or it belongs to a short title, a month or an initial: "Gen.".
SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})(?<!\b[A-Z][a-z]{3})"
    r"[.!?…][\"”’»)\]]*\s+(?![\sa-zß-öø-ÿ])"
)
ONLY_STOPS = re.compile(r"[\s.,;:!?)\"”»]*")
ELSEWHERE = "\ufffc"  # what a reference prints: words, and no end of a sentence

References = Mapping[int, Reference]


@dataclass(frozen=True, kw_only=True)
class Block:
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
    for at, item in enumerate(stretch.words):
        if isinstance(item, str) or not isinstance(quotation := references[item.reference], Quotation):
            continue
        if item.side is Side.OPEN:
            opened[item.reference] = at
            continue
        start = opened[item.reference]
        words = plain(stretch.words[start + 1 : at], references)
        cited = following(stretch.words[at + 1 :], words, references)
        cited = preceding(stretch.words[:start], references) if cited is None else cited
        yield item.reference, replace(quotation, words=words, citation=cited)


def following(rest: Words, quoted: str, references: References) -> int | None:
    """The next citation in a quotation's sentence; in brackets it may stand behind the full stop."""
    between = "." if quoted.endswith(".") else ""
    for item in rest:
        if isinstance(item, str):
            between += item
        elif isinstance(citation := references[item.reference], Citation):
            sentence = between + ELSEWHERE if citation.narrative else between.rstrip()
            return None if SENTENCE_END.search(sentence) else item.reference
        else:
            between += ELSEWHERE
    return None


def preceding(before: Words, references: References) -> int | None:
    """The source that a sentence begins with: ``@id says "…"``."""
    between = ELSEWHERE
    for item in reversed(before):
        if isinstance(item, str):
            between = item + between
        elif isinstance(citation := references[item.reference], Citation) and citation.narrative:
            return None if SENTENCE_END.search(between) else item.reference
        else:
            between = ELSEWHERE + between
    return None
