"""Runs of words that a text shares with archived ones."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from dossier.model.key import SourceId
from dossier.quoting.folding import words
from dossier.quoting.shelf import Shelf

RUN = 12  # words; shorter runs are shared by chance, by names and titles of office


class Shared(Struct, frozen=True, kw_only=True):
    """A run of words and the source that has it: where it begins in the words given, and how long it is."""

    source: SourceId
    start: int
    length: int


class Index:
    """Every run of archived words, so that a text is read once however many texts are archived."""

    def __init__(self, shelf: Shelf) -> None:
        self.found: dict[tuple[str, ...], tuple[SourceId, int]] = {}
        self.words = {id: text.words for id, text in shelf.items()}
        for id, said in self.words.items():
            for at in range(len(said) - RUN + 1):
                self.found.setdefault(said[at : at + RUN], (id, at))

    def has_run(self, text: str) -> bool:
        """Whether a text shares any run, no matter what stands between its words."""
        return any(self.shared(words(text)))

    def shared(self, said: Sequence[str]) -> Iterator[Shared]:
        """The longest runs that some words share with an archived text, one after the other."""
        at = 0
        while at <= len(said) - RUN:
            hit = self.found.get(tuple(said[at : at + RUN]))
            if hit is None:
                at += 1
                continue
            length = RUN + self.further(said, at + RUN, hit[0], hit[1] + RUN)
            yield Shared(source=hit[0], start=at, length=length)
            at += length

    def further(self, said: Sequence[str], at: int, source: SourceId, there: int) -> int:
        """How many more words two texts share from here on."""
        other, count = self.words[source], 0
        while at + count < len(said) and there + count < len(other) and said[at + count] == other[there + count]:
            count += 1
        return count
