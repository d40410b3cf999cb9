"""The ways in which the engine is quicker than the library's own parts, held to what these make of the same text."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import ESCAPE_RE, EscapeInlineProcessor
from markdown.treeprocessors import PrettifyTreeprocessor, UnescapeTreeprocessor

from dossier.markup.engine import Footnotes, House, html, parsed, tree
from dossier.markup.marks import LINE, without_foreign
from dossier.markup.render import scanned

ROOT = Path(__file__).parents[2]
RECORDS = tuple(sorted((ROOT / "content").rglob("*.md")))
CASES = tuple(sorted((ROOT / "tests" / "cases" / "prose").glob("*.txt")))
PIECES = (
    *"* ** _ __ *** [^1] > - + 1. # ## | : \\ \\* \\_ & &amp; &lt; < > “ ” \" ' --- === *[AB]: ~ ! ( ) [ ] AB".split(),
    *("\n", "\n\n", "  \n", "    ", "\t", "\n- ", "\n> ", "\n| a | b |\n|---|---|\n| ", "\n\n[^1]: ", "\n: ", "\n## "),
    *("word", "two words", "é", "<b>", "x_y_z", "2 * 3", "{#a .own-voice}"),
)


class Unhurried(Extension):
    """The house without its shortcuts."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        """Put the library's own parts back."""
        House().extendMarkdown(md)
        md.parser.blockprocessors.deregister("plain-line")
        md.treeprocessors.deregister("escapes")
        md.treeprocessors.deregister("plain-text")
        md.inlinePatterns.register(EscapeInlineProcessor(ESCAPE_RE, md), "escape", 180)
        md.treeprocessors.register(PrettifyTreeprocessor(md), "prettify", 10)
        md.treeprocessors.register(UnescapeTreeprocessor(md), "unescape", 0)


UNHURRIED = Markdown(
    output_format="html",
    extensions=[
        TableExtension(use_align_attribute=True),
        Footnotes(PLACE_MARKER=LINE * 2),
        DefListExtension(),
        AbbrExtension(),
        SaneListExtension(),
        Unhurried(),
    ],
)


def quick(body: str) -> str:
    """A body as the engine makes it."""
    return html(tree(woven(body)))


def slow(body: str) -> str:
    """A body as the library makes it by itself."""
    whole = UNHURRIED.serializer(parsed(woven(body), UNHURRIED))
    return whole.strip().removeprefix("<div>").removesuffix("</div>").strip()


def woven(body: str) -> str:
    """A body as Markdown is given it."""
    return scanned(without_foreign(body), path="a.md", first_line=1).woven


def test_the_shortcuts_make_of_every_body_of_this_dossier_what_the_library_makes() -> None:
    for path in RECORDS:
        body = path.read_text("utf-8").partition("\n---\n")[2]
        assert quick(body) == slow(body), path


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_shortcuts_make_of_every_case_what_the_library_makes(case: Path) -> None:
    body = case.read_text("utf-8").partition("=====\n")[0]
    assert quick(body) == slow(body)


@given(st.lists(st.sampled_from(PIECES) | st.sampled_from((" ", "a")), max_size=40).map("".join))
@settings(max_examples=400)
def test_the_shortcuts_make_of_any_text_what_the_library_makes(body: str) -> None:
    assert quick(body) == slow(body)
