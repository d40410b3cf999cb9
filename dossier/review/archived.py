"""An archived full text as blocks: paragraphs that can be counted, and parts that are cited by a word."""

from dataclasses import dataclass

from dossier.markup.locators import WORDS


@dataclass(frozen=True, kw_only=True)
class Archived:
    """The paragraphs of a text, from 1, and the other parts by their word, in reading order."""

    paragraphs: tuple[str, ...]
    parts: tuple[tuple[str, str], ...]

    def part(self, word: str) -> tuple[str, ...]:
        """The blocks that a word names; a page may have several captions."""
        return tuple(text for name, text in self.parts if name == word)


def archived(text: str) -> Archived:
    """The blocks of a text, which blank lines separate; one that begins ``%% caption`` is no paragraph."""
    paragraphs: list[str] = []
    parts: list[tuple[str, str]] = []
    for block in blocks(text):
        first, _, rest = block.partition("\n")
        word = first.removeprefix("%%").strip()
        if first.startswith("%%") and word in WORDS:
            parts.append((word, rest.strip()))
        else:
            paragraphs.append(block)
    return Archived(paragraphs=tuple(paragraphs), parts=tuple(parts))


def blocks(text: str) -> list[str]:
    """The stretches of a text between blank lines."""
    found: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.strip():
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return ["\n".join(lines) for lines in found if lines]
