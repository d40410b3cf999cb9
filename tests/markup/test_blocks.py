"""The blocks of a body: how they look, and the units of support that they are."""

import re

import pytest

from dossier import parse
from dossier.markup import prose
from dossier.model.prose import Fragment, Heading
from tests.markup.showing import findings, page, rendered, units

SUMMARY = """\
## Orders of the day {#orders}

The Pentagon sent [1,500 troops](claim:active-duty-1500)
in January [@latin-times, ¶3].

- One item [@panwar]
    - Nested *words*
- Another

| When | How many |
|------|---------:|
| 2025 | 1,500[^1] |

Guard
: A force of [[Mexico]].

> No invasion. [@newshub]

We think so.
{.own-voice}

[^1]: At least [@panwar].
"""


def headings(text: str) -> list[tuple[int, str, str]]:
    return [(heading.level, heading.anchor, heading.words) for heading in rendered(text).prose.headings]


def voices(text: str) -> list[bool]:
    return [unit.own_voice for unit in rendered(text).prose.units]


def test_each_heading_paragraph_item_row_and_note_is_a_unit_at_its_line() -> None:
    assert units(SUMMARY) == [
        "heading 1: Orders of the day",
        "paragraph 3: The Pentagon sent ⟨0 1,500 troops 0⟩ in January ⟨1⟩.",
        "item 6: One item ⟨2⟩",
        "item 7: Nested words",
        "item 8: Another",
        "table-head 10: When How many",
        "row 12: 2025 1,500",
        "definition 14: Guard",
        "definition 15: A force of ⟨3⟩.",
        "quote 17: ⟨4 No invasion.  4⟩⟨5⟩",
        "paragraph 19: We think so.",
        "footnote 22: At least ⟨6⟩.",
    ]
    assert voices(SUMMARY) == [False] * 10 + [True, False]


def test_a_unit_points_at_the_words_of_its_first_line() -> None:
    (unit,) = rendered("> [!note]\n>   It was so.\n> And so.").prose.units
    assert (unit.place.line, unit.place.column, unit.place.width) == (2, 1, 14)


def test_the_paragraphs_of_an_item_are_one_unit_and_panels_pictures_and_code_are_none() -> None:
    text = "- One.\n\n    And two.\n\n![[timeline]]\n\n![a map](map.jpg)\n\n```\ncode\n```\n\n    code"
    assert units(text) == ["item 1: One. And two."]


def test_a_table_aligns_by_class() -> None:
    html = page("| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |")
    assert '<th class="align-left">a</th><th class="align-center">b</th><th class="align-right">c</th>' in html
    assert "style" not in html


def test_headings_get_anchors_from_their_words_without_accents() -> None:
    text = "## México’s «Answer» & [[Mexico|its]] `code`\n\n### 1,500 [men](claim:a) [@x]\n\n## …\n\nSo\n--"
    assert headings(text) == [
        (2, "mexico-s-answer-its-code", "México’s Answer & its code"),
        (3, "1-500-men", "1,500 men"),
        (2, "section", "…"),
        (2, "so", "So"),
    ]


def test_an_anchor_that_is_given_wins_and_no_two_are_alike() -> None:
    text = "## So\n\n## So\n\n## So {#so-2}\n\nWe say.\n{#so .own-voice}"
    assert [anchor for _, anchor, _ in headings(text)] == ["so-3", "so-4", "so-2"]
    assert page(text).endswith('<p class="own-voice" id="so">We say.</p>')
    assert findings("## A {#x}\n\n## B {#x}") == ["duplicate-id 3:6+4"]


def test_the_first_level_is_the_pages_own() -> None:
    assert rendered("# So").prose.headings == (Heading(level=2, anchor="so", words="So"),)


@pytest.mark.parametrize("hashtag", ["#MeToo", "text\n#1 priority"])
def test_a_heading_needs_a_blank_behind_its_hashes(hashtag: str) -> None:
    assert "<h" not in page(hashtag)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("We say.\n{.own-voice}", '<p class="own-voice">We say.</p>'),
        ("We say.\n\n{.own-voice}", '<p class="own-voice">We say.</p>'),
        ("- a\n- b\n{.own-voice}", '<ul class="own-voice"><li>a</li><li>b</li></ul>'),
        ("> We say.\n> {.own-voice}", '<blockquote><p class="own-voice">We say.</p></blockquote>'),
        ("> We say.\n{.own-voice}", '<blockquote class="own-voice"><p>We say.</p></blockquote>'),
        ("## So {.own-voice}", '<h2 class="own-voice" id="so">So</h2>'),
        ("1. a\n{#own .own-voice}", '<ol class="own-voice" id="own"><li>a</li></ol>'),
        (
            "> [!note]\n> So.\n{.own-voice}",
            '<aside class="callout callout-note own-voice" role="note">⟨0⟩<p>So.</p></aside>',
        ),
    ],
)  # fmt: skip
def test_braces_belong_to_the_block_above_them(text: str, html: str) -> None:
    assert page(text) == html


def test_what_is_in_our_own_voice_is_so_in_all_its_units() -> None:
    assert voices("- a\n    - b\n{.own-voice}\n\nc") == [True, True, False]
    assert voices("- a\n\n    {.own-voice}\n- b") == [True, False]
    assert voices("> [!note]\n> a\n>\n> b\n{.own-voice}") == [True, True]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We say.\n{.own-vioce}", ["unknown-class 2:2+10"]),
        ("We say.\n{.scare}", ["unknown-class 2:1+8"]),
        ("We say.\n{#Own_Voice}", ["bad-id 2:2+10"]),
        ("{.own-voice}\n\nWe say.", ["broken-markup 1:1+12"]),
        ("We say {.own-voice} so.", ["broken-markup 1:8+12"]),
        ("We say.{.own-voice}", ["broken-markup 1:8+12"]),
    ],
)
def test_braces_that_say_nothing_known_are_told(text: str, found: list[str]) -> None:
    assert findings(text) == found


def test_a_callout_has_a_slot_for_its_word_at_its_head() -> None:
    assert page("> [!disputed]\n> It was so.\n>\n> - And so.") == (
        '<aside class="callout callout-disputed" role="note">⟨0⟩<p>It was so.</p><ul><li>And so.</li></ul></aside>'
    )


def test_callouts_and_quotations_that_an_empty_line_parts_stay_apart() -> None:
    text = "> [!note]\n> a\n\n> [!correction] b\n\n> c\n\n- d\n\n    > [!unverified]\n    > e"
    assert page(text) == (
        '<aside class="callout callout-note" role="note">⟨0⟩<p>a</p></aside>'
        '<aside class="callout callout-correction" role="note">⟨1⟩<p>b</p></aside><blockquote><p>c</p></blockquote>'
        '<ul><li><p>d</p><aside class="callout callout-unverified" role="note">⟨2⟩<p>e</p></aside></li></ul>'
    )


def test_a_callout_of_another_kind_is_told_with_the_nearest() -> None:
    (problem,) = rendered("> [!notes]\n> a").problems
    assert (problem.code, problem.help) == ("unknown-callout", "did you mean `note`?")
    assert findings("[!note] is no callout here, nor is\n\n- [!note]") == []


def test_notes_to_editors_are_gone_before_anything_is_read() -> None:
    text = "It<!-- [@x] -->self was <!--\n\n## No\n\n``` -->so.  <!-- end -->\nAnd so.\n<!-- a line -->\nStill so."
    assert page(text) == "<p>Itself was so.\nAnd so.\nStill so.</p>"
    assert units("One.\n<!-- a\n\nb -->\n\nTwo.") == ["paragraph 1: One.", "paragraph 6: Two."]


def test_places_behind_a_note_are_those_of_the_file() -> None:
    found = rendered("a <!-- one\ntwo --> [[b]] <!-- c --> [[d]]").prose.references
    assert [(each.place.line, each.place.column) for each in found] == [(2, 9), (2, 26)]


def test_a_note_in_code_is_code() -> None:
    assert page("`<!-- a -->`\n\n```\n<!-- b -->\n```\n\n\\<!-- c -->") == (
        "<p><code>&lt;!-- a --&gt;</code></p><pre><code>&lt;!-- b --&gt;\n</code></pre><p>&lt;!-- c --&gt;</p>"
    )


def test_a_note_that_never_ends_hides_all_that_follows() -> None:
    text = "Public. <!-- private\n\nStill private."
    assert findings(text) == ["open-comment 1:9+4"]
    assert rendered(text).prose.segments == ("<p>Public. </p>",)


def test_code_is_shown_to_the_letter() -> None:
    text = (
        "``a ` b`` `x` and ` unclosed\n\n```text\n[[a]] & <b>\n\n  “c”\n```\n\n- d\n\n    ~~~\n    e\n      f\n    ~~~"
    )
    assert page(text) == (
        "<p><code>a ` b</code> <code>x</code> and ` unclosed</p>"
        "<pre><code>[[a]] &amp; &lt;b&gt;\n\n  “c”\n</code></pre>"
        "<ul><li><p>d</p><pre><code>e\n  f\n</code></pre></li></ul>"
    )


def test_a_cell_too_many_is_told_and_not_lost_in_silence() -> None:
    text = "| a | b |\n|---|---|\n| 1 | 2 | [@x] |\n| 1 \\| 2 | `|` |\n"
    assert findings(text) == ["broken-markup 3:1+16"]


def test_footnotes_are_numbered_as_the_text_refers_to_them_and_lead_back() -> None:
    text = "- a[^z]\n\nb[^y] c[^z]\n\n[^y]: The why.\n[^z]: The end.\n\n    > And more."
    one, other, again = (
        f'<sup id="fnref-{back}"><a class="footnote-ref" href="#fn-{note}" role="doc-noteref">{number}</a></sup>'
        for back, note, number in (("guard-1", "guard-1", 1), ("guard-2", "guard-2", 2), ("guard-1-2", "guard-1", 1))
    )
    back, back_again, other_back = (
        f'&nbsp;<a class="footnote-back" href="#fnref-{back}" role="doc-backlink">↩{number}</a>'
        for back, number in (("guard-1", "1"), ("guard-1-2", "1.2"), ("guard-2", "2"))
    )
    assert page(text) == (
        f"<ul><li>a{one}</li></ul><p>b{other} c{again}</p>"
        '<section class="footnotes" role="doc-endnotes"><ol>'
        f'<li id="fn-guard-1"><p>The end.</p><blockquote><p>And more.</p></blockquote><p>{back}{back_again}</p></li>'
        f'<li id="fn-guard-2"><p>The why.{other_back}</p></li></ol></section>'
    )


def test_a_footnote_that_is_missing_or_written_twice_is_told() -> None:
    assert findings("a[^1] b[^2]\n\n[^1]: One.\n[^1]: Other.") == ["unknown-id 1:8+4", "duplicate-id 4:1+4"]
    assert page("a[^1]\n\n[^1]:").count("<li") == 1


SHARED_PAGE = (
    "## So\n\n### So {#here}\n\nHe said “no”{#no}.\n{#said}\n\n[Up](#here), [there](#no), [so](#so-2), [up](#hre)."
)


def test_the_anchors_of_a_body_can_be_set_apart_from_those_of_others() -> None:
    result = prose(SHARED_PAGE, path="content/terms/guard.md", first_line=1, prefix="term-guard", anchors="guard_")
    html = "".join(part for part in result.prose.segments if isinstance(part, str))
    targets = [each.target for each in result.prose.references if isinstance(each, Fragment)]
    assert re.findall(r'id="([^"]*)"', html) == ["guard_so", "guard_here", "guard_said", "guard_no"]
    assert [heading.anchor for heading in result.prose.headings] == ["guard_so", "guard_here"]
    assert targets == ["guard_here", "guard_no", "guard_so-2", "guard_hre"]
    assert [(each.code, each.help) for each in result.problems] == [
        ("unknown-id", "did you mean `so`?"),
        ("unknown-id", "did you mean `here`?"),
    ]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("He said “no”{#no}.", '<p>He said <span id="no">⟨0 no 0⟩</span>.</p>'),
        ("> He said “no”{#no}. [@x]", '⟨0 <blockquote><p>He said <span id="no">“no”</span>. ⟨1⟩</p></blockquote> 0⟩'),
    ],
)
def test_a_quotation_has_the_id_behind_it(text: str, html: str) -> None:
    assert page(text) == html


def test_a_further_mark_begins_a_further_callout() -> None:
    assert page("Text.\n> [!note] b\n> [!disputed]\n> c") == (
        '<p>Text.</p><aside class="callout callout-note" role="note">⟨0⟩<p>b</p></aside>'
        '<aside class="callout callout-disputed" role="note">⟨1⟩<p>c</p></aside>'
    )
    assert units("Text.\n> [!note] b\n> [!disputed]\n> c") == ["paragraph 1: Text.", "paragraph 2: b", "paragraph 4: c"]


@pytest.mark.parametrize(
    ("path", "head", "anchor"),
    [
        ("terms/guard", "term: Guard", "guard_so"),
        ("events/march", "title: A march\ndate: 2025", "march_so"),
        ("measures/troops", "title: Troops\nunit: troops\ncounts: All.", "troops_so"),
        ("about", "title: About", "so"),
    ],
)
def test_records_that_share_a_page_have_anchors_of_their_own(path: str, head: str, anchor: str) -> None:
    record = parse.record(f"---\n{head}\n---\n## So", path=f"content/{path}.md").value
    assert record
    assert [heading.anchor for heading in record.body.headings] == [anchor]
