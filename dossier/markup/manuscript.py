"""A body as the grammar reads it: without the editors' private notes, and with its code set apart."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from dossier.markup.constructs import Code, Construct
from dossier.markup.lines import block_starts
from dossier.markup.marks import HOLE, SLAB
from dossier.problems import Place, Problem

# Whatever begins first wins: an escaped character, a note, a code span or a fence.
OPENINGS = "\\<`~"
OPENING = re.compile(f"[{re.escape(OPENINGS)}]")
TICKS = re.compile(r"`++|~++")
CLOSING_FENCE = re.compile(r"^(?P<prefix>[ \t>]*+)(?P<fence>`{3,}+|~{3,}+)[ \t]*$", re.MULTILINE)
INFO = re.compile(r"[^`\n]*\n")
UNTICKED = re.compile(r"[^`\n]*$", re.MULTILINE)
FOLLOWING_NOTE = re.compile(r"[ \t]*<!--")
ONLY_BLANKS = re.compile(r"[ \t]*$", re.MULTILINE)
ONLY_PREFIX = re.compile(r"[ \t>]*")
LINE_FEED = re.compile("\n")
QUOTED_LINE = re.compile(r"\n[ \t>]*")

Cut = tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class Manuscript:
    """A body without its notes, which knows where each of its characters stood in the file."""

    path: str
    first_line: int
    raw: str
    cuts: tuple[Cut, ...] = ()  # the notes, as stretches of ``raw``
    text: str = field(init=False)
    cut_at: tuple[int, ...] = field(init=False)
    shifts: tuple[int, ...] = field(init=False)
    line_ends: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Reckon the text and the offsets once."""
        lengths = [end - start for start, end in self.cuts]
        shifts = tuple(accumulate(lengths, initial=0))
        object.__setattr__(self, "text", without(self.raw, self.cuts))
        object.__setattr__(self, "shifts", shifts)
        object.__setattr__(self, "cut_at", tuple(cut[0] - gone for cut, gone in zip(self.cuts, shifts, strict=False)))
        object.__setattr__(self, "line_ends", tuple([feed.start() for feed in LINE_FEED.finditer(self.raw)]))

    def place(self, start: int, end: int) -> Place:
        """Where a stretch of the text stands in the file, as far as its first line goes."""
        last = max(start, end - 1)
        return (
            self.raw_place(self.in_raw(start), self.in_raw(last) + 1) if self.cuts else self.raw_place(start, last + 1)
        )

    def raw_place(self, start: int, end: int) -> Place:
        """Where a stretch of the raw body stands in the file."""
        line = bisect_left(self.line_ends, start)
        begin = self.line_ends[line - 1] + 1 if line else 0
        stop = self.line_ends[line] if line < len(self.line_ends) else len(self.raw)
        width = max(1, min(end, stop) - start)
        return Place(path=self.path, line=self.first_line + line, column=start - begin + 1, width=width)

    def in_raw(self, offset: int) -> int:
        """The offset in the raw body of an offset in the text."""
        return offset + self.shifts[bisect_right(self.cut_at, offset)] if self.cut_at else offset

    def line(self, offset: int) -> int:
        """The number in the file of the line that an offset of the text stands on."""
        return self.first_line + bisect_left(self.line_ends, self.in_raw(offset))

    def line_place(self, line: int) -> Place:
        """The words of a line of the file."""
        index = line - self.first_line
        begin = self.line_ends[index - 1] + 1 if index else 0
        stop = self.line_ends[index] if index < len(self.line_ends) else len(self.raw)
        words = self.raw[begin:stop].lstrip()
        indent = stop - begin - len(words)
        return Place(path=self.path, line=line, column=indent + 1, width=max(1, len(words.rstrip())))

    def source(self, start: int, end: int) -> str:
        """The author's own words, later lines without the indentation that the first one stands behind."""
        before = self.text[self.text.rfind("\n", 0, start) + 1 : start]
        prefix = before if ONLY_PREFIX.fullmatch(before) else ""
        first, *rest = self.text[start:end].split("\n")
        return "\n".join([first, *(line.removeprefix(prefix) for line in rest)])


class Separated(Struct, frozen=True, kw_only=True):
    """A manuscript, its code, and what is wrong with its notes."""

    manuscript: Manuscript
    code: tuple[Construct, ...]
    problems: tuple[Problem, ...]


def without(text: str, cuts: Iterable[Cut]) -> str:
    """The text less some stretches of it, which are in order and apart."""
    pieces, at = [], 0
    for start, end in cuts:
        pieces.append(text[at:start])
        at = end
    return "".join([*pieces, text[at:]]) if pieces else text


def masked(text: str, stretches: Iterable[tuple[int, int, str]]) -> str:
    """The text with each stretch filled by one character, so that every offset still holds."""
    pieces, at = [], 0
    for start, end, fill in sorted(stretches):
        pieces += [text[at:start], fill * (end - start)]
        at = end
    return "".join([*pieces, text[at:]]) if pieces else text


def code_masks(code: Iterable[Construct]) -> list[tuple[int, int, str]]:
    """What hides code from the scan."""
    return [(each.start, each.end, SLAB if each.alone else HOLE) for each in code]


def separated(raw: str, *, path: str, first_line: int) -> Separated:
    """The body with notes taken out and code found, from left to right, so that each hides what it encloses."""
    if not any(map(raw.__contains__, OPENINGS)):  # looking for each is quicker than one search for all
        manuscript = Manuscript(path=path, first_line=first_line, raw=raw)
        return Separated(manuscript=manuscript, code=(), problems=())
    cuts: list[Cut] = []
    code: list[Construct] = []
    open_notes: list[int] = []
    open_fences: list[int] = []
    starts = block_starts(raw) if "`" in raw else ()
    at, removed = 0, 0
    while found := OPENING.search(raw, at):
        here = found.start()
        if raw.startswith("<!--", here):
            cut, closed = note(raw, here)
            cuts.append(cut)
            open_notes += [] if closed else [here]
            at, removed = cut[1], removed + cut[1] - cut[0]
        elif ticks := TICKS.match(raw, here):
            each = fence(raw, ticks) or span(raw, ticks, starts)
            if each is None and is_fence(raw, ticks):
                open_fences.append(here)
                each = open_fence(raw, ticks)
            code += [replace(each, start=each.start - removed, end=each.end - removed)] if each else []
            at = each.end if each else ticks.end()
        else:
            at = here + (2 if raw[here] == "\\" else 1)
    manuscript = Manuscript(path=path, first_line=first_line, raw=raw, cuts=tuple(cuts))
    problems = (
        *(unclosed(manuscript.raw_place(start, start + 4)) for start in open_notes),
        *(unfenced(manuscript.raw_place(start, len(raw))) for start in open_fences),
    )
    return Separated(manuscript=manuscript, code=tuple(code), problems=problems)


def note(raw: str, start: int) -> tuple[Cut, bool]:
    """The extent of a note and of those beside it, with its whole line if it has one to itself; and whether it ends.

    A note that never ends takes the rest of the body with it: what was meant to be private is never published.
    """
    end = raw.find("-->", start + 4)
    while end >= 0 and (following := FOLLOWING_NOTE.match(raw, end + 3)):
        end = raw.find("-->", following.end())
    if end < 0:
        return (start, len(raw)), False
    end += 3
    line_start = raw.rfind("\n", 0, start) + 1
    line_end = ONLY_BLANKS.match(raw, end)
    if line_end is None:
        return (start, end), True
    if ONLY_PREFIX.fullmatch(raw, line_start, start):
        return (line_start, min(line_end.end() + 1, len(raw))), True
    return (start - blanks_before(raw, start), line_end.end()), True


def blanks_before(raw: str, start: int) -> int:
    """How many blanks stand before an offset; two at a line's end would become a line break."""
    before = raw[max(0, start - 200) : start]
    return len(before) - len(before.rstrip(" \t"))


def unclosed(place: Place) -> Problem:
    """A note that never ends."""
    return Problem(
        code="open-comment",
        place=place,
        message="this editors' note begins with `<!--` and never ends",
        help="end it with `-->`; until then everything after it is left out",
    )


def is_fence(raw: str, ticks: re.Match[str]) -> bool:
    """Whether ticks open a fenced block: three or more at the head of a line, with no other tick behind them."""
    line_start = raw.rfind("\n", 0, ticks.start()) + 1
    is_first = ONLY_PREFIX.fullmatch(raw, line_start, ticks.start())
    return bool(len(ticks.group()) >= 3 and is_first and UNTICKED.match(raw, ticks.end()))


def open_fence(raw: str, ticks: re.Match[str]) -> Construct:
    """A fenced block that never ends: all that follows is code, as it may be, so that nothing in it is told."""
    lines = raw[ticks.end() :].partition("\n")[2]
    return Construct(start=ticks.start(), end=len(raw), meaning=Code(text=lines, fenced=True), alone=True)


def unfenced(place: Place) -> Problem:
    """A fenced block that never ends."""
    return Problem(
        code="broken-markup",
        place=place,
        message="this block of code begins here and never ends",
        help="end it with as many of the same signs, alone on a line",
    )


def fence(raw: str, ticks: re.Match[str]) -> Construct | None:
    """The fenced block that begins here, if nothing but its language follows on the line and a closing fence below."""
    opened = INFO.match(raw, ticks.end())
    if opened is None or not is_fence(raw, ticks):
        return None
    prefix = raw[raw.rfind("\n", 0, ticks.start()) + 1 : ticks.start()]
    for closing in CLOSING_FENCE.finditer(raw, opened.end()):
        if closing["fence"].startswith(ticks.group()) and closing["prefix"].count(">") == prefix.count(">"):
            lines = raw[opened.end() : closing.start()].split("\n")[:-1]
            text = "".join(f"{without_prefix(line, prefix)}\n" for line in lines)
            meaning = Code(text=text, fenced=True)
            return Construct(start=ticks.start(), end=closing.end("fence"), meaning=meaning, alone=True)
    return None


def without_prefix(line: str, prefix: str) -> str:
    """A line of a fenced block without the indentation or the quote marks that the block stands behind."""
    return line.removeprefix(prefix) if line.startswith(prefix) else line.lstrip(" \t>")


def span(raw: str, ticks: re.Match[str], starts: Sequence[int]) -> Construct | None:
    """The code span that begins here, if as many back-ticks close it before its block ends."""
    if ticks.group()[0] == "~":
        return None
    next_block = bisect_right(starts, ticks.start())
    stop = starts[next_block] if next_block < len(starts) else len(raw)
    closing = re.compile(rf"(?<!`){ticks.group()}(?!`)").search(raw, ticks.end(), stop)
    if closing is None:
        return None
    text = QUOTED_LINE.sub(" ", raw[ticks.end() : closing.start()]).strip()
    return Construct(start=ticks.start(), end=closing.end(), meaning=Code(text=text))
