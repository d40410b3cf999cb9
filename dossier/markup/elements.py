"""The few elements that fill the slots of prose; the only HTML made outside templates and Markdown."""

import re
from collections.abc import Iterable
from html import escape

from dossier.model.prose import Html

DEEPEST = 6
HEADING = re.compile(r"(</?h)([1-6])(?=[ >])")
TAG = re.compile(r"<[a-z][^<>]*>")
OWN_ID = re.compile(r""" (?:id="|href="#)""")


def text(words: str) -> Html:
    """Plain words, escaped."""
    return Html(escape(words))


def link(words: str, href: str, *, css: str = "", lang: str = "") -> Html:
    """Words that lead somewhere."""
    return Html(f"<a{attributes(css=css, href=href, lang=lang)}>{escape(words)}</a>")


def opened(tag: str, *, css: str = "", href: str = "", id: str = "", lang: str = "") -> Html:
    """An opening tag."""
    return Html(f"<{tag}{attributes(css=css, href=href, id=id, lang=lang)}>")


def closed(tag: str) -> Html:
    """A closing tag."""
    return Html(f"</{tag}>")


def span(words: str, *, css: str) -> Html:
    """Words with a class."""
    return Html(f"<span{attributes(css=css)}>{escape(words)}</span>")


def sign(shape: str, words: str, href: str, *, css: str, title: str) -> Html:
    """A sign that says its words to whoever cannot see it, and leads to what it means, if an address is given."""
    tag = "a" if href else "span"
    shown = f'<span aria-hidden="true">{escape(shape)}</span><span class="unseen"> {escape(words)}</span>'
    return Html(f'<{tag}{attributes(css=css, href=href)} title="{escape(title)}">{shown}</{tag}>')


def place(id: str) -> Html:
    """A place without words that links lead to."""
    return Html(f'<span id="{escape(id)}"></span>')


def moved(html: str, *, prefix: str, deeper: int) -> Html:
    """Rendered prose as it stands among other prose: its ids behind a prefix, its headings some levels deeper."""
    lowered = HEADING.sub(lambda found: f"{found[1]}{min(DEEPEST, int(found[2]) + deeper)}", html)
    return Html(TAG.sub(lambda tag: OWN_ID.sub(lambda found: found[0] + escape(prefix), tag[0]), lowered))


def picture(*, src: str, alt: str, caption: str) -> Html:
    """A picture with its words and, below it, its caption and credit."""
    image = f'<img src="{escape(src)}" alt="{escape(alt)}" loading="lazy">'
    below = f"<figcaption>{escape(caption)}</figcaption>" if caption else ""
    return Html(f'<figure class="picture">{image}{below}</figure>')


def joined(parts: Iterable[Html], between: str = "") -> Html:
    """Finished parts side by side."""
    return Html(between.join(parts))


def attributes(*, css: str = "", href: str = "", id: str = "", lang: str = "") -> str:
    """Attributes in a fixed order, those without a value left out."""
    return (
        (f' class="{escape(css)}"' if css else "")
        + (f' href="{escape(href)}"' if href else "")
        + (f' id="{escape(id)}"' if id else "")
        + (f' lang="{escape(lang)}"' if lang else "")
    )
