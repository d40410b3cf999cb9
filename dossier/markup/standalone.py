"""Constructs that have a line, or the head of one, to themselves: embeds, attributes, callouts, definitions."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from dossier.markup import ids
from dossier.markup.attributes import ATTRIBUTES, attributes
from dossier.markup.constructs import Broken, Construct, Definition, Definitions, broken
from dossier.markup.lines import begun
from dossier.markup.manuscript import Manuscript, masked
from dossier.markup.marks import HOLE, SLAB
from dossier.model.prose import Callout, Embed
from dossier.problems import Place, Problem

CALLOUTS = ("note", "disputed", "correction", "unverified")
EMBEDS = ("claim", "disagreement", "figure", "timeline")

LINES = re.compile(
    rf"""^[ \t>]*+(?:
      (?P<attributes>{ATTRIBUTES})[ \t]*$
    | (?P<embed>!\[\[[^\[\]\n]*\]\])[ \t]*$
    | (?<=[> ])\[!(?P<callout>\w[^\[\]\n]*)\](?!\()[ \t]*
    | \*\[[^\[\]\n]+\][ ]?:(?P<abbreviation>.*)$
    | \[(?!\^)(?P<label>[^\[\]\n]+)\]:[ \t]*<?(?P<address>[^\s<>]+)>?
      (?:[ \t]+(?:"(?P<double>[^"\n]*)"|'(?P<single>[^'\n]*)'|\((?P<round>[^()\n]*)\)))?[ \t]*$
    )""",
    re.MULTILINE | re.VERBOSE,
)
# A blank parts the braces of a heading from those of a quotation that ends it.
HEADING = re.compile(
    rf"^[ \t>]*+\#{{1,6}}[ \t].*?(?<=[ \t])(?P<hashed>{ATTRIBUTES})[ \t]*\#*[ \t]*$"
    rf"|^(?![ \t>]*\#)(?=[^{{\n]*\{{).*?(?<=[ \t])(?P<underlined>{ATTRIBUTES})[ \t]*\n[ \t>]*(?:=+|-+)[ \t]*$",
    re.MULTILINE,
)

NOTE = re.compile(r"\[\^(?P<label>[^\]\n]*)\]:")


class Standalone(Struct, frozen=True, kw_only=True):
    """What stands alone; the definitions, the labels of footnotes, what only defines, and the text left to scan."""

    constructs: tuple[Construct, ...]
    definitions: Definitions
    notes: frozenset[str]
    dropped: tuple[tuple[int, int], ...]
    rest: str


def standalone(manuscript: Manuscript, scan: str) -> Standalone:
    """The constructs found by their lines, taken out of what is scanned further."""
    constructs: list[Construct] = []
    definitions: dict[str, Definition] = {}
    dropped: list[tuple[int, int]] = []
    opaque: list[tuple[int, int, str]] = []
    for line in begun(LINES, scan):
        if line["label"]:
            definitions.setdefault(normal(line["label"]), definition(line))
            dropped.append((manuscript.text.rfind("\n", 0, line.start("label")) + 1, line.end()))
            opaque.append((line.start("label") - 1, line.end(), SLAB))
        elif line["abbreviation"] is not None:
            opaque.append((line.start() + line.group().index("*"), line.end(), SLAB))
        elif not line["callout"] or ">" in line.group():
            constructs.append(construct(line, manuscript))
    constructs += headings(manuscript, scan) if "{" in scan else ()
    opaque += [(each.start, each.end, SLAB if each.alone else HOLE) for each in constructs]
    notes = [note for note in NOTE.finditer(scan) if is_first(scan, note.start())]
    constructs += twice(notes, manuscript)
    return Standalone(
        constructs=tuple(constructs),
        definitions=definitions,
        notes=frozenset(note["label"] for note in notes),
        dropped=tuple(dropped),
        rest=masked(scan, opaque),
    )


def is_first(text: str, at: int) -> bool:
    """Whether nothing stands before an offset on its line but blanks and quote marks."""
    return not text[text.rfind("\n", 0, at) + 1 : at].strip(" \t>")


def normal(label: str) -> str:
    """A label as references to it are compared: case and runs of blanks do not count."""
    return " ".join(label.split()).casefold()


def definition(line: re.Match[str]) -> Definition:
    """``[label]: address "title"``."""
    return Definition(address=line["address"], title=line["double"] or line["single"] or line["round"] or "")


def construct(line: re.Match[str], manuscript: Manuscript) -> Construct:
    """What a line that is no definition holds."""
    if line["embed"]:
        return embed(line.start("embed"), line.end("embed"), manuscript)
    if line["callout"]:
        return callout(line.start("callout") - 2, line.end(), line["callout"], manuscript)
    return braces(line.start("attributes"), line.end("attributes"), manuscript, alone=True)


def headings(manuscript: Manuscript, scan: str) -> Iterator[Construct]:
    """The attributes at the end of headings."""
    for found in begun(HEADING, scan):
        group = "hashed" if found["hashed"] else "underlined"
        if not LINES.match(scan, scan.rfind("\n", 0, found.start(group)) + 1):
            yield braces(found.start(group), found.end(group), manuscript, alone=False)


def twice(notes: Iterable[re.Match[str]], manuscript: Manuscript) -> Iterator[Construct]:
    """A report on each footnote whose label an earlier one has: Markdown would keep the last and lose the others."""
    seen: set[str] = set()
    for note in notes:
        if note["label"] in seen:
            problem = Problem(
                code="duplicate-id",
                place=manuscript.place(note.start("label") - 2, note.end() - 1),
                message=f"the footnote `[^{note['label']}]` is written twice",
                help="give one of them another label",
            )
            yield broken(note.end(), note.end(), problem)
        seen.add(note["label"])


def braces(start: int, end: int, manuscript: Manuscript, *, alone: bool) -> Construct:
    """``{#id .class}`` of a heading or block."""
    meaning, problems = attributes(manuscript.text[start:end], start, manuscript)
    return Construct(start=start, end=end, meaning=meaning, problems=problems, alone=alone)


def callout(start: int, end: int, kind: str, manuscript: Manuscript) -> Construct:
    """``[!kind]`` at the head of a block quotation."""
    place = manuscript.place(start, start + len(kind) + 3)
    if kind.lower() in CALLOUTS:
        return Construct(start=start, end=end, meaning=Callout(place=place, kind=kind.lower()))
    problem = Problem(
        code="unknown-callout",
        place=place,
        message=f"`{kind}` is no kind of callout",
        help=ids.nearest(kind, CALLOUTS) or f"the kinds are {', '.join(CALLOUTS)}",
    )
    return Construct(start=start, end=end, meaning=Callout(place=place, kind="note"), problems=(problem,))


def embed(start: int, end: int, manuscript: Manuscript) -> Construct:
    """``![[kind:id]]`` alone on its line."""
    place = manuscript.place(start, end)
    kind, _, target = manuscript.text[start + 3 : end - 2].strip().partition(":")
    if kind not in EMBEDS:
        return broken(start, end, no_panel(kind, manuscript.place(start + 3, start + 3 + len(kind))), alone=True)
    mistakes = ids.mistakes_of_claim if kind == "claim" else ids.mistakes
    problems = () if kind == "timeline" and not target else mistakes(target, place)
    meaning = Broken() if problems else Embed(place=place, kind=kind, target=target)
    return Construct(start=start, end=end, meaning=meaning, problems=problems, alone=True)


def no_panel(kind: str, place: Place) -> Problem:
    """A kind of record that has no panel."""
    return Problem(
        code="wrong-kind",
        place=place,
        message=f"`{kind}` cannot be put here as a panel",
        help=ids.nearest(kind, EMBEDS) or f"a panel shows a {', '.join(EMBEDS)}, as `![[claim:its-id]]`",
    )
