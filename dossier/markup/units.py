"""The units of a body: its headings, paragraphs, items, rows and quotations as plain words with slots between."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from html import unescape
from xml.etree.ElementTree import Element

from msgspec import Struct, field
from msgspec.structs import replace

from dossier.markup.constructs import Code, Construct, Link, Meaning
from dossier.markup.fates import Fates
from dossier.markup.manuscript import Manuscript
from dossier.markup.marks import CLOSE, LINE, OPEN, WHOLE, parted
from dossier.model.prose import Reference, Side, Slot, UnitKind, Wikilink

KINDS = {
    "p": UnitKind.PARAGRAPH,
    "li": UnitKind.ITEM,
    "tr": UnitKind.ROW,
    "blockquote": UnitKind.QUOTE,
    "dt": UnitKind.DEFINITION,
    "dd": UnitKind.DEFINITION,
    **{f"h{level}": UnitKind.HEADING for level in range(2, 7)},
}
CODE = frozenset(("pre",))
BLOCKS = frozenset(("ul", "ol", "dl", "table", "blockquote", "pre", "aside", "section"))
SIDES = {OPEN: Side.OPEN, CLOSE: Side.CLOSE, WHOLE: Side.WHOLE}

Words = tuple[str | Slot, ...]


class Stretch(Struct, frozen=True, kw_only=True):
    """A unit whose slots still bear the numbers of constructs."""

    kind: UnitKind
    element: Element
    line: int
    words: Words
    own_voice: bool


class Speech(Struct, frozen=True, kw_only=True, dict=True):
    """What each mark says in plain words, for who reads a tree as text."""

    constructs: Sequence[Construct]
    fates: Fates
    manuscript: Manuscript
    anchors: Mapping[int, str] = field(default_factory=dict)  # of quotations

    @cached_property
    def references(self) -> Mapping[int, Reference]:
        """The references that show, by number."""
        gone = self.fates.gone
        meanings = ((number, each.meaning) for number, each in enumerate(self.constructs) if number not in gone)
        return {number: meaning for number, meaning in meanings if isinstance(meaning, Reference)}

    def with_meanings(self, meanings: Mapping[int, Meaning]) -> "Speech":
        """The same, with another meaning for some of the constructs."""
        if not meanings:
            return self
        constructs = list(self.constructs)
        for at, meaning in meanings.items():
            constructs[at] = replace(constructs[at], meaning=meaning)
        return replace(self, constructs=constructs)

    def item(self, kind: str, index: int) -> str | Slot:
        """A mark as words, or as the slot of a reference."""
        if index in self.fates.gone:
            return self.letters(kind, index)
        meaning = self.constructs[index].meaning
        if isinstance(meaning, Reference):
            return Slot(reference=index, side=SIDES[kind])
        return spoken(meaning) if kind == WHOLE else ""

    def words(self, element: Element) -> str:
        """The words of an element with all it holds, on one line and without slots."""
        marks, last = parted("".join(element.itertext()))
        words = ""
        for before, kind, index in marks:
            words += unescape(before)
            if kind != LINE:
                item = self.item(kind, index)
                words += item if isinstance(item, str) else self.said(item)
        return " ".join((words + unescape(last)).split())

    def said(self, slot: Slot) -> str:
        """The words that a whole reference prints, where its text alone tells them."""
        return spoken(self.constructs[slot.reference].meaning) if slot.side is Side.WHOLE else ""

    def letters(self, kind: str, index: int) -> str:
        """What the author typed where a mark stands, as far as it is to be seen."""
        if index in self.fates.dropped:
            return ""
        construct = self.constructs[index]
        first, last = construct.words or (construct.end, construct.end)
        start, end = (last, construct.end) if kind == CLOSE else (construct.start, first)
        typed = self.manuscript.source(start, end)
        return typed[:1] if index in self.fates.marks else typed


def spoken(meaning: object) -> str:
    """The words that stand in a construct's own place, where its text alone tells them."""
    match meaning:
        case Code():
            return meaning.text
        case Link():
            return meaning.label
        case Wikilink():
            return meaning.label or meaning.target
        case _:
            return ""


def stretches(parent: Element, speech: Speech, *, own_voice: bool = False) -> Iterator[Stretch]:
    """The units within an element, in the order of the page; a block inside a unit has units of its own."""
    for element in parent:
        kind = kind_of(element, parent)
        ours = own_voice or says_ours(element) or (element.tag == "li" and any(map(says_ours, element)))
        if kind and (found := stretch(element, kind, speech, own_voice=ours)):
            yield found
        if len(element) and (kind is None or (element.tag in ("li", "dd") and kind is not UnitKind.FOOTNOTE)):
            yield from stretches(element, speech, own_voice=ours)


def kind_of(element: Element, parent: Element) -> UnitKind | None:
    """The kind of unit that an element is; what stands in an item, but for further blocks, is part of the item."""
    kind = KINDS.get(element.tag)
    if kind is None or (element.tag == "p" and parent.tag in ("li", "dd")):
        return None
    if element.tag == "tr" and parent.tag == "thead":
        return UnitKind.TABLE_HEAD
    if element.tag == "li" and element.get("id", "").startswith("fn-"):
        return UnitKind.FOOTNOTE
    return kind


def says_ours(element: Element) -> bool:
    """Whether a block is the editors' own voice."""
    classes = element.get("class")
    return classes is not None and "own-voice" in classes.split()


def stretch(element: Element, kind: UnitKind, speech: Speech, *, own_voice: bool) -> Stretch | None:
    """One unit, unless it holds nothing."""
    text = plain_text(element, CODE if kind in (UnitKind.QUOTE, UnitKind.FOOTNOTE) else BLOCKS)
    marks, last = parted(on_one_line(text))
    items: list[str | Slot] = []
    line, said = 0, ""
    for before, mark, index in marks:
        said += unescape(before)
        if mark == LINE:
            line = line or index
        elif isinstance(item := speech.item(mark, index), str):
            said += item
        else:
            items += (said, item)
            said = ""
    words = trimmed([*items, said + unescape(last)])
    return Stretch(kind=kind, element=element, line=line, words=words, own_voice=own_voice) if words else None


def plain_text(element: Element, apart: frozenset[str]) -> str:
    """The text of an element, without the blocks in it that are units of their own and the numbers of footnotes."""
    if not len(element):
        return element.text or ""
    pieces = [element.text or ""]
    for child in element:
        if child.tag not in apart and child.tag != "sup" and child.get("class") != "footnote-back":
            pieces.append(plain_text(child, apart))
        pieces.append(child.tail or "")
    return "".join(pieces)


def on_one_line(text: str) -> str:
    """The text with one blank for each run of them."""
    return " ".join(text.split())


def trimmed(items: Sequence[str | Slot]) -> Words:
    """The items without blanks at either end, and without texts that hold nothing."""
    first, *rest = items
    words = [first.lstrip() if isinstance(first, str) else first, *rest]
    last = words[-1]
    words[-1] = last.rstrip() if isinstance(last, str) else last
    return tuple([word for word in words if word])
