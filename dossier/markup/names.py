"""Wikilinks: ``[[kind:target|label]]``."""

import re
from html import unescape

from dossier.markup.constructs import Broken, Construct, Placing, broken
from dossier.markup.marks import HOLE
from dossier.model.prose import Wikilink
from dossier.problems import Place, Problem

WIKILINK = re.compile(rf"!?\[\[(?P<inside>(?:[^\[\]\\{HOLE}]|\\.)*+)\]\]")
BAR = re.compile(r"\\?\|")
KIND = re.compile(r"(?P<kind>[a-z]+):(?!\s)(?P<target>.+)")
BREAK = re.compile(r"\s*\n[ \t>]*|[ \t]+")
ESCAPE = re.compile(r"\\([^\w\s])")


def wikilink(found: re.Match[str], placing: Placing) -> Construct:
    """A link by name; one that begins as an embed does has strayed from its line."""
    start, end = found.span()
    place = placing.place(start, end)
    if found.group().startswith("!"):
        return broken(start, end, not_alone(found.group(), place))
    target, label = (words(each) for each in (*BAR.split(found["inside"], maxsplit=1), "")[:2])
    kind = KIND.fullmatch(target)
    if not target:
        return Construct(start=start, end=end, meaning=Broken(), problems=(no_name(place),))
    meaning = Wikilink(
        place=place, target=kind["target"] if kind else target, kind=kind["kind"] if kind else "", label=label
    )
    return Construct(start=start, end=end, meaning=meaning)


def words(typed: str) -> str:
    """Words on one line, without backslashes and with entities as their characters."""
    line = BREAK.sub(" ", typed)
    return unescape(ESCAPE.sub(r"\1", line) if "\\" in line else line).strip()


def no_name(place: Place) -> Problem:
    """A wikilink to nothing."""
    help = "write a name, id or alias before the bar"
    return Problem(code="unknown-id", place=place, message="this link names nothing", help=help)


def not_alone(typed: str, place: Place) -> Problem:
    """An embed within a line."""
    return Problem(
        code="wrong-type",
        place=place,
        message=f"`{typed}` is a panel and needs a line of its own",
        help="put it alone on a line, or drop the `!` for a link",
    )
