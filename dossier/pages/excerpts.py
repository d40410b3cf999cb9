"""Excerpts: the sentence in which one record leads to another, and bodies as plain words."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from dossier.model.dossier import Mention, Record
from dossier.model.key import Key, MeasureId, SourceId
from dossier.model.page import Page
from dossier.model.prose import Citation, FigureValue, Quotation, Side, Slot, Unit, UnitKind, Wikilink
from dossier.pages import figures
from dossier.pages.desk import Desk, Link, address, name, outlet

# A mark that may end a sentence, what may close behind it, a blank, and what may open the next one.
MARKED = re.compile(r"[.!?…][”\"’»)\]]*\s+(?=[“\"«¿¡(\[]*(\w))")
ABBREVIATED = re.compile(
    r"(?:^|[\s(“\"])(?:Dr|Drs|Gen|Gov|Jr|Lt|Mr|Mrs|Ms|No|Prof|Rep|Sen|Sgt|Sr|Sra|St|vs|[A-ZÁÉÍÓÚÑ])\.$"
)
REACH = 8  # characters before a mark that may be those of an abbreviation
BEFORE_MARK = re.compile(r" (?=[.,;:!?](?: |$))")  # the blank that a citation, which is not spoken, leaves behind
LONGEST = 400  # characters; a table row or a sentence beyond it is cut at a word


class Excerpt(Struct, frozen=True, kw_only=True):
    """A sentence that relies on a record, and the page it stands on."""

    page: Link
    kind: str
    sentence: str


def excerpts(key: Key, desk: Desk) -> tuple[Excerpt, ...]:
    """Every passage that leads to a record, in the order of the pages; several on one page stand one by one.

    Paper lists the passages by their pages alone.
    """
    if desk.is_paper:
        return ()
    found = (excerpt(mention, desk) for mention in desk.dossier.mentions.get(key, ()))
    return tuple({(one.page.href, one.sentence): one for one in found}.values())


def excerpt(mention: Mention, desk: Desk) -> Excerpt:
    """One passage."""
    record = desk.dossier.records[mention.by]
    unit = record.body.unit(mention.unit)
    here = f"#{unit.anchor}" if unit.anchor and isinstance(record, Page) else ""
    return Excerpt(
        page=Link(words=name(record, desk.words), href=desk.href(address(record) + here)),
        kind=desk.words.labels.kinds[mention.by.kind],
        sentence=sentence(record, unit.words, mention.reference, desk),
    )


def sentence(record: Record, words: Iterable[str | Slot], reference: int, desk: Desk) -> str:
    """The sentence of a unit in which a reference stands, as plain words."""
    text, at = "", 0
    for piece in words:
        if isinstance(piece, str):
            text += piece
            continue
        if piece.reference == reference and piece.side is not Side.CLOSE:
            at = len(text)
        text += spoken(record, piece, desk)
    start, end = 0, len(text)
    for stop in sentence_ends(text):
        if stop > at:
            end = stop
            break
        start = stop
    return shortened(tidy(text[start:end]))


def sentence_ends(text: str) -> Iterator[int]:
    """Where sentences end: behind a mark, before a capital, and not within an abbreviation."""
    for found in MARKED.finditer(text):
        if found[1].isupper() and not ABBREVIATED.search(text, max(0, found.start() - REACH), found.start() + 1):
            yield found.end()


def tidy(text: str) -> str:
    """Words with single blanks, and none before a mark that ends a phrase."""
    return BEFORE_MARK.sub("", " ".join(text.split()))


def shortened(text: str) -> str:
    """Words cut to what an excerpt can hold."""
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0] + " …"


def spoken(record: Record, slot: Slot, desk: Desk) -> str:
    """What a reference adds to the plain words of its sentence."""
    reference = record.body.reference(slot.reference)
    match reference:
        case Citation() if reference.narrative:
            return outlet(desk.dossier.sources[SourceId(reference.sources[0].source)], desk)
        case Wikilink():
            return reference.label or desk.called(reference, desk.dossier.targets[record.key, slot.reference])
        case FigureValue():
            return figure_words(reference, desk)
        case Quotation() if not reference.block:
            return desk.words.joints.opening_quote if slot.side is Side.OPEN else desk.words.joints.closing_quote
        case _:
            return ""


def figure_words(reference: FigureValue, desk: Desk) -> str:
    """A figure in plain words: value and unit."""
    measure = desk.dossier.measures[MeasureId(reference.measure)]
    values = (figures.worded(line, desk) for line in figures.chosen(reference, desk.dossier))
    return f"{f' {desk.words.labels.either} '.join(values)} {measure.unit}"


def plain(record: Record, desk: Desk) -> str:
    """A whole body as plain words, for a card."""
    return told(record, (unit for unit in record.body.units if unit.kind is not UnitKind.FOOTNOTE), desk)


def told(record: Record, units: Iterable[Unit], desk: Desk) -> str:
    """Some units of a body as plain words."""
    spoken_units = (
        "".join(piece if isinstance(piece, str) else spoken(record, piece, desk) for piece in unit.words)
        for unit in units
    )
    return tidy(" ".join(spoken_units))
