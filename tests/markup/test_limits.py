"""No text takes long, and what is beyond any real use is refused at its line."""

import gc
import time

import pytest

from tests.markup.showing import findings, rendered

BUDGET = 2.0  # seconds of one processor
LENGTH = 16_000
LARGEST = 100_000

# Said over and over; each has made some Markdown slow, or could.
FRAGMENTS = (
    "[", "![", "[[", "[[a", "[a](", "[a](<b", "[a](b 'c", '[a](b "', "[]", "[](", "[a][", "[a]: b\n", "[^", "[^a]",
    "x[^a]", "[^a]: see [^a]\n\n", "]", "](claim:", "[a](claim:b) ", "![[claim:x]]\n", "*", "**", "*a ", "**a ",
    "_a ", "*a_ ", "*_", "`", "`a ", "` ``", "```\n", "``` \n", "~~~\n", "\\", "\\`", "\t", "\t\n", "    a\n\n",
    " ", "  \n", "\n", "> ", ">", "> a\n", "> \n\n", "> [!note]\n", "> [!note]\n\n", "- ", "* ", "+ a\n", "- a\n\n",
    "- a\n\n    b\n\n", "1. ", "1. a\n", "# ", "## a\n", "a\n===\n", "a\n---\n", "---\n", "***\n", "|", "a|",
    "a|b\n", "|a|b|\n", "|-", "|-|-|\n", "<!--", "<!-- a -->", "-->", "<![CDATA[", "<a ", "<a@", "<http://a ",
    "<?x", "&", "&amp;", '"', '"a ', '"a" ', '("', '*"', "“", "”", "“a” ", "«", "@a ", "@a [", "[@a; ", "[@a]",
    "; @a", "{.a}", "{#a}\n", ": a\n", "a\n: b\n\n", "*[a]: b\n", "*[",
)  # fmt: skip
WHOLES = {
    "brackets within brackets": "[" * 8000 + "]" * 8000,
    "links within links": "[" * 2000 + "](x)" * 2000,
    "emphasis that crosses": "*a **b " * 2000 + "c** d* " * 2000,
    "many lengths of back-ticks": " a ".join("`" * length for length in range(1, 180)),
    "many lengths of fences": "\n".join("`" * length for length in range(180, 3, -1)),
    "many names of footnotes": "".join(f"x[^{n}] " for n in range(700)) + "".join(f"\n\n[^{n}]: t" for n in range(700)),
    "many uses of one footnote": "x[^a] " * 1900 + "\n\n[^a]: t",
    "many abbreviations": "".join(f"*[a{n}]: x\n" for n in range(450)) + " a1 b" * 2000,
    "many definitions": "".join(f"[a{n}]: https://example.org\n" for n in range(500)) + "[a1] " * 1000,
    "block quotations with citations": '> "a" [@x]\n\n' * 1500,
    "one long word": "a" * LENGTH,
    "one long wikilink": "[[" + "a" * LENGTH + "]]",
    "one long citation": "[@a, " + "b" * LENGTH + "]",
}


def spent(text: str) -> float:
    """Seconds of this process alone; what earlier tests left in memory is not searched for garbage meanwhile."""
    gc.collect()
    gc.freeze()
    before = time.process_time()
    rendered(text)
    taken = time.process_time() - before
    gc.unfreeze()
    return taken


def seconds(text: str) -> float:
    """What a text takes; if that is too long, the less of two, since a busy machine slows and never hastens."""
    taken = spent(text)
    return taken if taken < BUDGET else min(taken, spent(text))


@pytest.mark.parametrize("fragment", FRAGMENTS, ids=repr)
def test_no_fragment_is_slow_however_often_it_is_said(fragment: str) -> None:
    assert seconds(fragment * (LENGTH // len(fragment))) < BUDGET


@pytest.mark.parametrize(
    "fragment", ["\\", "\\`", "a \\* b ", "a  \n", "[a](claim:", "[a](http:", "![a](", "{.a\n", "“a”{#a}"]
)
def test_what_was_once_slow_is_not_at_the_greatest_length(fragment: str) -> None:
    assert seconds(fragment * (LARGEST // len(fragment))) < BUDGET


@pytest.mark.parametrize("text", WHOLES.values(), ids=WHOLES)
def test_no_text_is_slow_that_is_made_to_be(text: str) -> None:
    assert seconds(text) < BUDGET


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("It was so.\n\n" + "- " * 500 + "a", "3:1"),
        ("It was so.\n\n" + "* " * 25 + "a", "3:1"),
        ("1. " * 30 + "a", "1:1"),
        (">" * 21 + " a", "1:1"),
        ("".join("    " * depth + "- a\n" for depth in range(30)), "22:1"),
        ("It was so.\n\nSo " + "[a " * 201, "3:4"),
        ("a\n\n|" + "a|" * 65 + "\n|" + "-|" * 65 + "\n", "4:1"),
        ("|" + "a|" * 64 + "\n|" + "-|" * 64 + "\n" + "|a\n" * 400, "2:1"),
        ("a[^1]" * 2001, "1:1"),
        ("a " * 50_001, "1:1"),
        ("a  \n" * 25_000, "1:1"),
        ("## a\n" * 2001, "1:1"),
    ],
)
def test_what_is_beyond_a_limit_is_refused_at_its_line(text: str, place: str) -> None:
    (found,) = findings(text)
    assert found.startswith(f"over-limit {place}+")
    assert not rendered(text).prose


@pytest.mark.parametrize(
    "text",
    ["- " * 20 + "a", "* " * 40, "a [sic] " * 300, "|" + "a|" * 64 + "\n|" + "-|" * 64 + "\n|a|\n", "word " * 20_000],
)
def test_what_is_within_the_limits_is_not(text: str) -> None:
    assert findings(text) == []
