"""An archived full text as blocks: paragraphs that can be counted, and parts that are cited by a word."""

from msgspec import Struct

from dossier.model.prose import PARTS


class Block(Struct, frozen=True, kw_only=True):
    """A stretch of a text between blank lines: the number of its paragraph, or the word that it is cited by."""

    text: str
    paragraph: int = 0
    part: str = ""

    @property
    def label(self) -> str:
        """How the block is cited: ``¶3``, ``caption``."""
        return self.part or f"¶{self.paragraph}"


class Archived(Struct, frozen=True, kw_only=True):
    """The blocks of a text, in reading order."""

    blocks: tuple[Block, ...]

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs, from 1."""
        return tuple(block.text for block in self.blocks if block.paragraph)

    @property
    def parts(self) -> frozenset[str]:
        """The words that blocks of this text are cited by."""
        return frozenset(block.part for block in self.blocks if block.part)

    def part(self, word: str) -> tuple[str, ...]:
        """The blocks that a word names; a page may have several captions."""
        return tuple(block.text for block in self.blocks if block.part == word)


def archived(text: str) -> Archived:
    """The blocks of a text, which blank lines separate; one that begins ``%% caption`` is no paragraph."""
    found: list[Block] = []
    count = 0
    for stretch in stretches(text):
        first, _, rest = stretch.partition("\n")
        word = first.removeprefix("%%").strip()
        if first.startswith("%%") and word in PARTS:
            found.append(Block(text=rest.strip(), part=word))
        else:
            count += 1
            found.append(Block(text=stretch, paragraph=count))
    return Archived(blocks=tuple(found))


def stretches(text: str) -> list[str]:
    """The stretches of a text between blank lines."""
    found: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.strip():
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return ["\n".join(lines) for lines in found if lines]
