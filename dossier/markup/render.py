"""A body from its author's text to prose: scanned once, rendered once, and every reference in its slot."""

from collections.abc import Iterable, Iterator, Mapping, Set
from xml.etree.ElementTree import Element

from msgspec import Struct
from msgspec.structs import replace

from dossier.markup import ids, limits, regions
from dossier.markup.blocks import Shaping
from dossier.markup.constructs import Construct
from dossier.markup.engine import engine, html, tree
from dossier.markup.fates import fates
from dossier.markup.footnotes import number_footnotes
from dossier.markup.inline import Reading
from dossier.markup.manuscript import Manuscript, code_masks, masked, separated
from dossier.markup.marks import CLOSE, OPEN, mark, without_foreign
from dossier.markup.quotations import block, quotations
from dossier.markup.segments import cut, finished
from dossier.markup.standalone import standalone
from dossier.markup.tables import long_rows
from dossier.markup.units import Speech, Stretch, stretches
from dossier.markup.weave import woven
from dossier.model.prose import NOTHING, Fragment, Prose, Quotation, Reference, Side, Slot, Unit
from dossier.problems import Place, Problem, in_order


class Rendered(Struct, frozen=True, kw_only=True):
    """A body as prose, with what is wrong in it; nothing where it is beyond a limit."""

    prose: Prose
    problems: tuple[Problem, ...]


class Scanned(Struct, frozen=True, kw_only=True):
    """A body with its constructs in reading order, and the text that Markdown is given."""

    manuscript: Manuscript
    constructs: tuple[Construct, ...]
    woven: str
    problems: tuple[Problem, ...]


def prose(text: str, *, path: str, first_line: int, prefix: str, anchors: str = "") -> Rendered:
    """The body of a record; ``prefix`` sets its footnotes apart from those of other bodies on a page.

    ``anchors`` does so for ids: it stands before each id that the body gives, and each that it links to.

    It depends on nothing but its arguments, and no text makes it fail: what is wrong is told in the problems.
    """
    raw = without_foreign(text)
    beyond = limits.beyond(raw, path=path, first_line=first_line)
    if beyond or not raw.strip():
        return Rendered(prose=NOTHING, problems=beyond)
    try:
        return rendered(scanned(raw, path=path, first_line=first_line), prefix, anchors)
    except RecursionError:
        engine.cache_clear()  # it stopped half-way and may remember where
        place = Place(path=path, line=first_line)
        return Rendered(prose=NOTHING, problems=(limits.too_deep(place),))


def scanned(raw: str, *, path: str, first_line: int) -> Scanned:
    """Everything that the grammar finds, and the text with marks in its place."""
    parts = separated(raw, path=path, first_line=first_line)
    alone = standalone(parts.manuscript, masked(parts.manuscript.text, code_masks(parts.code)))
    within = Reading(parts.manuscript, alone).constructs()
    constructs = tuple(sorted((*parts.code, *alone.constructs, *within), key=lambda each: (each.start, -each.end)))
    text = woven(parts.manuscript, alone, constructs)
    problems = (*parts.problems, *long_rows(text, parts.manuscript))
    return Scanned(manuscript=parts.manuscript, constructs=constructs, woven=text, problems=problems)


def rendered(scan: Scanned, prefix: str, anchors: str) -> Rendered:
    """The prose of a scanned body."""
    root = tree(scan.woven)
    became = fates(root, scan.constructs, scan.manuscript, scan.problems)
    speech = Speech(constructs=scan.constructs, fates=became, manuscript=scan.manuscript)
    number_footnotes(root, prefix)
    shaping = Shaping(root, speech, anchors)
    shaping.shape()
    speech = speech.with_meanings(shaping.lifted)
    speech, units = quoted(root, replace(speech, anchors=shaping.quoted) if shaping.quoted else speech)
    regions.shape(root, speech)
    references, indexes = ordered(speech)
    result = Prose(
        segments=cut(finished(html(root), speech), indexes),
        references=tuple(within(reference, anchors) for reference in references),
        headings=tuple(shaping.headings),
        units=tuple(unit(each, indexes, scan.manuscript) for each in in_place(units, scan.manuscript.first_line)),
    )
    led = astray(references, shaping.anchors)
    return Rendered(prose=result, problems=in_order((*scan.problems, *became.problems, *shaping.problems, *led)))


def quoted(root: Element, speech: Speech) -> tuple[Speech, tuple[Stretch, ...]]:
    """The units, with block quotations among the constructs and every quotation complete."""
    units = tuple(stretches(root, speech))
    blocks = [found for each in units if (found := block(each, speech.references))]
    if inner := frozenset(number for found in blocks for number in found.inner):
        speech = replace(speech, fates=replace(speech.fates, marks=inner))
        units = tuple(stretches(root, speech))
    if blocks:
        speech, units = wrapped(root, speech, units)
    return speech.with_meanings(completed(units, speech.references)), units


def completed(units: Iterable[Stretch], references: Mapping[int, Reference]) -> dict[int, Quotation]:
    """The quotations with their words and their citations, by number."""
    if not any(isinstance(each, Quotation) for each in references.values()):
        return {}
    return dict(pair for each in units for pair in quotations(each, references))


def wrapped(root: Element, speech: Speech, units: Iterable[Stretch]) -> tuple[Speech, tuple[Stretch, ...]]:
    """The block quotations as constructs, with their slots around them in the tree and within their units."""
    parents = {child: parent for parent in root.iter() for child in parent}
    constructs, changed = list(speech.constructs), []
    for each in units:
        found = block(each, speech.references)
        if found is None:
            changed.append(each)
            continue
        surround(each.element, parents[each.element], len(constructs))
        begin, end = (Slot(reference=len(constructs), side=side) for side in (Side.OPEN, Side.CLOSE))
        words = (begin, *each.words[: found.stop], end, *each.words[found.stop :])
        changed.append(replace(each, words=words))
        style = "translated" if "translated" in each.element.get("class", "") else ""
        place = speech.manuscript.line_place(each.line)
        meaning = Quotation(place=place, words="", style=style, block=True)
        constructs.append(Construct(start=0, end=0, meaning=meaning))
    return replace(speech, constructs=constructs), tuple(changed)


def surround(element: Element, parent: Element, number: int) -> None:
    """Put the marks of a construct before and after an element."""
    at = list(parent).index(element)
    if at:
        parent[at - 1].tail = (parent[at - 1].tail or "") + mark(OPEN, number)
    else:
        parent.text = (parent.text or "") + mark(OPEN, number)
    element.tail = mark(CLOSE, number) + (element.tail or "")


def ordered(speech: Speech) -> tuple[tuple[Reference, ...], dict[int, int]]:
    """The references that show, in reading order, and the index of each construct among them."""
    shown = speech.references
    numbers = sorted(shown, key=lambda number: (shown[number].place.line, shown[number].place.column, number))
    indexes = {number: index for index, number in enumerate(numbers)}
    return tuple(pointed(shown[number], indexes) for number in numbers), indexes


def pointed(reference: Reference, indexes: Mapping[int, int]) -> Reference:
    """A reference whose citation is named by its index."""
    if isinstance(reference, Quotation) and reference.citation is not None:
        return replace(reference, citation=indexes[reference.citation])
    return reference


def within(reference: Reference, anchors: str) -> Reference:
    """A link to a place in its own body, by the id that the place has on a page."""
    return replace(reference, target=anchors + reference.target) if isinstance(reference, Fragment) else reference


def in_place(units: Iterable[Stretch], first_line: int) -> Iterator[Stretch]:
    """The units, each with a line: one of marks only, with no word to begin at, has that of the one before."""
    line = first_line
    for each in units:
        line = each.line or line
        yield each if each.line else replace(each, line=line)


def unit(stretch: Stretch, indexes: Mapping[int, int], manuscript: Manuscript) -> Unit:
    """A unit whose slots name references."""
    return Unit(
        kind=stretch.kind,
        place=manuscript.line_place(stretch.line),
        words=tuple([item if isinstance(item, str) else numbered(item, indexes) for item in stretch.words]),
        own_voice=stretch.own_voice,
        anchor=stretch.element.get("id", ""),
    )


def numbered(slot: Slot, indexes: Mapping[int, int]) -> Slot:
    """A slot that names a reference."""
    index = indexes[slot.reference]
    return slot if index == slot.reference else Slot(reference=index, side=slot.side)


def astray(references: Iterable[Reference], anchors: Set[str]) -> Iterator[Problem]:
    """The links to places that this body does not have."""
    for reference in references:
        if isinstance(reference, Fragment) and reference.target not in anchors:
            yield Problem(
                code="unknown-id",
                place=reference.place,
                message=f"no heading or block of this text is called `#{reference.target}`",
                help=ids.nearest(reference.target, anchors) or "give a heading or block that id in braces: `{#id}`",
            )
