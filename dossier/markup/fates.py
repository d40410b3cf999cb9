"""What became of each construct in Markdown's hands: most live; some turn out to stand in code, or across markup."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from xml.etree.ElementTree import Element

from msgspec import Struct

from dossier.markup.constructs import Construct
from dossier.markup.manuscript import Manuscript
from dossier.markup.marks import CLOSE, LINE, OPEN, WHOLE, parted
from dossier.problems import Place, Problem


class Fates(Struct, frozen=True, kw_only=True, dict=True):
    """The constructs, by number, that show as the author's letters or their marks, and those that show as nothing."""

    literal: frozenset[int]
    dropped: frozenset[int]
    problems: tuple[Problem, ...]
    marks: frozenset[int] = frozenset()  # quotations within a block quotation: their marks are among its words

    @cached_property
    def gone(self) -> frozenset[int]:
        """Those that are no longer what they were taken for."""
        return self.literal | self.dropped | self.marks


Sight = tuple[int, str, Element]  # the number and kind of a mark, and the element that it stands in


def fates(root: Element, constructs: Sequence[Construct], manuscript: Manuscript, told: Iterable[Problem]) -> Fates:
    """What became of every construct, with a problem for each that an author must mend and has not been told."""
    sights = seen(root)
    present = {number for number, _, _ in sights}
    literal = frozenset(number for number, _, home in sights if home.tag in ("code", "abbr"))
    homes = {(number, kind): home for number, kind, home in sights}
    crossed = [
        at
        for at, construct in enumerate(constructs)
        if construct.words and at not in literal and homes.get((at, OPEN)) is not homes.get((at, CLOSE))
    ]
    own = [problem for at, each in enumerate(constructs) if at not in literal for problem in each.problems]
    lines = {problem.place.line for problem in (*told, *own)}
    lost = [at for at, construct in enumerate(constructs) if construct.end > construct.start and at not in present]
    unseen = [manuscript.place(constructs[at].start, constructs[at].end) for at in lost]
    return Fates(
        literal=literal,
        dropped=frozenset(crossed + lost),
        problems=(
            *own,
            *(crossing(constructs[at], manuscript) for at in crossed),
            *(missing(place) for place in unseen if place.line not in lines),
        ),
    )


def seen(root: Element) -> list[Sight]:
    """Every mark of a construct in the tree, in no matter which order."""
    texts = [(element.text, element) for element in root.iter()]
    texts += [(child.tail, element) for element in root.iter() if len(element) for child in element]
    texts += [(element.get("title"), element) for element in root.iter("abbr")]
    marked = [(text, home) for text, home in texts if text and (WHOLE in text or OPEN in text or CLOSE in text)]
    return [(index, kind, home) for text, home in marked for _, kind, index in parted(text)[0] if kind != LINE]


def crossing(construct: Construct, manuscript: Manuscript) -> Problem:
    """A span that begins inside emphasis, or another element, and ends outside it."""
    return Problem(
        code="broken-markup",
        place=manuscript.place(construct.start, construct.end),
        message="this begins inside other markup and ends outside it",
        help="let emphasis, list items and cells end where they began: inside, or outside",
    )


def missing(place: Place) -> Problem:
    """A construct in text that Markdown leaves out."""
    return Problem(
        code="broken-markup",
        place=place,
        message="this would not be shown: Markdown leaves out the text it stands in",
        help="look for a footnote or an abbreviation that is explained twice",
    )
