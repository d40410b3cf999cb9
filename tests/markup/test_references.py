"""What an author types and what it becomes, wherever it stands; and where it stays as it was typed."""

import pytest

from dossier.model import date
from dossier.model.prose import (
    Citation,
    CitedSource,
    ClaimSpan,
    Embed,
    FigureValue,
    Fragment,
    Locator,
    Picture,
    Quotation,
    Wikilink,
)
from dossier.problems import Place
from tests.markup.showing import findings, only, page, references, rendered, typed

PATH = "content/terms/guard.md"

CONSTRUCTS = (
    "[@latin-times, ¶3; see @radio-habana-cuba]",
    "@latin-times [¶3]",
    "[[national-guard-mexico|the Guard]]",
    "[1,500 *active-duty* troops](claim:active-duty-1500)",
    "[](figure:active-duty-troops@2025-01-22)",
    '"there will be no invasion"',
    "![soldiers at a gate](gate.jpg)",
)
CONTEXTS = (
    "So {} it was.",
    "## So {} it was",
    "So {} it was\n============",
    "- So {} it was.",
    "1. One\n\n    So {} it was.",
    "> So {} it was.",
    "> [!disputed]\n> So {} it was.",
    "| When | What |\n|---|---|\n| 2025 | So {} it was |",
    "Guard\n: So {} it was.",
    "As noted[^1].\n\n[^1]: So {} it was.",
    "**So {} it was.**",
    "*[GN]: Guardia Nacional\n\nThe GN, so {} it was.",
    "So\n{} it was.",
    "<b>So {} it was.</b>",
)
LITERAL = (
    "So `{}` it was.",
    "So ``a ` {}`` it was.",
    "```\n{}\n```",
    "~~~ text\n{}\n~~~",
    "> ```\n> {}\n> ```",
    "- item\n\n    ```\n    {}\n    ```",
    "    {}",
    "- item\n\n        {}",
)


def place(line: int, column: int, width: int) -> Place:
    return Place(path=PATH, line=line, column=column, width=width)


@pytest.mark.parametrize("construct", CONSTRUCTS)
@pytest.mark.parametrize("context", CONTEXTS)
def test_a_reference_is_one_wherever_it_stands_and_knows_its_place(context: str, construct: str) -> None:
    text = context.replace("{}", construct)
    found = only(text)
    assert typed(text, found) == construct
    at = references(text).index(found)
    assert f"⟨{at}⟩" in page(text) or (f"⟨{at} " in page(text) and f" {at}⟩" in page(text))


@pytest.mark.parametrize("construct", CONSTRUCTS)
@pytest.mark.parametrize("context", LITERAL)
def test_in_code_it_stays_as_it_was_typed(context: str, construct: str) -> None:
    text = context.replace("{}", construct)
    assert references(text) == ()
    assert f"{construct}" in page(text).replace("&quot;", '"')


@pytest.mark.parametrize("construct", [*CONSTRUCTS, "[above](#top)", "“words”", "«palabras»"])
def test_a_backslash_makes_it_plain_text(construct: str) -> None:
    escaped = "".join(f"\\{char}" if char in '[]@"!“”«»' else char for char in construct)
    assert references(f"So {escaped} it was.") == ()
    assert findings(f"So {escaped} it was.") == []


def test_a_citation_names_its_sources_with_what_stands_around_them() -> None:
    assert only("[see @latin-times, ¶3–5; -@panwar]") == Citation(
        place=place(1, 1, 34),
        sources=(
            CitedSource(
                source="latin-times",
                place=place(1, 6, 12),
                locator=Locator(text="¶3–5", place=place(1, 20, 4)),
                prefix="see",
            ),
            CitedSource(source="panwar", place=place(1, 26, 8), hidden=True),
        ),
    )


def test_a_citation_may_be_part_of_its_sentence() -> None:
    assert only("As @latin-times [¶3] says.") == Citation(
        place=place(1, 4, 17),
        sources=(
            CitedSource(source="latin-times", place=place(1, 4, 12), locator=Locator(text="¶3", place=place(1, 18, 2))),
        ),
        narrative=True,
    )


@pytest.mark.parametrize(
    "words", ["@latin-times", "(@latin-times)", "—@latin-times", "*@latin-times*", "@latin-times's"]
)
def test_punctuation_beside_a_citation_is_no_part_of_it(words: str) -> None:
    assert typed(words, only(words)) == "@latin-times"


@pytest.mark.parametrize(
    "words",
    [
        "ana@example.org",
        "https://example.org/@ana",
        "<ana@example.org>",
        "<https://example.org/@ana>",
        "[@]",
        "@ 5",
        "a@",
    ],
)
def test_other_at_signs_cite_nothing(words: str) -> None:
    assert references(f"See {words} there.") == ()
    assert findings(f"See {words} there.") == []


@pytest.mark.parametrize(
    "locator",
    [
        "¶3", "¶3–5", "¶3-5", "p. 12", "p.12", "p. iv", "pp. 3–4", "§ 202", "§§ 202, 203(a)", "s. 3(1)(b)", "art. 19",
        "title", "standfirst", "caption", "heading", "byline", "furniture", "footer", "¶3, caption, p. 12",
    ],
)  # fmt: skip
def test_these_are_locators(locator: str) -> None:
    assert findings(f"So it was [@panwar, {locator}].") == []


@pytest.mark.parametrize("locator", ["3", "¶", "¶0", "¶x", "para 3", "p.", "pp. 3", "Title", "¶3; ¶4", "sic"])
def test_these_are_none(locator: str) -> None:
    assert findings(f"So it was [@panwar, {locator}].")[0].startswith("bad-locator 1:21")


@pytest.mark.parametrize(
    ("text", "target", "kind", "label"),
    [
        ("[[Claudia Sheinbaum]]", "Claudia Sheinbaum", "", ""),
        ("[[ guard |  the   Guard ]]", "guard", "", "the Guard"),
        ("[[entity:title-50|Title 50]]", "title-50", "entity", "Title 50"),
        ("[[Mexico: a border]]", "Mexico: a border", "", ""),
        ("[[guard\\|the Guard]]", "guard", "", "the Guard"),
        ("[[Claudia\nSheinbaum]]", "Claudia Sheinbaum", "", ""),
        ("> [[Claudia\n> Sheinbaum]]", "Claudia Sheinbaum", "", ""),
    ],
)
def test_a_wikilink_has_a_target_and_may_have_a_kind_and_a_label(text: str, target: str, kind: str, label: str) -> None:
    found = only(text)
    assert isinstance(found, Wikilink)
    assert (found.target, found.kind, found.label) == (target, kind, label)


def test_the_bar_of_a_wikilink_parts_no_cells() -> None:
    assert "<td>⟨0⟩</td><td>⟨1⟩</td>" in page("| a | b |\n|---|---|\n| [[x|y]] | [[z\\|w]] |")


def test_a_claim_is_stated_in_words_with_markup_of_their_own() -> None:
    text = "[about *1,500* [sic] `active` troops](claim:active-duty-1500)"
    assert only(text) == ClaimSpan(place=place(1, 1, 61), claim="active-duty-1500")
    assert page(text) == "<p>⟨0 about <em>1,500</em> [sic] <code>active</code> troops 0⟩</p>"


def test_a_quotation_may_state_a_claim_and_a_claim_may_be_quoted() -> None:
    assert page('"it [was so](claim:a)"') == "<p>⟨0 it ⟨1 was so 1⟩ 0⟩</p>"
    assert page('["it was so"](claim:a)') == "<p>⟨0 ⟨1 it was so 1⟩ 0⟩</p>"


def test_a_claim_may_be_stated_by_reference() -> None:
    text = "So [it was][a], and [so][].\n\n[a]: claim:active-duty-1500\n[SO]: https://example.org 'Title'"
    assert only(text) == ClaimSpan(place=place(1, 4, 11), claim="active-duty-1500")
    assert page(text) == '<p>So ⟨0 it was 0⟩, and <a href="https://example.org" title="Title">so</a>.</p>'


def test_a_figure_may_be_pinned_to_a_day_and_a_source() -> None:
    assert only("[](figure:troops)") == FigureValue(place=place(1, 1, 17), measure="troops")
    assert only("[](figure:troops@2025-01-22/panwar)") == FigureValue(
        place=place(1, 1, 35), measure="troops", on=date.parse("2025-01-22"), source="panwar"
    )


def test_a_panel_is_a_block_of_its_own_even_between_lines() -> None:
    text = "Before\n![[claim:marines-500]]\nafter\n\n![[timeline]]"
    assert references(text) == (
        Embed(place=place(2, 1, 22), kind="claim", target="marines-500"),
        Embed(place=place(5, 1, 13), kind="timeline"),
    )
    assert page(text) == "<p>Before</p>\n⟨0⟩\n<p>after</p>\n⟨1⟩"


def test_a_picture_knows_whether_it_is_a_block() -> None:
    text = '![Soldiers \\[armed\\]](gate.jpg "At the gate")\n\nSee ![them](gate.jpg).'
    assert references(text) == (
        Picture(place=place(1, 1, 45), file="gate.jpg", alt="Soldiers [armed]", title="At the gate", alone=True),
        Picture(place=place(3, 5, 17), file="gate.jpg", alt="them"),
    )
    assert page(text) == "⟨0⟩\n<p>See ⟨1⟩.</p>"


def test_a_place_in_the_text_is_found_by_its_heading() -> None:
    text = "See [above](#mexicos-answer), [below](#b) and [here](#own).\n{#own}\n\n## México’s answer\n\n## B {#b}"
    assert [each.target for each in references(text) if isinstance(each, Fragment)] == ["mexicos-answer", "b", "own"]
    assert findings(text) == ["unknown-id 1:5+24"]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[a](https://example.org)", '<a href="https://example.org">a</a>'),
        (
            "[a](<https://example.org/a b> 'T \"x\"')",
            '<a href="https://example.org/a%20b" title="T &quot;x&quot;">a</a>',
        ),
        ("[a](https://en.wikipedia.org/wiki/X_(y))", '<a href="https://en.wikipedia.org/wiki/X_(y)">a</a>'),
        (
            "<https://example.org/?a=1&b=2>",
            '<a href="https://example.org/?a=1&amp;b=2">https://example.org/?a=1&amp;b=2</a>',
        ),
        ("<ana@example.org>", '<a href="mailto:ana@example.org">ana@example.org</a>'),
        ("[a](mailto:ana@example.org)", '<a href="mailto:ana@example.org">a</a>'),
        (
            "[**a** `b`](http://example.org/ñ)",
            '<a href="http://example.org/%C3%B1"><strong>a</strong> <code>b</code></a>',
        ),
    ],
)
def test_links_to_other_sites_are_plain_links(text: str, html: str) -> None:
    assert page(text) == f"<p>{html}</p>"


def test_a_reference_in_an_abbreviation_or_a_definition_is_only_text() -> None:
    text = '*[GN]: Guardia "Nacional" [[x]]\n\nThe GN.'
    assert page(text) == '<p>The <abbr title="Guardia &quot;Nacional&quot; [[x]]">GN</abbr>.</p>'


def test_bodies_leave_nothing_behind() -> None:
    first = page(
        "See GN[^1] and [it][a].\n\n*[GN]: Guardia Nacional\n\n[^1]: A note.\n\n[a]: https://example.org\n\n## A"
    )
    assert page("See GN and [it][a].\n\n## A") == '<p>See GN and [it][a].</p><h2 id="a">A</h2>'
    assert first == page(
        "See GN[^1] and [it][a].\n\n*[GN]: Guardia Nacional\n\n[^1]: A note.\n\n[a]: https://example.org\n\n## A"
    )


def test_a_body_that_was_too_deep_leaves_nothing_behind() -> None:
    turns = ["*_"[at % 2] for at in range(3000)]
    assert findings("".join(f"{turn}a " for turn in turns) + "".join(f" b{turn}" for turn in reversed(turns))) == [
        "over-limit 1:1+1"
    ]
    assert page("*It* was so.") == "<p><em>It</em> was so.</p>"


def test_what_only_readers_of_files_can_refuse_is_made_harmless() -> None:
    assert page("a\x02klzzwxh:0001\x03 \ufdda\ufdd0\ufddf b") == "<p>a\ufffdklzzwxh:0001\ufffd \ufffd\ufffd\ufffd b</p>"


def test_a_quotation_keeps_its_style() -> None:
    found = only("An “invasion”{.scare}, he said.")
    assert isinstance(found, Quotation)
    assert (found.words, found.style, found.block) == ("invasion", "scare", False)
    assert page("An “invasion”{.scare}, he said.") == "<p>An ⟨0 invasion 0⟩, he said.</p>"


def test_an_empty_body_is_nothing() -> None:
    for text in ("", "\n\n", "<!-- nothing yet -->"):
        assert not rendered(text).prose


@pytest.mark.parametrize(
    ("text", "help"),
    [
        ("[@a, @b]", "a semicolon stands between two sources: `[@one; @other]`"),
        ("[@a: ¶2]", "a comma stands before a locator: `[@its-id, ¶3]`"),
        ("[@a, ¶4-2]", "the first is the smaller"),
        ("[@a, pp. 9–3]", "the first is the smaller"),
        ("[so](claim:C-7)", "write the file name of the claim, without .md, and not its number"),
        ("![[claim:C-7]]", "write the file name of the claim, without .md, and not its number"),
        ("[so](claim:C_7)", "did you mean `c-7`?"),
    ],
)
def test_a_slip_of_the_pen_is_told_with_what_to_write(text: str, help: str) -> None:
    (problem,) = rendered(text).problems
    assert problem.help == help
