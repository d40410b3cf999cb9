"""From a body and its constructs to what Python-Markdown reads: a mark for each construct and each line."""

import re
from collections.abc import Iterator, Sequence

from dossier.markup.constructs import Construct
from dossier.markup.lines import begun
from dossier.markup.manuscript import ONLY_PREFIX, Manuscript
from dossier.markup.marks import CLOSE, LINE, OPEN, SLAB, WHOLE, mark
from dossier.markup.standalone import Standalone
from dossier.model.prose import Callout

Edit = tuple[int, int, str]

# Where the words of a line begin, behind what may tell Markdown what kind of line it is, or begin emphasis.
WORDS = re.compile(
    r"^(?:[ \t>|*_]|[-+:](?=[ \t])|#{1,6}(?=[ \t])|\d{1,9}\.(?=[ \t])|\[\^[^\]\n]*\]:)*+(?![-=|: \t]+$)(?=.)",
    re.MULTILINE,
)


def woven(manuscript: Manuscript, alone: Standalone, constructs: Sequence[Construct]) -> str:
    """The text with marks in place of what the grammar found; a construct's mark bears its index."""
    edits = [(start, end, "") for start, end in alone.dropped]
    for index, construct in enumerate(constructs):
        edits += ends(index, construct, manuscript)
    heads = (found.end() for found in begun(WORDS, alone.rest))
    edits += ((at, at, mark(LINE, manuscript.line(at))) for at in heads if alone.rest[at] != SLAB)
    return edited(manuscript.text, sorted(edits))


def ends(index: int, construct: Construct, manuscript: Manuscript) -> Iterator[Edit]:
    """The marks that stand for a construct."""
    text = manuscript.text
    start, end = construct.start, construct.end
    if construct.words:
        yield start, construct.words[0], mark(OPEN, index)
        yield construct.words[1], end, mark(CLOSE, index)
    elif construct.alone:
        yield apart(start, end, mark(WHOLE, index), text)
    elif isinstance(construct.meaning, Callout):
        yield headed(start, end, mark(WHOLE, index), manuscript)
    else:
        yield start, end, mark(WHOLE, index)


def apart(start: int, end: int, mark: str, text: str) -> Edit:
    """A mark as a block of its own, with an empty line before and after it, behind the same quote marks."""
    line_start = text.rfind("\n", 0, start) + 1
    prefix = text[line_start:start] if ONLY_PREFIX.fullmatch(text, line_start, start) else ""
    line_end = text.find("\n", end)
    empty = prefix.rstrip()
    return start - len(prefix), line_end if line_end >= 0 else len(text), f"{empty}\n{prefix}{mark}\n{empty}"


def headed(start: int, end: int, callout: str, manuscript: Manuscript) -> Edit:
    """A callout's mark as a paragraph of its own, parted from what stands above it and from words behind it."""
    text = manuscript.text
    line_start = text.rfind("\n", 0, start) + 1
    prefix = text[line_start:start]
    empty = prefix.rstrip()
    words = "" if text[end : end + 1] in ("", "\n") else mark(LINE, manuscript.line(start))
    return line_start, end, f"{empty}\n{prefix}{callout}\n{empty}\n{prefix}{words}"


def edited(text: str, edits: Sequence[Edit]) -> str:
    """The text with the edits made; one that begins within another is left out."""
    pieces, at = [], 0
    for start, end, new in edits:
        if start >= at:
            pieces += [text[at:start], new]
            at = end
    return "".join([*pieces, text[at:]])
