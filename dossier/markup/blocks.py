"""The tree that Markdown made, put in this site's shape: callouts, attributes, headings."""

import re
from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from msgspec.structs import replace

from dossier.markup.attributes import misplaced
from dossier.markup.constructs import Attributes, Code, Meaning
from dossier.markup.marks import DIGITS, END, LINE, MARK, WHOLE, number
from dossier.markup.units import Speech
from dossier.model.naming import slug
from dossier.model.prose import Callout, Embed, Heading, Picture
from dossier.problems import Problem

HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
LIFTED = (Embed, Picture, Code)  # what may stand alone in a paragraph that is then none
SOLE_MARK = re.compile(rf"\s*(?:{LINE}[{DIGITS}]+{END})?{MARK.pattern}\s*")


class Shaping:
    """One tree being put in shape, with the anchors given so far, the headings met and what is found wrong.

    An anchor stands among ``anchors`` as the author typed it, and on the page behind ``prefix``.
    """

    def __init__(self, root: Element, speech: Speech, prefix: str) -> None:
        self.root = root
        self.speech = speech
        self.prefix = prefix
        self.anchors: set[str] = set()
        self.repeated: Counter[str] = Counter()  # how often each anchor was wanted
        self.headings: list[Heading] = []
        self.problems: list[Problem] = []
        self.lifted: dict[int, Meaning] = {}  # the pictures among what stands alone
        self.quoted: dict[int, str] = {}  # the anchors of quotations

    def shape(self) -> None:
        """Everything, in the order in which one step needs another; most bodies need but the last."""
        meant = {type(construct.meaning) for construct in self.speech.constructs}
        if next(self.root.iter("blockquote"), None) is not None:
            for parent in with_children(self.root):
                self.split_callouts(parent)
        if Attributes in meant:
            for parent in with_children(self.root):
                self.attach_to_blocks(parent)
        if not meant.isdisjoint(LIFTED):
            for paragraph in self.root.iter("p"):
                self.lift(paragraph)
        headings = [element for element in self.root.iter() if element.tag in HEADINGS]
        for heading in headings if Attributes in meant else ():
            self.attach_to_heading(heading)
        self.attach_to_quotations()
        for heading in headings:
            self.anchor(heading)

    def only(self, element: Element) -> int | None:
        """The number of the construct that a paragraph holds, if it holds nothing else."""
        found = SOLE_MARK.fullmatch(element.text or "") if element.tag == "p" and not len(element) else None
        return number(found[2]) if found and found[1] == WHOLE else None

    def meaning_of(self, element: Element) -> Meaning | None:
        """The meaning of the construct that a paragraph holds, if it holds nothing else."""
        alone = self.only(element)
        return None if alone is None else self.speech.constructs[alone].meaning

    def lift(self, paragraph: Element) -> None:
        """Free what is a block itself of the paragraph around it; the second wall takes plain boxes away."""
        alone = self.only(paragraph)
        meaning = self.meaning_of(paragraph)
        if isinstance(meaning, Embed | Picture) or (isinstance(meaning, Code) and meaning.fenced):
            paragraph.tag = "div"
        if alone is not None and isinstance(meaning, Picture):
            self.lifted[alone] = replace(meaning, alone=True)

    def split_callouts(self, parent: Element) -> None:
        """Make an aside of each block quotation that a callout's mark heads, and of what follows another mark."""
        for at in range(len(parent) - 1, -1, -1):
            if parent[at].tag == "blockquote":
                parent[at : at + 1] = list(self.parts(parent[at]))

    def parts(self, quotation: Element) -> Iterator[Element]:
        """A block quotation, parted before each callout's mark."""
        part = Element("blockquote")
        for child in quotation:
            callout = self.meaning_of(child)
            if isinstance(callout, Callout):
                yield from (part,) if len(part) or part.text else ()
                part = Element("aside", {"class": f"callout callout-{callout.kind}", "role": "note"})  # no landmark
                part.text = child.text
            else:
                part.append(child)
        part.tail = quotation.tail
        yield part

    def attach_to_blocks(self, parent: Element) -> None:
        """Give attributes that stand alone to the block before them."""
        for child in [child for child in parent if child.tag == "p"]:
            attributes = self.meaning_of(child)
            if isinstance(attributes, Attributes):
                at = list(parent).index(child)
                parent.remove(child)
                if at:
                    self.give(attributes, parent[at - 1])
                else:
                    self.tell(attributes, "broken-markup", "there is no block above these braces", "put them below one")

    def attach_to_heading(self, heading: Element) -> None:
        """Give a heading the attributes at its end."""
        for element in heading.iter():
            element.text = self.taken(element.text, heading)
            if element is not heading:
                element.tail = self.taken(element.tail, heading)

    def taken(self, text: str | None, heading: Element) -> str | None:
        """Text of a heading without the marks of attributes, which the heading is given."""
        for found in MARK.finditer(text or ""):
            meaning = self.speech.constructs[number(found[2])].meaning if found[1] == WHOLE else None
            if isinstance(meaning, Attributes) and text:
                self.give(meaning, heading)
                text = text.replace(found.group(), "").rstrip()
        return text

    def attach_to_quotations(self) -> None:
        """Give quotations the ids right behind them."""
        for at, construct in enumerate(self.speech.constructs):
            given = construct.attributes if at not in self.speech.fates.gone else None
            if given and (anchor := self.taken_anchor(given)):
                self.quoted[at] = anchor

    def taken_anchor(self, attributes: Attributes) -> str:
        """The anchor that attributes give, which nothing else has from now on; empty where there is none to give."""
        if not attributes.id:
            return ""
        if attributes.id in self.anchors:
            self.tell(attributes, "duplicate-id", f"`#{attributes.id}` stands twice in this body", "change one of them")
            return ""
        self.anchors.add(attributes.id)
        return self.prefix + attributes.id

    def give(self, attributes: Attributes, element: Element) -> None:
        """Give a block its id and classes."""
        if anchor := self.taken_anchor(attributes):
            element.set("id", anchor)
        for name in attributes.classes:
            if name == "own-voice" or (name == "translated" and element.tag == "blockquote"):
                element.set("class", f"{element.get('class', '')} {name}".strip())
            else:
                self.problems.append(misplaced(name, attributes.place))

    def tell(self, attributes: Attributes, code: str, message: str, help: str) -> None:
        """Report attributes that cannot be given."""
        self.problems.append(Problem(code=code, place=attributes.place, message=message, help=help))

    def anchor(self, heading: Element) -> None:
        """Give a heading its anchor, and the second level or a lower one: the first is the page's title."""
        level = max(2, int(heading.tag[1]))
        heading.tag = f"h{level}"
        words = self.speech.words(heading)
        anchor = heading.get("id") or self.prefix + self.fresh(slug(words) or "section")
        heading.set("id", anchor)
        self.headings.append(Heading(level=level, anchor=anchor, words=words))

    def fresh(self, wanted: str) -> str:
        """The wanted anchor, or with the first number that sets it apart from the others."""
        anchor = wanted
        while anchor in self.anchors:
            self.repeated[wanted] += 1
            anchor = f"{wanted}-{self.repeated[wanted] + 1}"
        self.anchors.add(anchor)
        return anchor


def with_children(root: Element) -> list[Element]:
    """The elements of a tree that hold others; most are cells, items and paragraphs that hold none."""
    return [element for element in root.iter() if len(element)]
