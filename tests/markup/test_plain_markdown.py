"""Where an author writes plain Markdown, the page is what Python-Markdown makes of it."""

import re

import markdown
import nh3
import pytest

from tests.markup.showing import page

STOCK = markdown.Markdown(output_format="html", extensions=["tables", "def_list", "abbr", "fenced_code", "sane_lists"])
TEXTS = (
    "Two\nlines, *one* **strong** ***both*** _so_ __and__ snake_case a*b*c 2 * 3 * 4",
    "A line  \nbroken, and \\*escaped\\* \\_so\\_ \\# \\` \\[a\\](b)",
    "- a\n- b\n    - c\n\n        more c\n    - d\n- e\n\n1. x\n2. y",
    "3. three\n4. four\n\n* star\n\n    para\n\n+ plus",
    "para\n- no list\n2025. No list either\n\n2025. A list",
    "> quote\nlazy\n> > deeper\n> back\n>\n> - item\n>     - nested",
    "# One\n\n## Two ##\n\nThree\n=====\n\nFour\n---\n\n###### Six\ntext",
    "---\n\n***\n\n_ _ _\n\ntext\n\n* * *",
    "a | b\n--|--\n1 | *2*\n3 |\n\n| x |\n|---|\n| y |\n\nno | table\nhere",
    "Term\n:   Definition\n\n    > with a quote\n\nOther\nTerm\n:   One\n:   Two",
    "The HTML is *HTML*.\n\n*[HTML]: Hypertext Markup Language\n",
    "    code & <tags>\n\n    more\n\nafter\n\n- a\n\n        code in item",
    "```\nfence & <b>\n\n*no*\n```\n\ntext `a *b* <c>` and ``d ` e``",
    "a [link](https://a.example \"T\") and <https://a.example> and [ref][1] and [1].\n\n[1]: https://a.example/x 'Y'",
    "AT&T &copy; &lt;b&gt; 1 < 2 > 0 <b>raw</b>",
    "- a *x\n- b* y\n\n**a\n\nb** c",
    "# Heading with *emphasis* and `code`\n- list after\n- more",
)


def stock(text: str) -> str:
    """What Python-Markdown makes, with raw HTML as text, as everywhere in this house."""
    STOCK.reset()
    html = STOCK.convert(
        re.sub(r"</?b>", lambda tag: tag.group().replace("<", "&lt;"), text) if "`" not in text else text
    )
    return unmarked(html)


def unmarked(html: str) -> str:
    """HTML without anchors, classes and the difference between the first two levels of headings."""
    plain = nh3.clean(html, attributes={"a": {"href", "title"}, "ol": {"start"}, "abbr": {"title"}}, link_rel=None)
    return re.sub(r">\s+<", "><", plain.replace("h1>", "h2>")).strip()


@pytest.mark.parametrize("text", TEXTS)
def test_plain_markdown_is_python_markdowns(text: str) -> None:
    assert unmarked(page(text)) == stock(text)
