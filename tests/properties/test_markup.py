"""Whatever an author mixes, scan and rendering agree: each reference shows once, from its own place, or as letters."""

import re
from html import unescape

from hypothesis import given, settings
from hypothesis import strategies as st

from dossier import markup
from dossier.model.prose import (
    Callout,
    Citation,
    ClaimSpan,
    FigureValue,
    Fragment,
    Picture,
    Prose,
    Quotation,
    Reference,
    Side,
    Slot,
    Wikilink,
)

# Each construct as an author types it, with what it must become.
CONSTRUCTS: tuple[tuple[str, type[Reference]], ...] = (
    ("[@latin-times, ¶3; see @radio-habana-cuba, pp. 3–4]", Citation),
    ("[-@panwar]", Citation),
    ("[[Claudia Sheinbaum]]", Wikilink),
    ("[[entity:national-guard-mexico\\|the *Guard*]]", Wikilink),
    ("[1,500 *active-duty* [sic] troops](claim:active-duty-1500)", ClaimSpan),
    ("[](figure:active-duty-troops@2025-01-22/latin-times)", FigureValue),
    ('"there will be no *invasion*"', Quotation),
    ("“a rational move”{.translated}", Quotation),
    ("«ninguna invasión»", Quotation),
    ("![a _column_ of \"soldiers\"](column.jpg 'At the gate')", Picture),
    ("[above](#top)", Fragment),
)
# What looks like a construct and is none.
PLAIN = (
    "plain words", "*emphasis*", "**strong**", "an e-mail a@b.org", "5 > 4 & 3 < 4", "`[[code]] \"span\"`",
    "6\\* \\[@x]", "<b>bold</b>", "snake_case_word", "the 5\" gun", "[a note]", "C-14", "naïve",
    "<https://example.org/@handle?a=b&c=d>", "[abroad](https://example.org/a_b_(c))",
)  # fmt: skip

Piece = tuple[str, type[Reference] | None]
pieces = st.one_of(st.sampled_from(CONSTRUCTS), st.sampled_from(PLAIN).map(lambda text: (text, None)))
lines = st.lists(pieces, min_size=1, max_size=5)

# How a line stands in a block, and whether its constructs live there.
LIVE = (
    "{}", "## {}", "- {}", "1. {}", "- item\n    - {}", "> {}", "> > {}", "> - {}", "| {} |\n|---|\n| cell |",
    "| head | other |\n|:---|---:|\n| {} | cell |", "Term\n: {}", "text[^{n}]\n\n[^{n}]: {}", "{}\n{{.own-voice}}",
    "> [!note]\n> {}", "words before\n{}", "- para\n\n    {}", "{} <!-- a [[note]]\n\nof two paragraphs -->",
)  # fmt: skip
CODE = ("```\n{}\n```", "~~~ text\n{}\n~~~", "-   x\n\n        {}", "> ````\n> {}\n> ````")
DEAD = (*CODE, "<!-- {} -->")

Block = tuple[str, list[Piece]]
blocks = st.tuples(st.sampled_from(LIVE + DEAD), lines)


def written(block: Block, number: int) -> str:
    """A block as text, with its line in place."""
    template, line = block
    return template.replace("{n}", str(number)).replace("{{", "{").replace("}}", "}").replace("{}", joined(line))


def joined(line: list[Piece]) -> str:
    return " ".join(text for text, _ in line)


def body(text: str) -> Prose:
    return markup.prose(text, path="content/a.md", first_line=1, prefix="a").prose


def offset(text: str, line: int, column: int) -> int:
    return sum(len(each) + 1 for each in text.split("\n")[: line - 1]) + column - 1


def expected(text: str, blocks: list[Block]) -> list[tuple[int, type[Reference]]]:
    """Where each construct of the living blocks stands in the text, and what it is."""
    found, at = [], 0
    for number, (template, line) in enumerate(blocks):
        block = written((template, line), number)
        start = at + written((template, [("\0", None)]), number).index("\0")
        at += len(block) + 2
        for typed, kind in line:
            if kind and template in LIVE and not (kind is Quotation and quotes_as_a_whole(template, line)):
                found.append((start, kind))
            start += len(typed) + 1
    return found


def quotes_as_a_whole(template: str, line: list[Piece]) -> bool:
    """Whether this is a block quotation that ends with its citation: quotation marks in it are among its words."""
    return template.startswith(">") and not template.startswith("> [!") and line[-1][1] is Citation


def slots(prose: Prose) -> list[Slot]:
    return [part for part in prose.segments if isinstance(part, Slot)]


def shown(prose: Prose) -> str:
    """The text of the HTML, without tags and slots."""
    return unescape(re.sub(r"<[^>]*>", "", "".join(part for part in prose.segments if isinstance(part, str))))


@given(st.lists(blocks, min_size=1, max_size=6))
def test_each_construct_is_found_where_it_was_typed_and_in_code_none_is(drawn: list[Block]) -> None:
    text = "## Top\n\n" + "\n\n".join(written(block, number) for number, block in enumerate(drawn))
    prose = body(text)
    found = [
        (offset(text, reference.place.line, reference.place.column) - 8, type(reference))
        for reference in prose.references
        if not (isinstance(reference, Callout) or (isinstance(reference, Quotation) and reference.block))
    ]
    assert found == expected(text, drawn)


@given(st.lists(blocks, min_size=1, max_size=6))
def test_no_word_is_lost_and_code_is_shown_to_the_letter(drawn: list[Block]) -> None:
    text = shown(body("\n\n".join(written(block, number) for number, block in enumerate(drawn))))
    code = [line for template, line in drawn if template in CODE]
    assert all(joined(line) in text for line in code)
    words = [joined(line).count("plain words") for template, line in drawn if template in LIVE + CODE]
    assert text.count("plain words") == sum(words)


@given(st.lists(blocks, min_size=1, max_size=6))
def test_each_reference_shows_once_and_spans_are_nested(drawn: list[Block]) -> None:
    prose = body("\n\n".join(written(block, number) for number, block in enumerate(drawn)))
    opened: list[int] = []
    for slot in slots(prose):
        if slot.side is Side.OPEN:
            opened.append(slot.reference)
        elif slot.side is Side.CLOSE:
            assert opened.pop() == slot.reference
    assert opened == []
    shows = sorted(slot.reference for slot in slots(prose) if slot.side is not Side.CLOSE)
    assert shows == list(range(len(prose.references)))


@given(st.lists(blocks, min_size=1, max_size=6))
def test_a_body_depends_on_its_own_text_alone(drawn: list[Block]) -> None:
    text = "\n\n".join(written(block, number) for number, block in enumerate(drawn))
    alone = body(text)
    body("*[words]: other words\n\n[^0]: another note[^0] [words][x]\n\n[x]: https://example.org\n\n## Top {#top}")
    assert body(text) == alone
    assert hash(alone) == hash(body(text))


# Everything that means something somewhere, to be put together in any order.
SHARDS = (
    *"[ ] ( ) ! \" “ ” « » @ \\ ` ``` ~~~ * ** _ | > - + # : { } < & ; ^ = x y-z ¶3 1. ![[ ]] ]( [^ [^1]: {#a}".split(),
    *"{.scare} {.own-voice} <!-- --> |---| [a]: *[a]: claim: figure: http://a.org &lt; [!note]".split(),
    *(typed for typed, _ in CONSTRUCTS),
    "\n", "\n\n", "\t", "    ", "  \n", "\n\n    ", "\n> ", "\n- ", "> [!note]", "\u2028", "\ufdd0", "\x00",
)  # fmt: skip
chaos = st.lists(st.one_of(st.sampled_from(SHARDS), st.sampled_from([" ", "\n", "a"])), max_size=40).map("".join)


@settings(max_examples=300)
@given(chaos)
def test_no_text_makes_it_fail_and_every_place_points_into_it(text: str) -> None:
    rendered = markup.prose(text, path="a.md", first_line=1, prefix="a")
    lines = text.split("\n")
    places = [reference.place for reference in rendered.prose.references]
    places += [problem.place for problem in rendered.problems] + [unit.place for unit in rendered.prose.units]
    for place in places:
        line = lines[place.line - 1]
        assert 1 <= place.column <= len(line) + 1
        assert place.width == 1 or place.column + place.width - 1 <= len(line)


@settings(max_examples=300)
@given(chaos)
def test_what_any_text_makes_is_whole(text: str) -> None:
    prose = body(text)
    sides = [(slot.reference, slot.side) for slot in slots(prose)]
    whole = {number for number, side in sides if side is Side.WHOLE}
    opened = {number for number, side in sides if side is Side.OPEN}
    assert len(sides) == len(set(sides))
    assert {number for number, side in sides if side is Side.CLOSE} == opened
    assert whole | opened == set(range(len(prose.references)))
    assert not whole & opened
    assert not re.search("[\ufdd0-\ufdef]", shown(prose))
    in_units = [item.reference for unit in prose.units for item in unit.words if isinstance(item, Slot)]
    assert set(in_units) <= set(range(len(prose.references)))
