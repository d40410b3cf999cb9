"""What became of each construct in Markdown's hands: most live; some turn out to stand in code, or across markup."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from dossier.markup.constructs import Construct
from dossier.markup.manuscript import Manuscript
from dossier.markup.marks import CLOSE, LINE, MARK, OPEN, number
from dossier.problems import Problem


@dataclass(frozen=True, kw_only=True)
class Fates:
    """The constructs, by number, that show as the author's letters or their marks, and those that show as nothing."""

    literal: frozenset[int]
    dropped: frozenset[int]
    problems: tuple[Problem, ...]
    marks: frozenset[int] = frozenset()  # quotations within a block quotation: their marks are among its words

    @property
    def gone(self) -> frozenset[int]:
        """Those that are no longer what they were taken for."""
        return self.literal | self.dropped | self.marks


@dataclass(frozen=True, kw_only=True)
class Sight:
    """A mark in the tree: its number and kind, the element it stands in, and whether that shows code."""

    number: int
    kind: str
    home: Element
    in_code: bool


def fates(root: Element, constructs: Sequence[Construct], manuscript: Manuscript) -> Fates:
    """What became of every construct, with a problem for each that an author must mend."""
    sights = list(seen(root))
    literal = frozenset(sight.number for sight in sights if sight.in_code)
    homes = {(sight.number, sight.kind): sight.home for sight in sights if sight.number not in literal}
    crossed = [
        index
        for index, construct in enumerate(constructs)
        if construct.words and index not in literal and homes.get((index, OPEN)) is not homes.get((index, CLOSE))
    ]
    present = {sight.number for sight in sights}
    lost = [index for index, construct in enumerate(constructs) if shows(construct) and index not in present]
    own = (problem for index, each in enumerate(constructs) if index not in literal for problem in each.problems)
    return Fates(
        literal=literal,
        dropped=frozenset(crossed + lost),
        problems=(
            *own,
            *(crossing(constructs[index], manuscript) for index in crossed),
            *(missing(constructs[index], manuscript) for index in lost),
        ),
    )


def shows(construct: Construct) -> bool:
    """Whether a construct has a mark; a report on a stretch of text has none."""
    return construct.end > construct.start


def seen(root: Element) -> Iterator[Sight]:
    """Every mark of a construct in the tree, in no matter which order."""
    for element in root.iter():
        in_code = element.tag == "code"
        yield from sights(element.text, element, in_code)
        for child in element:
            yield from sights(child.tail, element, in_code)
        for value in element.attrib.values() if element.tag == "abbr" else ():
            yield from sights(value, element, True)


def sights(text: str | None, home: Element, in_code: bool) -> Iterator[Sight]:
    """The marks in a text."""
    for found in MARK.finditer(text or ""):
        if found[1] != LINE:
            yield Sight(number=number(found[2]), kind=found[1], home=home, in_code=in_code)


def crossing(construct: Construct, manuscript: Manuscript) -> Problem:
    """A span that begins inside emphasis, or another element, and ends outside it."""
    return Problem(
        code="broken-markup",
        place=manuscript.place(construct.start, construct.end),
        message="this begins inside other markup and ends outside it",
        help="let emphasis, list items and cells end where they began: inside, or outside",
    )


def missing(construct: Construct, manuscript: Manuscript) -> Problem:
    """A construct in text that Markdown leaves out."""
    return Problem(
        code="broken-markup",
        place=manuscript.place(construct.start, construct.end),
        message="this would not be shown: Markdown leaves out the text it stands in",
        help="look for a footnote or an abbreviation that is explained twice",
    )
