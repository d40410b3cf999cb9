"""The ways in which the engine and the scan are quicker than what they stand for, held to what that makes of a text."""

import gc
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension, TableProcessor
from markdown.inlinepatterns import ESCAPE_RE, EscapeInlineProcessor
from markdown.preprocessors import NormalizeWhitespace
from markdown.treeprocessors import InlineProcessor, PrettifyTreeprocessor, UnescapeTreeprocessor

from dossier import markup
from dossier.markup import lines, marks, standalone, weave
from dossier.markup.engine import Footnotes, House, Inline, engine, html, parsed, tree
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
        md.preprocessors.register(NormalizeWhitespace(md), "normalize_whitespace", 30)
        md.parser.blockprocessors.register(TableProcessor(md.parser, {"use_align_attribute": True}), "table", 75)
        md.treeprocessors.register(InlineProcessor(md), "inline", 20)
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


def test_every_inline_pattern_of_the_library_is_one_whose_beginnings_are_known() -> None:
    patterns = engine().inlinePatterns
    assert [patterns[name] for name in Inline.PATTERNS] == [*patterns]
    assert {name for _, name in Inline.BEGINNINGS} == set(Inline.PATTERNS)


@pytest.mark.parametrize("pattern", [lines.LINE, standalone.LINES, standalone.HEADING, weave.WORDS])
@given(body=st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_from_line_feed_to_line_feed_a_pattern_is_found_wherever_it_stands(pattern: re.Pattern[str], body: str) -> None:
    found = [match.span() for match in lines.begun(pattern, body)]
    assert found == [match.span() for match in pattern.finditer(body)]


@given(st.text(alphabet=[*marks.KINDS, marks.END, *marks.DIGITS[:3], "a", " "], max_size=30))
def test_a_text_is_parted_at_whole_marks_and_at_nothing_else(text: str) -> None:
    found, last = marks.parted(text)
    assert [part for before, kind, at in found for part in (before, kind, at)] + [last] == [
        marks.number(part) if at % 3 == 2 else part for at, part in enumerate(marks.MARK.split(text))
    ]


def test_a_body_that_has_been_read_leaves_nothing_for_the_collector_of_garbage() -> None:
    body = "\n\n".join(path.read_text("utf-8").partition("\n---\n")[2] for path in RECORDS[:20])
    markup.prose(body, path="a.md", first_line=1, prefix="a")
    gc.collect()
    markup.prose(body, path="a.md", first_line=1, prefix="a")
    assert gc.collect() == 0
