"""``[words](destination)`` and ``![words](file)``: claims, figures, pictures, places in the page, other sites."""

import re
from html import unescape
from urllib.parse import quote

from msgspec import Struct

from dossier.markup import ids
from dossier.markup.constructs import Broken, Construct, Definition, Link, Meaning
from dossier.markup.names import words
from dossier.model import date as dates
from dossier.model.prose import ClaimSpan, FigureValue, Fragment, Picture
from dossier.problems import Place, Problem

TITLE = r"""(?:\s++(?:"(?P<double>[^"]{0,1000})"|'(?P<single>[^']{0,1000})'|\((?P<round>[^()]{0,1000})\)))?"""
DESTINATION = re.compile(
    r"\(\s*+(?:<(?P<angled>[^<>\n]*)>|(?P<bare>(?:[^\s()<>\\]|\\.|\((?:[^\s()\\]|\\.)*+\))*+))" + TITLE + r"\s*+\)"
)
# What begins as ours is never left as text, whatever follows; so far as anybody would look for its end.
OURS = re.compile(r"\((?P<bare>(?:claim|figure):[^)\n]{0,400})\)")
FIGURE = re.compile(r"(?P<measure>[^@/]*)(?:@(?P<on>[^/]*))?(?:/(?P<source>.*))?", re.DOTALL)
INVISIBLE = re.compile(r"[\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]+")
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
SAFE = re.compile(r"https?://[^/?#]|mailto:[^/]", re.IGNORECASE)
AUTOMATIC = re.compile(r"<(?P<address>(?:https?://|mailto:)[^<>\s]+|(?P<mail>[^<>\s@:/]+@[^<>\s@]+))>", re.IGNORECASE)
KEEP = "!#$%&'()*+,/:;=?@[]~-._"  # what may stand in an address as typed; the rest is percent-encoded


class Bracket(Struct, frozen=True, kw_only=True):
    """A bracket with its destination: the whole from ``start`` to ``end``, and the extent of its words."""

    start: int
    end: int
    words: tuple[int, int]
    text: str
    to: Definition
    place: Place


def link(bracket: Bracket) -> Construct:
    """What a bracket with a destination means."""
    address = bracket.to.address
    kind, _, rest = address.partition(":")
    match kind:
        case "claim":
            return span(bracket, *claim(rest.strip(), bracket))
        case "figure":
            return whole(bracket, *figure(rest.strip(), bracket))
        case _ if address.startswith("#"):
            return span(bracket, Fragment(place=bracket.place, target=address[1:]), ())
        case _:
            return span(bracket, *outward(address, bracket.to.title, bracket.place))


def span(bracket: Bracket, meaning: Meaning, problems: tuple[Problem, ...]) -> Construct:
    """A construct around the bracket's words."""
    return Construct(start=bracket.start, end=bracket.end, meaning=meaning, words=bracket.words, problems=problems)


def whole(bracket: Bracket, meaning: Meaning, problems: tuple[Problem, ...]) -> Construct:
    """A construct in the bracket's place."""
    return Construct(start=bracket.start, end=bracket.end, meaning=meaning, problems=problems)


def claim(id: str, bracket: Bracket) -> tuple[Meaning, tuple[Problem, ...]]:
    """``[words](claim:id)``."""
    problems = ids.mistakes_of_claim(id, bracket.place)
    if not bracket.text.strip():
        problems += (wordless(bracket.place),)
    return Broken() if problems else ClaimSpan(place=bracket.place, claim=id), problems


def wordless(place: Place) -> Problem:
    """A claim that no words state."""
    return Problem(
        code="missing-key",
        place=place,
        message="there are no words between the brackets to state the claim",
        help="write the words of your sentence that state it: `[1,500 troops](claim:…)`",
    )


def figure(typed: str, bracket: Bracket) -> tuple[Meaning, tuple[Problem, ...]]:
    """``[](figure:measure@date/source)``."""
    found = FIGURE.fullmatch(typed)
    if found is None or bracket.text.strip():
        return Broken(), (worded(bracket.place),)
    problems = ids.mistakes(found["measure"], bracket.place)
    if found["source"] is not None:
        problems += ids.mistakes(found["source"], bracket.place)
    on = None
    try:
        on = dates.parse(found["on"]) if found["on"] is not None else None
    except dates.BadDate as error:
        problems += (Problem(code="bad-date", place=bracket.place, message=str(error)),)
    value = FigureValue(place=bracket.place, measure=found["measure"], on=on, source=found["source"] or "")
    return Broken() if problems else value, problems


def worded(place: Place) -> Problem:
    """A figure with words of its own."""
    return Problem(
        code="wrong-type",
        place=place,
        message="a figure prints its own value, so nothing stands between its brackets",
        help="write `[](figure:…)`, or `[words](claim:…)` for a statement",
    )


def picture(bracket: Bracket) -> Construct:
    """``![alt](file "caption")``."""
    file = bracket.to.address
    alt = words(bracket.text)
    problems: tuple[Problem, ...] = () if alt else (unspoken(bracket.place),)
    if SCHEME.match(plain(file)) or plain(file).startswith(("//", "\\")):
        problems += (elsewhere(file, bracket.place),)
    shown = Picture(place=bracket.place, file=file, alt=alt, title=bracket.to.title)
    return whole(bracket, Broken() if problems else shown, problems)


def elsewhere(file: str, place: Place) -> Problem:
    """A picture on another site."""
    return Problem(
        code="unsafe-link",
        place=place,
        message=f"`{file}` is not a file of media/: the site loads nothing from elsewhere",
        help="save the picture in media/, with its credit and licence in media.yml",
    )


def unspoken(place: Place) -> Problem:
    """A picture that says nothing to who cannot see it."""
    return Problem(
        code="missing-alt",
        place=place,
        message="this picture has no words for those who cannot see it",
        help="say between the brackets what it shows",
    )


def outward(address: str, title: str, place: Place) -> tuple[Meaning, tuple[Problem, ...]]:
    """A link to another site, which may only be a web or mail address."""
    bare = plain(address)
    if SAFE.match(bare):
        return Link(href=quote(unescape(address), safe=KEEP), title=title), ()
    if SCHEME.match(bare) or bare.startswith(("//", "\\")):
        return Broken(), (unsafe(address, place),)
    return Broken(), (relative(address, place),)


def plain(address: str) -> str:
    """An address as a browser may come to read it: entities decoded twice, blanks and controls dropped."""
    return INVISIBLE.sub("", unescape(unescape(address)))


def unsafe(address: str, place: Place) -> Problem:
    """A link that could run or fetch something."""
    return Problem(
        code="unsafe-link",
        place=place,
        message=f"`{address}` is not an address to link to",
        help="links begin with https://, http:// or mailto:",
    )


def relative(address: str, place: Place) -> Problem:
    """A link to a file of this site."""
    return Problem(
        code="unknown-id",
        place=place,
        message=f"`{address}` leads nowhere: addresses are made by the build" if address else "this link leads nowhere",
        help="link a page by its name: [[…]]; another site by https://…",
    )


def automatic(found: re.Match[str]) -> Construct:
    """``<https://…>`` or ``<name@site>``."""
    address = f"mailto:{found['mail']}" if found["mail"] else found["address"]
    meaning = Link(href=quote(unescape(address), safe=KEEP), label=unescape(found["address"]))
    return Construct(start=found.start(), end=found.end(), meaning=meaning)
