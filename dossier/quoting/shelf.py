"""The shelf: every archived text at hand, folded once, in which words are looked up."""

from bisect import bisect_right
from collections.abc import Mapping
from functools import cached_property
from hashlib import sha256
from itertools import accumulate

from msgspec import Struct

from dossier.model.key import SourceId
from dossier.quoting.archived import Archived, archived
from dossier.quoting.folding import folded, words


class ShelfText(Struct, frozen=True, dict=True):
    """One archived text: its blocks, and all of them folded into one line, a blank between two."""

    archived: Archived

    @cached_property
    def blocks(self) -> tuple[str, ...]:
        """The blocks, folded."""
        return tuple(folded(block.text) for block in self.archived.blocks)

    @cached_property
    def line(self) -> str:
        """All blocks as one line."""
        return " ".join(self.blocks)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where in the line each block begins."""
        return tuple(accumulate((len(block) + 1 for block in self.blocks[:-1]), initial=0))

    @cached_property
    def ranks(self) -> tuple[int, ...]:
        """For each block how many paragraphs have begun by then."""
        return tuple(accumulate(int(block.paragraph > 0) for block in self.archived.blocks))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of all blocks, folded and without case."""
        return tuple(word for block in self.archived.blocks for word in words(block.text))

    @cached_property
    def digest(self) -> str:
        """What tells this text from one that was changed in more than its spaces, dashes and quotation marks."""
        lines = (f"%% {b.part}\n{text}" for b, text in zip(self.archived.blocks, self.blocks, strict=True))
        return sha256("\n\n".join(lines).encode()).hexdigest()

    def block_at(self, offset: int) -> int:
        """The index of the block that an offset of the line stands in."""
        return bisect_right(self.starts, offset) - 1

    def rank(self, offset: int) -> int:
        """How many paragraphs have begun at an offset of the line: headings and captions part none."""
        return self.ranks[self.block_at(offset)]

    def cited(self, start: int, end: int) -> str:
        """How a stretch of the line is cited: ``¶3``, ``¶3–4``, ``caption``."""
        first, last = (self.archived.blocks[self.block_at(at)] for at in (start, max(start, end - 1)))
        if first.label == last.label:
            return first.label
        if first.paragraph and last.paragraph:
            return f"¶{first.paragraph}–{last.paragraph}"
        return f"{first.label}, {last.label}"


Shelf = Mapping[SourceId, ShelfText]


def shelf(archive: Mapping[str, str]) -> Shelf:
    """The archived texts by source; one without a word is as good as none."""
    texts = {SourceId(id): archived(text) for id, text in sorted(archive.items())}
    return {id: ShelfText(text) for id, text in texts.items() if text.blocks}
