"""Which words are quoted, and which citation they are checked against."""

import pytest

from dossier.model.prose import Citation, Quotation
from tests.markup.showing import findings, only, page, references, rendered, typed, units


def quotation(text: str) -> Quotation:
    (found,) = (reference for reference in references(text) if isinstance(reference, Quotation))
    return found


def cited(text: str) -> str | None:
    """The source that the only quotation is checked against."""
    at = quotation(text).citation
    if at is None:
        return None
    citation = references(text)[at]
    assert isinstance(citation, Citation)
    return citation.sources[0].source


@pytest.mark.parametrize(
    "text", ['"there will be no invasion"', "“there will be no invasion”", "«there will be no invasion»"]
)
def test_three_kinds_of_marks_quote_and_the_page_prints_its_own(text: str) -> None:
    found = only(f"She said {text}.")
    assert isinstance(found, Quotation)
    assert (found.words, typed(f"She said {text}.", found)) == ("there will be no invasion", text)
    assert page(f"She said {text}.") == "<p>She said ⟨0 there will be no invasion 0⟩.</p>"


def test_the_words_are_plain_and_on_one_line() -> None:
    text = "> She said “there *will*\n> be no `invasion` &amp; no\n> [war](claim:war) with [[Mexico|us]]”."
    assert quotation(text).words == "there will be no invasion & no war with us"


@pytest.mark.parametrize(
    "text",
    [
        'a 5" gun and a 6" gun',
        'say "',
        '" alone',
        'x"y"z',
        '""',
        "“”",
        "a ” b » c",
        '| 5" | 6" |\n|---|---|\n| 7" | 8" |',
    ],
)
def test_marks_that_quote_nothing_stay(text: str) -> None:
    assert references(text) == ()
    assert findings(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She said “he told “no” to them”.", "he told “no” to them"),
        ('She said "he told “no” to them".', "he told “no” to them"),
        ('She said “he told "no" to them”.', 'he told "no" to them'),
        ("She said «he told “no” to them».", "he told “no” to them"),
    ],
)
def test_marks_within_marks_are_among_the_words(text: str, words: str) -> None:
    assert quotation(text).words == words


def test_a_quotation_ends_in_its_paragraph_item_or_cell() -> None:
    assert references('He said "no.\n\nShe said so" too.') == ()
    assert references('- He said "no.\n- She said so" too.') == ()
    assert references('| a | b |\n|---|---|\n| He "said | no" then |') == ()
    assert references('## He "said\nno" then') == ()


def test_a_quotation_that_never_ends_is_told() -> None:
    assert findings("She said “no.\n\nThen nothing.") == ["broken-markup 1:10+1"]


@pytest.mark.parametrize(
    "text",
    [
        'She said "no" [@panwar].',
        'She said "no." [@panwar]',
        'She said "no". [@panwar]',
        'She said "no"[@panwar].',
        'She said "no", as Gen. Guillot and U.S. officials heard on Nov. 3 [@panwar].',
        '"Why?" he asked [@panwar].',
        '"Out!" Trump said [@panwar].',
        '"No," @panwar reports.',
        '"No" said [[Sheinbaum]] of [the 1,500](claim:a) [@panwar].',
        '@panwar [¶3] says "no".',
        'As @panwar reports, she said "no" to Gov. Abbott.',
        "- “No” [@panwar]\n- Yes [@newshub]",
        "| a | b |\n|---|---|\n| “No” | [@panwar] |",
        "“No”\nshe said\n[@panwar].",
        "She said “no”.[^1] [@panwar]\n\n[^1]: [@newshub]",
    ],
)
def test_a_quotation_is_checked_against_the_next_citation_in_its_sentence(text: str) -> None:
    assert cited(text) == "panwar"


@pytest.mark.parametrize(
    "text",
    [
        'She said "no". He agreed [@panwar].',
        'She said "no." He agreed [@panwar].',
        'She said "no." @panwar agrees.',
        'She said "no"! Then he agreed [@panwar].',
        'As @panwar says. She said "no".',
        '[@panwar] She said "no".',
        'She said "no".\n\nHe agreed [@panwar].',
        '- She said "no"\n- He agreed [@panwar]',
        '| a |\n|---|\n| "no" |\n| [@panwar] |',
        'See "no"',
    ],
)
def test_a_citation_of_another_sentence_is_not_its_own(text: str) -> None:
    assert cited(text) is None


def test_a_block_quotation_is_checked_against_the_citation_that_ends_it() -> None:
    text = "> They are *not* in charge, “not at all”.\n>\n> - The cartels are.\n>\n> That is all. [@panwar, ¶3]"
    text += "\n{.translated}"
    found = quotation(text)
    assert found.words == "They are not in charge, “not at all”. The cartels are. That is all."
    assert (found.block, found.style, found.citation) == (True, "translated", 1)
    assert typed(text, found) == "> They are *not* in charge, “not at all”."
    assert page(text).startswith('⟨0 <blockquote class="translated"><p>They are <em>not</em>')
    assert page(text).endswith("That is all. ⟨1⟩</p></blockquote> 0⟩")
    assert units(text) == [
        "quote 1: ⟨0 They are not in charge, “not at all”. The cartels are. That is all.  0⟩⟨1⟩",
    ]


def test_a_block_quotation_without_a_citation_at_its_end_is_no_more_than_a_block() -> None:
    text = "> She said “no” [@panwar] and left."
    assert (quotation(text).words, quotation(text).block) == ("no", False)


def test_block_quotations_that_an_empty_line_parts_are_two() -> None:
    text = "> No. [@panwar]\n\n> Yes. [@newshub]"
    assert [each.words for each in references(text) if isinstance(each, Quotation)] == ["No.", "Yes."]


def test_a_callout_is_no_quotation() -> None:
    text = "> [!note]\n> It was so. [@panwar]"
    assert [type(each).__name__ for each in references(text)] == ["Callout", "Citation"]


def test_the_class_of_a_quotation_stands_right_behind_it() -> None:
    assert quotation("“no”{.translated} [@panwar]").style == "translated"
    assert findings("“no”{.own-voice} [@panwar]") == ["unknown-class 1:5+12"]
    assert findings("“no” {.scare} [@panwar]") == ["broken-markup 1:6+8"]
    assert findings("“no”{.scary} [@panwar]") == ["unknown-class 1:6+6"]
    assert findings("## An “invasion”{.scare}") == []


def test_quotations_keep_their_citations_when_a_panel_or_a_note_comes_first() -> None:
    text = "![[timeline]]\n\nIt is[^1] “so” [@panwar].\n\n[^1]: And “so” [@newshub]."
    found = rendered(text).prose.references
    pairs = [(each.words, found[each.citation]) for each in found if isinstance(each, Quotation) and each.citation]
    assert [(words, citation.place.line) for words, citation in pairs] == [("so", 3), ("so", 5)]
