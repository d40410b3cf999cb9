"""From HTML with marks to segments: code and outward links put in, a second wall, then the cut at marks."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from html import escape

import nh3

from dossier.markup.constructs import Code, Link
from dossier.markup.marks import CLOSE, LINE, OPEN, WHOLE, mark, parted
from dossier.markup.units import SIDES, Speech
from dossier.model.prose import Reference, Slot

HEADINGS = ("h2", "h3", "h4", "h5", "h6")
BLOCKS = (*HEADINGS, "p", "ul", "ol", "li", "dl", "dd", "table", "blockquote", "pre", "aside")
CALLOUTS = ("note", "disputed", "correction", "unverified")
ALIGNED = re.compile(r'<(t[hd]) align="(left|center|right)">')
Segments = tuple[str | Slot, ...]


@cache
def wall() -> nh3.Cleaner:
    """What may stand in a body's HTML, whatever Markdown and the grammar let through."""
    classes = {tag: {"own-voice"} for tag in BLOCKS}
    classes["blockquote"] = {"own-voice", "translated"}
    classes["aside"] = {"own-voice", "callout", *(f"callout-{kind}" for kind in CALLOUTS)}
    classes["a"] = {"footnote-ref", "footnote-back"}
    classes["section"] = {"footnotes", "table"}
    classes["table"] = {"own-voice", "by-row"}
    classes["ol"] = classes["ul"] = {"own-voice", "led"}
    classes["th"] = classes["td"] = {"align-left", "align-center", "align-right"}
    return nh3.Cleaner(
        tags={*classes, "hr", "br", "em", "strong", "code", "thead", "tbody", "tr", "dt", "sup", "abbr", "span"},
        attributes={
            "*": {"id"},
            "a": {"href", "title", "role"},
            "abbr": {"title"},
            "ol": {"start"},
            "aside": {"role"},
            "section": {"role", "tabindex", "aria-label"},
            "td": {"data-name"},
        },
        allowed_classes=classes,
        link_rel=None,
        url_schemes={"http", "https", "mailto"},
    )


def finished(html: str, speech: Speech) -> str:
    """The HTML with all but references filled in, and cleaned."""
    aligned = ALIGNED.sub(r'<\1 class="align-\2">', html)
    marks, last = parted(aligned)
    pieces = [before if kind == LINE else before + filled(kind, index, speech) for before, kind, index in marks]
    return wall().clean("".join([*pieces, last]))


def filled(kind: str, index: int, speech: Speech) -> str:
    """A mark as HTML, or as it is where a reference shows."""
    shown = shown_at(kind, index, speech)
    if anchor := speech.anchors.get(index):
        return f'<span id="{anchor}">{shown}' if kind == OPEN else f"{shown}</span>"
    return shown


def shown_at(kind: str, index: int, speech: Speech) -> str:
    """The mark of a construct as HTML."""
    if index in speech.fates.gone:
        return escape(speech.letters(kind, index))
    match speech.constructs[index].meaning:
        case Code() as code:
            shown = f"<code>{escape(code.text, quote=False)}</code>"
            return f"<pre>{shown}</pre>" if code.fenced else shown
        case Link() as link:
            return tag(link, kind)
        case meaning:
            return mark(kind, index) if isinstance(meaning, Reference) else ""


def tag(link: Link, kind: str) -> str:
    """The tag, or both tags, of a link to another site."""
    title = f' title="{escape(link.title)}"' if link.title else ""
    opening = f'<a href="{escape(link.href)}"{title}>'
    return {OPEN: opening, CLOSE: "</a>", WHOLE: f"{opening}{escape(link.label)}</a>"}[kind]


def cut(html: str, indexes: Mapping[int, int]) -> Segments:
    """The HTML cut at its marks, which become slots of the references that ``indexes`` numbers."""
    return tuple(part for part in _cut(html, indexes) if part)


def _cut(html: str, indexes: Mapping[int, int]) -> Iterator[str | Slot]:
    """As ``cut``, with empty parts."""
    marks, last = parted(html)
    for before, kind, index in marks:
        yield before
        yield Slot(reference=indexes[index], side=SIDES[kind])
    yield last
