"""Python-Markdown as this program sets it up: blocks, lists, tables, footnotes, definitions, abbreviations, emphasis.

Links, pictures, code and raw HTML are not its business: the grammar has taken the first three out before, and the last
stays text. So nothing it makes has an address but a footnote.
"""

import re
from functools import cache
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import BlockQuoteProcessor, HashHeaderProcessor, ParagraphProcessor
from markdown.extensions import Extension
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension, TableProcessor
from markdown.preprocessors import NormalizeWhitespace
from markdown.treeprocessors import InlineProcessor, PrettifyTreeprocessor, Treeprocessor, UnescapeTreeprocessor
from markdown.util import BLOCK_LEVEL_ELEMENTS, ETX, STX, AtomicString

from dossier.markup.marks import LINE

UNWANTED_INLINE = (
    "backtick escape reference link image_link image_reference short_reference short_image_ref autolink automail html "
    "entity"
).split()
BLOCKS = frozenset(BLOCK_LEVEL_ELEMENTS)
EMPTY = frozenset(("br", "hr"))  # of the elements without an end, those that are made here
LONE_AMPERSAND = re.compile(r"&(?!(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);)", re.IGNORECASE)
ESCAPABLE = '"“”«»@<~:|&'  # besides what Markdown lets an author escape


class Whitespace(NormalizeWhitespace):
    """Tabs as blanks, and lines of blanks as empty ones; a body has none of the rest that the library looks for."""

    BLANK = re.compile(r"\n +(?=\n)")  # what begins with a letter is found much faster than what looks behind itself

    def run(self, lines: list[str]) -> list[str]:
        source = "\n".join([*lines, "", ""])
        return self.BLANK.sub("\n", source.expandtabs(self.md.tab_length)).split("\n")


class Headings(HashHeaderProcessor):
    """Headings that need a blank behind the hashes, so that a line may begin with a #hashtag."""

    RE = re.compile(HashHeaderProcessor.RE.pattern.replace("#{1,6})", "#{1,6})(?=[ ]|\\n|$)", 1))


class QuotesApart(BlockQuoteProcessor):
    """Block quotations and callouts that an empty line parts stay apart."""

    def lastChild(self, parent: Element) -> Element | None:  # noqa: N802 - the library's name
        """No earlier quotation to go on with."""
        return None


class PlainLine(ParagraphProcessor):
    """A block of one line that begins with a word: a paragraph at once, without asking every other kind of block."""

    def test(self, parent: Element, block: str) -> bool:
        return block.startswith(LINE) and "\n" not in block


class Tables(TableProcessor):
    """Tables, looked for where a bar stands, whose rows are parted at once where no bar can be other than a border."""

    def test(self, parent: Element, block: str) -> bool:
        return "|" in block and super().test(parent, block)

    def _split(self, row: str) -> list[str]:
        return super()._split(row) if "\\" in row or "`" in row else row.split("|")  # type: ignore[misc]  # the stubs lack it


class Escapes(Treeprocessor):
    """Escaped characters in the library's own writing, all at once: its pattern copies the text for each."""

    ESCAPE = re.compile(r"\\(.)", re.DOTALL)

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.text and "\\" in element.text and not isinstance(element.text, AtomicString):
                element.text = self.ESCAPE.sub(self.escaped, element.text)
            if element.tail and "\\" in element.tail:
                element.tail = self.ESCAPE.sub(self.escaped, element.tail)

    def escaped(self, found: re.Match[str]) -> str:
        return f"{STX}{ord(found[1])}{ETX}" if found[1] in self.md.ESCAPED_CHARS else found[0]


class Inline(InlineProcessor):
    """The library's inline patterns: those whose beginnings stand in a text, for the blocks where these stand."""

    PATTERNS = ("footnote", "linebreak", "em_strong")  # in the library's order
    BEGINNINGS = (("[^", "footnote"), ("  \n", "linebreak"), ("*", "em_strong"), ("_", "em_strong"))

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Make elements of what stands in each of the outermost blocks; there is no text between these yet."""
        blocks, names = Element(tree.tag), set[str]()
        for block in tree:
            text = "".join(block.itertext())
            if begun := [name for sign, name in self.BEGINNINGS if sign in text]:
                blocks.append(block)
                names.update(begun)
        patterns = [self.md.inlinePatterns[name] for name in self.PATTERNS if name in names]
        self.inlinePatterns = patterns  # type: ignore[assignment]  # is only asked for its items, of which a list is quick
        super().run(blocks, ancestors)
        return tree


class LineBreaks(PrettifyTreeprocessor):
    """The library's line breaks between blocks, for which it asks of every element twice whether it is one."""

    def _prettifyETree(self, elem: Element) -> None:  # noqa: N802 - the library's name
        """Put them into one element that is a block and all blocks within, and behind them."""
        for block in elem.iter():
            if block.tag in BLOCKS:
                if len(block) and block[0].tag in BLOCKS and not (block.text and block.text.strip()):
                    block.text = "\n"
                if not block.tail or not block.tail.strip():
                    block.tail = "\n"


class Unescape(UnescapeTreeprocessor):
    """Escaped characters put back, where there are any."""

    def run(self, root: Element) -> None:
        if STX in "".join(root.itertext()):
            super().run(root)


class Footnotes(FootnoteExtension):
    """Footnotes as a bare list at the end of the body; their numbers and ways back are made when all is rendered."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        """Leave out the library's ways back, which fail on an empty note."""
        super().extendMarkdown(md)
        md.treeprocessors.deregister("footnote-duplicate")

    def unique_ref(self, reference: str, found: bool = False) -> str:
        """The same for every reference to a note; the library's search for a free one takes the longer the more."""
        return reference

    def findFootnotesPlaceholder(self, root: Element) -> None:  # noqa: N802 - the library's name
        """Nowhere: what marks the place is nothing that an author can type."""

    def makeFootnotesDiv(self, root: Element) -> Element | None:  # noqa: N802 - the library's name
        """The notes, in the order they are written in."""
        if not self.footnotes:
            return None
        notes = Element("section")
        items = SubElement(notes, "ol")
        for label, text in self.footnotes.items():
            box = Element("div")  # an item of a list would make Markdown read on in that list
            self.parser.parseChunk(box, text)
            SubElement(items, "li", {"id": self.makeFootnoteId(label)}).extend(box)
        return notes


class House(Extension):
    """The rules of this house, put over the library's own."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        """Leave out what the grammar does, and change what this module says."""
        md.preprocessors.deregister("html_block")
        md.preprocessors.register(Whitespace(md), "normalize_whitespace", 30)
        md.parser.blockprocessors.deregister("reference")
        for name in UNWANTED_INLINE:
            md.inlinePatterns.deregister(name)
        md.parser.blockprocessors.register(PlainLine(md.parser), "plain-line", 95)
        md.parser.blockprocessors.register(Tables(md.parser, {"use_align_attribute": True}), "table", 75)
        md.parser.blockprocessors.register(Headings(md.parser), "hashheader", 70)
        md.parser.blockprocessors.register(QuotesApart(md.parser), "quote", 20)
        md.treeprocessors.register(Escapes(md), "escapes", 22)
        md.treeprocessors.register(Inline(md), "inline", 20)
        md.treeprocessors.register(LineBreaks(md), "prettify", 10)
        md.treeprocessors.register(Unescape(md), "unescape", 0)
        md.ESCAPED_CHARS.extend(ESCAPABLE)


@cache
def engine() -> Markdown:
    """The one instance, made when first needed; every text begins with its reset."""
    markdown = Markdown(
        output_format="html",
        extensions=[
            TableExtension(),
            Footnotes(PLACE_MARKER=LINE * 2),
            DefListExtension(),
            AbbrExtension(),
            SaneListExtension(),
            House(),
        ],
    )
    # From now on nothing is registered: a list spares the library the making of one for every block that it reads.
    markdown.parser.blockprocessors = [*markdown.parser.blockprocessors]  # type: ignore[assignment]  # is only gone over
    return markdown


def tree(woven: str) -> Element:
    """The body as a tree of elements, with its marks in their places."""
    return parsed(woven, engine())


def parsed(woven: str, markdown: Markdown) -> Element:
    """A text as an instance of the library reads it, of which it keeps nothing."""
    markdown.reset()
    lines = woven.split("\n")
    for preprocessor in markdown.preprocessors:
        lines = preprocessor.run(lines)
    root = Element(markdown.doc_tag)
    markdown.parser.parseChunk(root, "\n".join(lines))
    for processor in markdown.treeprocessors:
        processor.run(root)  # each works on the tree in place
    return root


def html(root: Element) -> str:
    """The tree as HTML, without the element around it."""
    return serialized(root).strip().removeprefix("<div>").removesuffix("</div>").strip()


def serialized(root: Element) -> str:
    """The tree as the library would write it, which is ready for more than it ever makes here."""
    pieces: list[str] = []
    ahead: list[Element | str] = [root]
    while ahead:
        each = ahead.pop()
        if isinstance(each, str):
            pieces.append(each)
            continue
        tag, text, tail = each.tag, each.text, each.tail
        begin = f"<{tag}{attributes(each)}>{escaped(text) if text else ''}"
        end = "" if tag in EMPTY else f"</{tag}>"
        if tail:
            end += tail if tail == "\n" else escaped(tail)
        if len(each):
            pieces.append(begin)
            ahead.append(end)
            ahead += reversed(each)
        else:
            pieces.append(begin + end)
    return "".join(pieces)


def escaped(text: str) -> str:
    """A text as HTML; what an author typed as an entity is one."""
    if "&" in text:
        text = LONE_AMPERSAND.sub("&amp;", text)
    if "<" in text:
        text = text.replace("<", "&lt;")
    return text.replace(">", "&gt;") if ">" in text else text


def attributes(element: Element) -> str:
    """The attributes of an element by their names."""
    values = element.items()
    return "".join([f' {name}="{in_quotes(value)}"' for name, value in sorted(values)]) if values else ""


def in_quotes(text: str) -> str:
    """A text as the value of an attribute."""
    return escaped(text).replace('"', "&quot;")
