"""A body on a page: its prose with every reference shown, cut where a panel stands."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from dossier.markup import elements
from dossier.model.dossier import Evidence
from dossier.model.key import ClaimId, Key, Kind, MeasureId, SourceId
from dossier.model.page import Page
from dossier.model.prose import (
    Callout,
    Citation,
    CitedSource,
    ClaimSpan,
    Embed,
    FigureValue,
    Fragment,
    Html,
    Locator,
    Picture,
    Prose,
    Quotation,
    Reference,
    Side,
    Slot,
    Wikilink,
)
from dossier.model.source import Source
from dossier.pages import figures, signs
from dossier.pages.cards import anchor
from dossier.pages.desk import Desk, label, outlet
from dossier.pages.once import Once
from dossier.pages.panels import Panel, panel

NOTHING = Html("")
SIGN = re.compile(r"(§|\b(?:p|s|art|arts|núm|No|Reg|Stat|Pub|L)\.) (?=[\w(§])")  # what stands before a number
CITED = elements.joined((elements.opened("span", css="cited"), elements.opened("span", css="cite")))
BRACKET = elements.span(")", css="bracket")
JOINT = elements.span("; ", css="joint")
END = elements.closed("span")
DEEPER = {Kind.EXPLAINER: 2, Kind.EVENT: 3, Kind.MEASURE: 2, Kind.DISAGREEMENT: 2}  # levels, on paper


class Shown(Struct, frozen=True, kw_only=True):
    """One stretch of a body: finished HTML, or a panel that a template shows."""

    html: Html = NOTHING
    panel: Panel | None = None


def body(prose: Prose, owner: Key, desk: Desk) -> tuple[Shown, ...]:
    """A body in stretches, in reading order; ``owner`` is the record it belongs to."""
    stretches: list[Shown] = []
    run: list[str] = []
    references = prose.references
    showing = Showing(references=references, owner=owner, desk=desk, linked=within_links(prose))
    for segment in on_paper(prose, owner, desk) if desk.is_paper else prose.segments:
        if isinstance(segment, str):
            run.append(segment)
            continue
        reference = references[segment.reference]
        if isinstance(reference, Embed):
            stretches += [Shown(html=Html("".join(run))), Shown(panel=panel(reference, desk))]
            run = []
        elif isinstance(reference, Citation) and not reference.narrative:
            run += beside(run.pop() if run else "", reference, desk)
        else:
            run.append(showing.html(segment))
    stretches.append(Shown(html=Html("".join(run))))
    return tuple(abreast(stretch for stretch in stretches if stretch.panel or stretch.html.strip()))


def on_paper(prose: Prose, owner: Key, desk: Desk) -> Iterator[str | Slot]:
    """The segments of a body among many: its ids are its own, its headings below those of the whole.

    Where it first leads to a record, that place has an id, for the index and the lists of uses.
    """
    ahead = dict(spots(prose, owner, desk)) if isinstance(desk.dossier.records.get(owner), Page) else {}
    for segment in prose.segments:
        if isinstance(segment, str):
            yield elements.moved(segment, prefix=desk.own("", owner), deeper=DEEPER.get(owner.kind, 1))
        else:
            yield elements.joined(elements.place(desk.spot(key, owner)) for key in ahead.pop(segment.reference, ()))
            yield segment


def spots(prose: Prose, owner: Key, desk: Desk) -> Iterator[tuple[int, tuple[Key, ...]]]:
    """The records that a body leads to, each at the first reference in its text that does; a panel has no spot."""
    met: set[Key] = set()
    for at, reference in enumerate(prose.references):
        if not isinstance(reference, Embed):
            new = tuple(dict.fromkeys(key for key in led_to(reference, at, owner, desk) if key not in met))
            met.update(new)
            yield at, new


def beside(before: str, citation: Citation, desk: Desk) -> tuple[str, Html]:
    """A citation and the text before it, whose last space goes with the bracket: in the margin both are hidden."""
    text = before[:-1] if before[-1:].isspace() else before
    return text, cited(citation, desk, space=before[len(text) :])


def abreast(stretches: Iterable[Shown]) -> Iterator[Shown]:
    """The stretches, with figures that follow each other as one row of tiles."""
    row: tuple[Shown, ...] = ()
    for stretch in stretches:
        if row and row[0].panel and row[0].panel.tiles and stretch.panel and stretch.panel.tiles:
            row = (Shown(panel=replace(row[0].panel, tiles=(*row[0].panel.tiles, *stretch.panel.tiles))),)
        else:
            yield from row
            row = (stretch,)
    yield from row


def within_links(prose: Prose) -> frozenset[int]:
    """The quotations that stand within a link, by reference: no further link can stand there."""
    if not any(isinstance(reference, Quotation) for reference in prose.references):
        return frozenset()
    depth, found = 0, set()
    for segment in prose.segments:
        if isinstance(segment, str):
            depth += segment.count("<a ") - segment.count("</a>")
            continue
        reference = prose.references[segment.reference]
        if isinstance(reference, ClaimSpan | Fragment):
            depth += {Side.OPEN: 1, Side.CLOSE: -1, Side.WHOLE: 0}[segment.side]
        elif depth and isinstance(reference, Quotation):
            found.add(segment.reference)
    return frozenset(found)


class Showing(Struct, frozen=True, kw_only=True):
    """How the references of one body are shown on one page."""

    references: tuple[Reference, ...]
    owner: Key
    desk: Desk
    linked: frozenset[int]

    def html(self, slot: Slot) -> Html:
        """What stands in one slot."""
        at, reference, side = slot.reference, self.references[slot.reference], slot.side
        match reference:
            case Citation():
                return narrated(reference.sources[0], self.desk)
            case Wikilink():
                return linked(reference, self.desk.dossier.targets[self.owner, at], self.desk)
            case ClaimSpan():
                return stated(reference, side, self.desk)
            case FigureValue():
                return valued(reference, self.desk)
            case Quotation():
                return quoted(reference, side, self.desk, is_linked=at in self.linked)
            case Picture():
                return pictured(reference, self.desk)
            case Fragment():
                return within(reference, side, self.owner, self.desk)
            case Callout():
                return elements.span(self.desk.words.callouts[reference.kind], css="callout-title")
            case Embed():
                return NOTHING


def cited(citation: Citation, desk: Desk, *, space: str = "") -> Html:
    """A citation: short labels in brackets.

    Wide windows move it to the margin, and number both places: the outer element is what stays in the line.
    """
    inside = elements.joined((one_cited(source, desk) for source in citation.sources), JOINT)
    return elements.joined((CITED, elements.span(f"{space}(", css="bracket"), inside, BRACKET, END, END))


def one_cited(cited: CitedSource, desk: Desk) -> Html:
    """One source within the brackets."""
    source = desk.dossier.sources[SourceId(cited.source)]
    if not (cited.prefix or cited.locator or cited.hidden or desk.is_paper):
        return plainly_cited(source, desk)
    date = source.published.date
    words = desk.words.date(date) if cited.hidden and date else label(source, desk)
    before = elements.text(f"{cited.prefix} ") if cited.prefix else NOTHING
    return elements.joined(
        (before, elements.link(unparted(pinned(words, cited.locator), desk), note_on(source.key, desk)))
    )


@Once
def plainly_cited(source: Source, desk: Desk) -> Html:
    """A source as it is cited most of the time: its label alone."""
    return elements.link(label(source, desk), note_on(source.key, desk))


def pinned(label: str, locator: Locator | None) -> str:
    """A source's label with the place in it; a section takes the place of those that a legal citation names."""
    if locator is None:
        return label
    before, sign, _ = label.partition("§")
    return before + locator.text if sign and locator.text.startswith("§") else f"{label}, {locator.text}"


def unparted(words: str, desk: Desk) -> str:
    """Words of a citation; on paper, no line ends between a sign and its number."""
    return SIGN.sub("\\1\u00a0", words) if desk.is_paper else words


def narrated(cited: CitedSource, desk: Desk) -> Html:
    """A source that is part of the sentence: its legal citation, or its outlet with date and locator in brackets."""
    source = desk.dossier.sources[SourceId(cited.source)]
    if source.citation:
        return elements.link(unparted(pinned(source.citation, cited.locator), desk), note_on(source.key, desk))
    date = source.published.date
    facts = [*([desk.words.date(date)] if date else []), *([cited.locator.text] if cited.locator else [])]
    name = elements.link(outlet(source, desk), note_on(source.key, desk))
    behind = elements.span(f" ({', '.join(facts)})", css="cite") if facts else NOTHING
    return elements.joined((name, behind))


def note_on(key: Key, desk: Desk) -> str:
    """The fragment of a record's card among the notes at the page's end; on paper, the record's own place."""
    return desk.to(key) if desk.is_paper else f"#{anchor(key)}"


def linked(link: Wikilink, target: Key, desk: Desk) -> Html:
    """A link to an entity, term, event, page or disagreement, by the label given or the name it was called."""
    to = desk.link(target)
    words = link.label or desk.called(link, target)
    return elements.link(words, to.href, css=f"to-{target.kind}", lang=to.lang if words == to.words else "")


def stated(claim: ClaimSpan, side: Side, desk: Desk) -> Html:
    """Words that state a claim: a link to its card, with the permanent number behind them."""
    record = desk.dossier.claims[ClaimId(claim.claim)]
    if side is Side.OPEN:
        standing = desk.dossier.standing[record.id].value
        return elements.opened("a", css=f"claim {standing}", href=note_on(record.key, desk))
    to = desk.to(record.key)
    number = (
        elements.link(record.label, to, css="claim-number")
        if desk.is_paper
        else elements.span(record.label, css="claim-number")
    )
    return elements.joined((elements.closed("a"), number))


def valued(reference: FigureValue, desk: Desk) -> Html:
    """A figure: value and unit, then the day and the source; several values of one day stand side by side."""
    lines = figures.chosen(reference, desk.dossier)
    return elements.joined((one_value(line, reference, desk) for line in lines), f" {desk.words.labels.either} ")


def one_value(line: Evidence, reference: FigureValue, desk: Desk) -> Html:
    """One dated value with the note of where it comes from."""
    measure = desk.dossier.measures[MeasureId(reference.measure)]
    value = elements.link(f"{figures.worded(line, desk)} {measure.unit}", desk.to(measure.key), css="figure-value")
    source = desk.dossier.sources[line.source]
    day = desk.words.labels.as_of.format(date=desk.date(line.saying.as_of))
    note = elements.link(outlet(source, desk) if not source.citation else source.citation, note_on(source.key, desk))
    return elements.joined(
        (
            value,
            elements.text(" "),
            elements.opened("span", css="cite dated"),
            elements.text(f"({day}, "),
            note,
            Html(")</span>"),
        )
    )


def quoted(quotation: Quotation, side: Side, desk: Desk, *, is_linked: bool) -> Html:
    """The quotation marks of the page's language; behind them the sign, and of a translation that it is one."""
    sign = signs.html(quotation.place, desk, is_linked=is_linked)
    if quotation.block:
        return under(sign) if sign and side is Side.CLOSE else NOTHING
    if side is Side.OPEN:
        return elements.joined(
            (
                elements.opened("span", css=f"quotation {quotation.style}".strip(), lang=spoken_in(quotation, desk)),
                elements.text(desk.words.joints.opening_quote),
            )
        )
    mark = (
        elements.span(f" [{desk.words.labels.translated}]", css="mark") if quotation.style == "translated" else NOTHING
    )
    return elements.joined((elements.text(desk.words.joints.closing_quote), elements.closed("span"), sign, mark))


def spoken_in(quotation: Quotation, desk: Desk) -> str:
    """The language of quoted words, where it is not the page's: that of the source in which they stand."""
    checked = desk.dossier.quotations.get(quotation.place)
    if quotation.style or not (checked and checked.quoted.pointers):
        return ""
    return desk.foreign(desk.dossier.sources[checked.quoted.pointers[0].source].language)


def under(sign: Html) -> Html:
    """The sign of a block quotation, on a line of its own below it."""
    return elements.joined((elements.opened("p", css="signed"), sign, elements.closed("p")))


def pictured(picture: Picture, desk: Desk) -> Html:
    """A picture of the media folder with its caption, credit and licence."""
    medium = desk.dossier.media.get(picture.file)
    words = (picture.title, medium.credit if medium else "", medium.licence if medium else "")
    return elements.picture(
        src=desk.href(f"media/{picture.file}"), alt=picture.alt, caption=". ".join(word for word in words if word)
    )


def within(fragment: Fragment, side: Side, owner: Key, desk: Desk) -> Html:
    """A link within the page."""
    return (
        elements.opened("a", href=f"#{desk.own(fragment.target, owner)}") if side is Side.OPEN else elements.closed("a")
    )


def used(prose: Prose, owner: Key, desk: Desk) -> Iterator[Key]:
    """The records that a body leads to, in order of first use; each has its card among the page's notes."""
    for at, reference in enumerate(prose.references):
        yield from led_to(reference, at, owner, desk)


def led_to(reference: Reference, at: int, owner: Key, desk: Desk) -> Iterator[Key]:
    """The records that a reference of a body leads to, which is the one ``at`` this place in it."""
    match reference:
        case Citation():
            yield from (Key(kind=Kind.SOURCE, id=cited.source) for cited in reference.sources)
        case Wikilink():
            yield desk.dossier.targets[owner, at]
        case ClaimSpan():
            yield Key(kind=Kind.CLAIM, id=reference.claim)
        case FigureValue():
            yield from (Key(kind=Kind.SOURCE, id=line.source) for line in figures.chosen(reference, desk.dossier))
        case Embed() if reference.kind == "claim":
            yield Key(kind=Kind.CLAIM, id=reference.target)
        case _:
            pass
