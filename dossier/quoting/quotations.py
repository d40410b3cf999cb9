"""Every quotation of a dossier, with the sources that its words may stand in."""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from dossier.model.claim import Claim
from dossier.model.disagreement import Disagreement
from dossier.model.dossier import Dossier, Record
from dossier.model.event import Event
from dossier.model.key import ClaimId, Key, SourceId
from dossier.model.prose import Citation, Quotation, Slot, UnitKind
from dossier.model.quotation import Pointer, Quoted
from dossier.model.source import Source
from dossier.problems import Place
from dossier.quoting.folding import words

IN_MARKS = re.compile(r"\"([^\"]+)\"|“([^”]+)”|«([^»]+)»")


def quotations(dossier: Dossier) -> Iterator[Quoted]:
    """The quotations of all records; those that only cite sources which are not there are told with these."""
    for record in dossier.records.values():
        for quoted in (*in_front_matter(record, dossier), *in_body(record)):
            known = tuple(pointer for pointer in quoted.pointers if pointer.source in dossier.sources)
            if known or not quoted.pointers:
                yield replace(quoted, pointers=known)


def in_body(record: Record) -> Iterator[Quoted]:
    """The quotations of a body, and its blocks that quote nobody knows whom."""
    yield from cited(record)
    yield from bare_blocks(record)


def cited(record: Record) -> Iterator[Quoted]:
    """The quotations of a body; one that repeats words which the body quotes with a citation needs none."""
    references = record.body.references
    quoted = [(at, each) for at, each in enumerate(references) if isinstance(each, Quotation) and each.style != "scare"]
    borne_out = [words(each.words) for _, each in quoted if each.citation is not None]
    for at, each in quoted:
        pointers = cited_by(record, each)
        if pointers or not any(is_within(words(each.words), other) for other in borne_out):
            yield Quoted(
                place=each.place,
                words=each.words,
                owner=record.key,
                pointers=pointers,
                reference=at,
                translated=each.style == "translated",
            )


def is_within(part: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether some words stand among others, in one run."""
    return any(whole[at : at + len(part)] == part for at in range(len(whole) - len(part) + 1))


def cited_by(record: Record, quotation: Quotation) -> tuple[Pointer, ...]:
    """The sources of the citation that a quotation has; without one, a note on a source quotes that source."""
    citation = None if quotation.citation is None else record.body.references[quotation.citation]
    if isinstance(citation, Citation):
        return tuple(Pointer(source=SourceId(one.source), locator=one.locator) for one in citation.sources)
    return (Pointer(source=record.id),) if isinstance(record, Source) else ()


def bare_blocks(record: Record) -> Iterator[Quoted]:
    """The ``>`` blocks that no citation ends, unless the editors say that the words are their own."""
    for unit in record.body.units:
        if unit.kind is UnitKind.QUOTE and not unit.own_voice and not holds_quotation(record, unit.words):
            said = "".join(word for word in unit.words if isinstance(word, str))
            yield Quoted(place=unit.place, words=said, owner=record.key, pointers=())


def holds_quotation(record: Record, words: Iterable[str | Slot]) -> bool:
    """Whether a unit holds a quotation that is looked up by itself."""
    slots = (word for word in words if isinstance(word, Slot))
    return any(isinstance(record.body.references[slot.reference], Quotation) for slot in slots)


def in_front_matter(record: Record, dossier: Dossier) -> Iterator[Quoted]:
    """What evidence lines quote, and words in quotation marks in statements, titles and the errors of sources."""
    match record:
        case Source():
            yield from in_evidence(record)
            for at, defect in enumerate(record.defects):
                own = Pointer(source=record.id, locator=defect.locator)
                yield from marked(defect.says, record.filed.at("defects", at, "says"), record.key, (own,))
        case Claim():
            resting = evidence_for([record.id], dossier)
            yield from marked(record.statement, record.filed.at("claim"), record.key, resting)
        case Disagreement():
            resting = evidence_for(record.claims, dossier)
            yield from marked(record.title, record.filed.at("title"), record.key, resting)
        case Event():
            named = tuple(Pointer(source=one.source) for one in record.sources)
            resting = (*named, *evidence_for(record.claims, dossier))
            yield from marked(record.title, record.filed.at("title"), record.key, resting)
        case _:
            pass


def in_evidence(source: Source) -> Iterator[Quoted]:
    """The words that evidence lines quote."""
    for at, saying in enumerate(source.says):
        if saying.quote:
            yield Quoted(
                place=quote_place(source, at),
                words=saying.quote.words,
                owner=source.key,
                pointers=(Pointer(source=source.id, locator=saying.locator),),
                translated=saying.quote.translated,
            )


def quote_place(source: Source, line: int) -> Place:
    """Where the words of an evidence line stand."""
    return source.filed.at("says", line, "quote", "words")


def marked(text: str, place: Place, owner: Key, pointers: tuple[Pointer, ...]) -> Iterator[Quoted]:
    """The words in quotation marks of a text that can have no citation; without a source nothing is asked of them."""
    for found in IN_MARKS.finditer(text):
        if pointers:
            within = next(group for group in found.groups() if group)
            yield Quoted(place=place, words=within, owner=owner, pointers=pointers, implied=True)


def evidence_for(claims: Iterable[ClaimId], dossier: Dossier) -> tuple[Pointer, ...]:
    """The sources of the evidence for some claims, each once."""
    found = dict.fromkeys(line.source for claim in claims for line in dossier.evidence.get(claim, ()))
    return tuple(Pointer(source=source) for source in found)
