"""The constructs within lines: one reading from left to right, with a stack of what is open.

A bracket or quotation closes in the block it opened in, and what closes encloses whole what stands inside, so that
constructs are nested and never cross.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from dossier.markup import attributes, citations, ids, links, names
from dossier.markup.constructs import Broken, Construct, Definition, Definitions, broken
from dossier.markup.lines import block_starts
from dossier.markup.manuscript import Manuscript
from dossier.markup.standalone import Standalone, normal
from dossier.markup.tables import tables
from dossier.model.prose import Picture, Quotation
from dossier.problems import Place, Problem

# One class of characters, which the search runs through much faster than through alternatives.
EVENT = re.compile(r"""[\\!\[\]"“”«»@<{|]""")
FOOTNOTE = re.compile(r"\[\^(?P<label>[^\]\n]*)\]")
CLOSING = {'"': '"', "“": "”", "«": "»"}
BEFORE_QUOTATION = re.compile(r"""[\s(\[{–—/>*_|‘'…:-]""")
REFERENCE = re.compile(r"\[(?P<label>[^\[\]\n]*)\]")
STYLED = re.compile(attributes.ATTRIBUTES)
# Braces that an author began: at a line's end, or behind a quotation.
UNENDED_BRACES = re.compile(
    r"\{[ ]*[#.][a-z][\w-]*(?:[ ]+[#.][\w-]+)*[ \t]*$|(?<=[\"”»])\{[#.][a-z]", re.MULTILINE | re.IGNORECASE
)
# A destination of ours behind no closing bracket, and one of any kind that an author began.
UNBRACKETED = re.compile(r"\((?<!\]\()(?<!\]\s\()(?:claim|figure):")
ADDRESSED = re.compile(r"\((?:(?:https?|mailto):|#\w)", re.IGNORECASE)
MISSHAPEN = re.compile(r"\s*\((?:claim|figure):")
BEGUN = re.compile(r"\[(?:\[|-?@)|(?:(?<=>)|(?<=> ))\[!\w")
MISSHAPEN_HELP = "write `[words](claim:id)` or `[](figure:id)`, without a blank between the brackets"
UNADDRESSED_HELP = "end the address with `)`, and write %20 for a blank; words behind it stand between quotation marks"
UNENDED = "close it, write `\\` before the mark, or use a `>` block for a quotation of several paragraphs"
LINK_IN_LINK = "end one before the other begins: the words of a claim come first, what they rest on stands behind them"

DEEPEST = 50  # brackets within brackets; more is no prose, and each level is looked at again
LONGEST = 2000  # characters of a citation or of a link's label


class Opener(Struct, kw_only=True):
    """A bracket or quotation mark that has not closed yet."""

    start: int
    mark: str
    nested: int = 0  # quotations of the same marks inside this one
    holds_link: bool = False

    @property
    def is_bracket(self) -> bool:
        return self.mark.endswith("[")


class Reading:
    """One reading of a body: what was found so far, and what is still open."""

    def __init__(self, manuscript: Manuscript, alone: Standalone) -> None:
        self.manuscript = manuscript
        self.text = manuscript.text
        self.scan = alone.rest
        self.definitions: Definitions = alone.definitions
        self.starts = block_starts(self.scan)
        self.tables = tables(self.scan)
        self.notes = alone.notes
        self.unbracketed = [found.start() for found in UNBRACKETED.finditer(self.scan)] if "[" in self.scan else []
        self.escaped = -1  # where a bracket was last made plain
        self.found: list[Construct] = []
        self.openers: list[Opener] = []

    def constructs(self) -> list[Construct]:
        """All of them, in the order in which they end."""
        at = 0
        for event in EVENT.finditer(self.scan):
            here = event.start()
            if here < at:  # within what has been read
                continue
            if self.openers:
                self.come_to(here)
            at = HANDLERS[self.scan[here]](self, here)
        self.leave_open(0)
        return self.found

    def come_to(self, at: int) -> None:
        """Leave behind what is open when a block starts between there and here."""
        if not self.is_one_block(self.openers[-1].start, at):
            self.leave_open(0)

    def is_one_block(self, first: int, second: int) -> bool:
        """Whether no block begins between two offsets."""
        return bisect_right(self.starts, first) == bisect_right(self.starts, second)

    def leave_open(self, depth: int) -> None:
        """Give up what is open above ``depth``: it was only text, unless it is plain that more was meant."""
        for opener in self.openers[depth:]:
            if opener.is_bracket and self.was_meant(opener):
                self.tell(opener.start, opener.start + 2, "this reference begins and never ends", "close its brackets")
            elif opener.mark in "“«":
                self.tell(opener.start, opener.start + 1, "this quotation never ends in its paragraph", UNENDED)
        del self.openers[depth:]

    def was_meant(self, opener: Opener) -> bool:
        """Whether an open bracket is plainly that of a reference, by its first signs or a destination later on."""
        if BEGUN.match(self.scan, opener.start + len(opener.mark) - 1):
            return True
        at = bisect_right(self.unbracketed, opener.start)
        return at < len(self.unbracketed) and self.is_one_block(opener.start, self.unbracketed[at])

    def tell(self, start: int, end: int, message: str, help: str) -> None:
        """Report a construct that is broken, and leave its text as it was typed."""
        place = self.manuscript.place(start, end)
        self.report(start, Problem(code="broken-markup", place=place, message=message, help=help))

    def report(self, start: int, problem: Problem) -> None:
        """Report a stretch of text that is left as it was typed."""
        self.found.append(Construct(start=start, end=start, meaning=Broken(), problems=(problem,)))

    def keep(self, construct: Construct, *, is_link: bool = True) -> int:
        """Take a construct in; the brackets around a link cannot be one themselves."""
        self.found.append(construct)
        if is_link:
            self.hold_link()
        return construct.end

    def hold_link(self) -> None:
        """Remember in every open bracket that there is a link inside."""
        for opener in self.openers:
            opener.holds_link = True

    def escape(self, at: int) -> int:
        """A backslash and the character that it makes plain."""
        if self.scan.startswith("[", at + 1):
            self.escaped = at
        return at + 2

    def exclamation(self, at: int) -> int:
        """The sign before a picture or panel, or only a sign."""
        return self.bracket(at) if self.scan.startswith("![", at) else at + 1

    def bracket(self, at: int) -> int:
        """A wikilink, a footnote, or a bracket that opens."""
        found = names.WIKILINK.match(self.scan, at)
        if found and self.is_one_block(at, found.end() - 1):
            return self.keep(names.wikilink(found, self.manuscript))
        if found := FOOTNOTE.match(self.scan, at):
            return self.footnote(found)
        mark = "![" if self.scan[at] == "!" else "["
        if len(self.openers) < DEEPEST:
            self.openers.append(Opener(start=at, mark=mark))
        return at + len(mark)

    def footnote(self, found: re.Match[str]) -> int:
        """A reference to a footnote: Markdown's own, and a link in its own right."""
        label = found["label"]
        if label not in self.notes:
            place = self.manuscript.place(*found.span())
            help = ids.nearest(label, self.notes) or f"write it below: `[^{label}]: …`"
            message = f"there is no footnote `[^{label}]`"
            self.report(found.end(), Problem(code="unknown-id", place=place, message=message, help=help))
        self.hold_link()
        return found.end()

    def narrative(self, at: int) -> int:
        found = citations.NARRATIVE.match(self.scan, at)
        return self.keep(citations.narrative(found, self.manuscript)) if found else at + 1

    def automatic(self, at: int) -> int:
        found = links.AUTOMATIC.match(self.scan, at)
        return self.keep(links.automatic(found)) if found else at + 1

    def braces(self, at: int) -> int:
        found = STYLED.match(self.scan, at)
        if found is None:
            if UNENDED_BRACES.match(self.scan, at):
                self.tell(at, at + 2, "these braces never end", "close them, or write `\\{` for a plain brace")
            return at + 1
        problem = attributes.stray(found.group(), self.manuscript.place(*found.span()))
        return self.keep(broken(*found.span(), problem), is_link=False)

    def pipe(self, at: int) -> int:
        """In a table, the border of a cell."""
        table = bisect_right(self.tables, (at, len(self.scan))) if self.openers else 0
        if table and at < self.tables[table - 1][1]:
            self.leave_open(0)
        return at + 1

    def closing(self, at: int) -> int:
        """A closing bracket, which may end a link, a picture or a citation."""
        depth = next((depth for depth in reversed(range(len(self.openers))) if self.openers[depth].is_bracket), None)
        construct = None if depth is None else self.bracketed(self.openers[depth], at)
        if depth is None or construct is None:
            return self.literal(depth, at)
        self.close(depth)
        if construct.words is None:
            self.forget_from(construct.start)
        return self.keep(construct, is_link=not isinstance(construct.meaning, Picture))

    def literal(self, depth: int | None, at: int) -> int:
        """A closing bracket that is only text, though one of our destinations may follow."""
        opener = self.openers.pop(depth) if depth is not None else None
        is_plain = opener is None and self.is_escaped(at)
        if MISSHAPEN.match(self.scan, at + 1):
            if not is_plain:
                self.tell(at, at + 2, "this reference has no proper brackets", MISSHAPEN_HELP)
        elif opener and self.is_addressed(opener, at):
            self.tell(opener.start, at + 2, "the address of this link or picture never ends", UNADDRESSED_HELP)
        return at + 1

    def is_escaped(self, at: int) -> bool:
        """Whether the bracket that a closing one belongs to has been made plain by a backslash."""
        escaped, self.escaped = self.escaped, -1
        return escaped >= 0 and self.is_one_block(escaped, at)

    def is_addressed(self, opener: Opener, at: int) -> bool:
        """Whether an address was begun behind a closing bracket."""
        if opener.mark == "![":
            return self.scan.startswith("(", at + 1)
        return bool(ADDRESSED.match(self.scan, at + 1))

    def close(self, depth: int) -> None:
        """Close an opener, and give up what is open inside it."""
        self.leave_open(depth + 1)
        self.openers.pop()

    def forget_from(self, start: int) -> None:
        """Drop what was found inside a construct that has no words of its own."""
        while self.found and self.found[-1].start >= start:
            self.found.pop()

    def bracketed(self, opener: Opener, at: int) -> Construct | None:
        """What a bracket is that closes at ``at``, by what follows and what it holds."""
        if self.scan.startswith("(", at + 1):
            found = links.DESTINATION.match(self.scan, at + 1) or links.OURS.match(self.scan, at + 1)
            if found:
                return self.linked(opener, at, found.end(), destination(found))
        inside = self.scan[opener.start + len(opener.mark) : at] if at - opener.start < LONGEST else ""
        label = REFERENCE.match(self.scan, at + 1) if self.definitions else None
        if label and (named := self.definitions.get(normal(label["label"] or inside))):
            return self.linked(opener, at, label.end(), named)
        if opener.mark == "[" and citations.CITES.search(inside):
            return citations.citation(self.text, opener.start, at + 1, self.manuscript)
        short = self.definitions.get(normal(inside)) if self.definitions else None
        return self.linked(opener, at, at + 1, short) if short else None

    def linked(self, opener: Opener, at: int, end: int, to: Definition) -> Construct:
        """A bracket that has a destination."""
        start = opener.start
        words = (start + len(opener.mark), at)
        place = self.manuscript.place(start, end)
        bracket = links.Bracket(start=start, end=end, words=words, text=self.text[slice(*words)], place=place, to=to)
        if opener.mark == "![":
            return links.picture(bracket)
        if opener.holds_link or citations.CITES.match(self.scan, *words):
            message = "a citation, link, figure or footnote cannot stand inside a link"
            problem = Problem(code="broken-markup", place=place, message=message, help=LINK_IN_LINK)
            return Construct(start=start, end=end, meaning=Broken(), words=words, problems=(problem,))
        return links.link(bracket)

    def quote(self, at: int) -> int:
        """A quotation mark: only text within another quotation, unless it closes that."""
        mark = self.scan[at]
        depth = next((depth for depth, opener in enumerate(self.openers) if not opener.is_bracket), None)
        if depth is None:
            if mark in CLOSING and self.may_open(mark, at):
                self.openers.append(Opener(start=at, mark=mark))
            return at + 1
        opener = self.openers[depth]
        if mark != CLOSING[opener.mark] or not self.may_close(mark, at):
            opener.nested += mark == opener.mark != '"'
            return at + 1
        if opener.nested:
            opener.nested -= 1
            return at + 1
        return self.quotation(depth, at)

    def may_open(self, mark: str, at: int) -> bool:
        """Whether a mark can begin a quotation: a straight one does so only before a word and not behind one."""
        before, after = self.scan[at - 1 : at] or " ", self.scan[at + 1 : at + 2]
        return mark != '"' or bool(BEFORE_QUOTATION.match(before) and after.strip())

    def may_close(self, mark: str, at: int) -> bool:
        """Whether a mark can end a quotation: a straight one does so only behind a word and not before one."""
        before, after = self.scan[at - 1 : at], self.scan[at + 1 : at + 2]
        return mark != '"' or (bool(before.strip()) and not (after.isalnum() or after == "_"))

    def quotation(self, depth: int, at: int) -> int:
        """The quotation that closes at ``at``, with the class right behind it."""
        start, end = self.openers[depth].start, at + 1
        self.close(depth)
        if not self.scan[start + 1 : at].strip():
            return end
        place = self.manuscript.place(start, end)
        found = Construct(start=start, end=end, meaning=Quotation(place=place, words=""), words=(start + 1, at))
        styled = STYLED.match(self.scan, end)
        return self.keep(self.styled(found, place, styled) if styled else found, is_link=False)

    def styled(self, quotation: Construct, place: Place, braces: re.Match[str]) -> Construct:
        """A quotation with the id and the class in the braces right behind it."""
        given, problems = attributes.attributes(braces.group(), braces.start(), self.manuscript)
        wrong = tuple(
            attributes.misplaced(name, given.place) for name in given.classes if name not in attributes.OF_QUOTATIONS
        )
        style = next((name for name in given.classes if name in attributes.OF_QUOTATIONS), "")
        meaning = Quotation(place=place, words="", style=style)
        return replace(quotation, end=braces.end(), meaning=meaning, problems=problems + wrong, attributes=given)


HANDLERS: Mapping[str, Callable[[Reading, int], int]] = {
    "\\": Reading.escape,
    "!": Reading.exclamation,
    "[": Reading.bracket,
    "]": Reading.closing,
    "@": Reading.narrative,
    "<": Reading.automatic,
    "{": Reading.braces,
    "|": Reading.pipe,
    **dict.fromkeys('"“”«»', Reading.quote),
}


def destination(found: re.Match[str]) -> Definition:
    """The address and title between round brackets."""
    groups = found.groupdict()
    address = groups.get("angled") or groups["bare"] or ""
    title = groups.get("double") or groups.get("single") or groups.get("round") or ""
    return Definition(address=names.ESCAPE.sub(r"\1", address), title=names.words(title))
