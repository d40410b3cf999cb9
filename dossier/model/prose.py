"""Prose: what an author wrote in a body, rendered once to HTML with slots where references stand."""

from dataclasses import dataclass
from enum import Enum

from msgspec import Struct

from dossier.model.date import Date
from dossier.problems import Place

# The parts of an archived text that are no paragraphs; each is cited by its word.
PARTS = ("title", "standfirst", "caption", "heading", "byline", "furniture", "footer")


class Html(str):
    """Text that is finished HTML and is never escaped again; made by ``markup`` and by filling slots only."""

    __slots__ = ()


class Locator(Struct, frozen=True, kw_only=True):
    """Where in a source: ``¶3``, ``p. 12``, ``§ 4``, ``art. 19`` or a word such as ``caption``; kept as typed."""

    text: str
    place: Place


class CitedSource(Struct, frozen=True, kw_only=True):
    """One source within a citation, with the words around it."""

    source: str
    place: Place
    locator: Locator | None = None
    prefix: str = ""
    hidden: bool = False  # [-@id]: the text has named the outlet already


class Citation(Struct, frozen=True, kw_only=True):
    """``[see @a, ¶3; @b]``, or ``@a [¶3] says`` where the outlet's name is part of the sentence."""

    place: Place
    sources: tuple[CitedSource, ...]
    narrative: bool = False


class Wikilink(Struct, frozen=True, kw_only=True):
    """``[[kind:target|label]]``: a link to an entity, term, event or page by id, name or alias."""

    place: Place
    target: str
    kind: str = ""
    label: str = ""


class ClaimSpan(Struct, frozen=True, kw_only=True):
    """``[words](claim:id)``: these words state the claim; opens at one slot and closes at the next of its number."""

    place: Place
    claim: str


class FigureValue(Struct, frozen=True, kw_only=True):
    """``[](figure:measure@date/source)``: a dated value of a measure, the latest when no date is given."""

    place: Place
    measure: str
    on: Date | None = None
    source: str = ""


class Embed(Struct, frozen=True, kw_only=True):
    """``![[kind:id]]`` alone on a line: a panel that shows a record here."""

    place: Place
    kind: str
    target: str = ""


class Quotation(Struct, frozen=True, kw_only=True):
    """Words between quotation marks, or a block quotation; opens at one slot and closes at the next of its number.

    ``style`` is ``""``, ``scare`` or ``translated``; a scare quotation quotes nobody. ``citation`` is the index, in
    the prose's references, of the citation that follows in its sentence (or ends its block), else None.
    """

    place: Place
    words: str
    style: str = ""
    block: bool = False
    citation: int | None = None


class Picture(Struct, frozen=True, kw_only=True):
    """``![alt](name.jpg "caption")``: a file of ``media/``."""

    place: Place
    file: str
    alt: str
    title: str = ""
    alone: bool = False  # a block of its own, so that it may be a figure with a caption; else it stands within a line


class Fragment(Struct, frozen=True, kw_only=True):
    """``[words](#id)``: a link within this page; opens at one slot and closes at the next of its number."""

    place: Place
    target: str


class Callout(Struct, frozen=True, kw_only=True):
    """The head of ``> [!note]``, where the page prints the word of the kind."""

    place: Place
    kind: str


Reference = Citation | Wikilink | ClaimSpan | FigureValue | Embed | Quotation | Picture | Fragment | Callout


class Side(Enum):
    """Which end of a reference a slot is: most references stand at one point, spans open and close."""

    WHOLE = "whole"
    OPEN = "open"
    CLOSE = "close"


class Slot(Struct, frozen=True, kw_only=True):
    """The place in rendered HTML where reference number ``reference`` (an index into ``Prose.references``) shows."""

    reference: int
    side: Side = Side.WHOLE


class Heading(Struct, frozen=True, kw_only=True):
    """A heading of the body: its level (2 to 6), anchor and words without markup or slots."""

    level: int
    anchor: str
    words: str


class UnitKind(Enum):
    """What a unit of prose is, for checks that count support by paragraph, item or row."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    QUOTE = "quote"
    FOOTNOTE = "footnote"
    DEFINITION = "definition"
    TABLE_HEAD = "table-head"


class Unit(Struct, frozen=True, kw_only=True):
    """The smallest stretch that must carry its own support; its words are plain text, with slots in their places."""

    kind: UnitKind
    place: Place
    words: tuple[str | Slot, ...]
    own_voice: bool = False
    anchor: str = ""


@dataclass(frozen=True, kw_only=True)
class Prose:
    """A body rendered once: it depends on its own text alone, and each page fills the slots its own way."""

    segments: tuple[str | Slot, ...] = ()
    references: tuple[Reference, ...] = ()
    headings: tuple[Heading, ...] = ()
    units: tuple[Unit, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.segments)

    def unit(self, at: int) -> Unit:
        """One unit, for whoever shows no other."""
        return self.units[at]

    def reference(self, at: int) -> Reference:
        """One reference, for whoever shows it wherever it stands."""
        return self.references[at]


NOTHING = Prose()
