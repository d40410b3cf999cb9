"""Numbers in the prose of section pages, and what accounts for each of them."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from msgspec import Struct, field

from dossier.model.dossier import Dossier
from dossier.model.entity import Entity
from dossier.model.key import ClaimId, MeasureId, SourceId
from dossier.model.page import Page
from dossier.model.prose import Citation, ClaimSpan, FigureValue, Prose, Quotation, Side, Slot, Unit, UnitKind
from dossier.model.quantity import Quantity
from dossier.model.source import Source
from dossier.model.term import Term
from dossier.problems import Place, Problem
from dossier.review.paragraphs import section_pages
from dossier.wording.numerals import Numeral, counting, numerals

GAP = "\u2060"  # stands for a reference, so that the words on its two sides are not read as one number
EXEMPT = (UnitKind.HEADING, UnitKind.TABLE_HEAD, UnitKind.QUOTE)
# What stands in a file and is not its prose: notes, citations, addresses, names in brackets, ids.
UNSEEN = re.compile(r"<!--.*?-->|\[[^\[\]]*@[^\[\]]*\]|\]\([^()\n]*\)|!?\[\[.*?\]\]|\{[#.][^{}\n]*\}", re.DOTALL)

Numbers = frozenset[Decimal]
Known = Mapping[str, Numbers]


class Ledger(Struct, frozen=True, kw_only=True):
    """What numbers may be accounted for with: the dossier, the numbers of archived texts, the names with digits."""

    dossier: Dossier
    known: Known
    names: tuple[str, ...]
    read: dict[str, Numbers | None] = field(default_factory=dict)  # of the sources asked for so far

    def of_source(self, id: str) -> Numbers | None:
        """The numbers of a source; most sources are cited by no page whose numbers are looked at."""
        source = self.dossier.sources.get(SourceId(id))
        if source and id not in self.read:
            self.read[id] = known_numbers(source, self.dossier, self.known)
        return self.read.get(id)

    @property
    def language(self) -> str:
        return self.dossier.settings.language

    def label(self, id: ClaimId) -> str:
        """What readers know a claim by."""
        claim = self.dossier.claims.get(id)
        return claim.label if claim else f"`{id}`"

    def of_claim(self, id: ClaimId) -> Numbers:
        """The numbers that a claim states, and those that sources give for it."""
        claim = self.dossier.claims.get(id)
        if claim is None:
            return frozenset()
        stated = [claim.statement, *([claim.expects.what, claim.expects.outcome] if claim.expects else [])]
        values = (in_quantity(line.saying.value) for line in self.dossier.evidence[id] if line.saying.value)
        told = (each.readings for text in stated for each in numerals(text, self.language))
        return frozenset().union(*values, *told)


class Support(Struct, frozen=True, kw_only=True):
    """What stands beside the numbers of one unit: claims, those of its figures included, and the sources cited."""

    claims: frozenset[ClaimId]
    cited: frozenset[str]


def archived_numbers(archive: Mapping[str, str], dossier: Dossier) -> Known:
    """The numbers of every archived text, by the id of its source."""
    languages = {str(source.id): source.language or dossier.settings.language for source in dossier.sources.values()}
    return {
        id: frozenset().union(*(each.readings for each in numerals(text, language)))
        for id, text in sorted(archive.items())
        if (language := languages.get(id))
    }


def problems(dossier: Dossier, archived: Known, texts: Mapping[str, str]) -> Iterator[Problem]:
    """Every number on a section page, and every value of a source, that nothing accounts for."""
    ledger = Ledger(dossier=dossier, known=archived, names=tuple(numbered_names(dossier)))
    for page in section_pages(dossier):
        yield from in_page(page, texts.get(page.filed.path, ""), ledger)
    for source in dossier.sources.values():
        yield from values(source, archived)


def in_page(page: Page, text: str, ledger: Ledger) -> Iterator[Problem]:
    """Every number on one page, whose file reads so, that nothing accounts for."""
    lines = without_unseen(text).split("\n")
    for unit in page.body.units:
        if not unit.own_voice and unit.kind not in EXEMPT:
            yield from in_unit(unit, page, ledger, lines)


def known_numbers(source: Source, dossier: Dossier, archived: Known) -> Numbers | None:
    """The numbers of a source: those of its archived text, of its summary and of its evidence.

    Where the text is not at hand and the summary counts nothing, nothing is known.
    """
    summary = summarised(source)
    if source.id not in archived and not any(counting(summary, dossier.settings.language)):
        return None
    told = (each.readings for each in numerals(summary, dossier.settings.language))
    values = (in_quantity(saying.value) for saying in source.says if saying.value)
    return archived.get(source.id, frozenset()).union(*told, *values)


def summarised(source: Source) -> str:
    """The words of a source's summary."""
    return GAP.join(word for unit in source.body.units for word in unit.words if isinstance(word, str))


def are_same(one: Source, other: Source, language: str) -> bool:
    """Whether two summaries of a source give the same numbers, and count something or nothing alike."""
    first, second = (
        (any(counting(text, language)), {each.readings for each in numerals(text, language)})
        for text in map(summarised, (one, other))
    )
    return first == second


def in_quantity(value: Quantity) -> Numbers:
    """The number of a value, or both of them."""
    return frozenset(number.normalize() for number in (value.low, value.high) if number is not None)


def numbered_names(dossier: Dossier) -> Iterator[str]:
    """The names of records that hold a number, as ``Proclamation 10886``; the longest first."""
    names: set[str] = set()
    for record in dossier.records.values():
        match record:
            case Entity():
                names.update((record.name, *record.aliases))
            case Term():
                names.update((record.term, *record.aliases))
            case Source():
                names.update((record.title or "", record.citation))
            case Page():
                names.add(record.title)
            case _:
                pass
    yield from sorted((name for name in names if re.search("[0-9]", name)), key=lambda name: (-len(name), name))


def without_unseen(text: str) -> str:
    """A file with blanks for all that readers do not see as prose, so that places still hold."""
    return UNSEEN.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def in_unit(unit: Unit, page: Page, ledger: Ledger, lines: list[str]) -> Iterator[Problem]:
    """The numbers of one unit that nothing in it accounts for."""
    text, spans = spoken(unit, page.body)
    beside = support(unit, page.body, ledger)
    for numeral in counting(text, ledger.language, ledger.names):
        stated = next((claim for claim, start, end in spans if start <= numeral.start < end), None)
        message = unaccounted(numeral, stated, beside, ledger)
        if message:
            yield Problem(
                code="numeral-unaccounted",
                place=found(text, numeral, unit.place, lines),
                message=message,
                help="print a figure, or cite a source that has it in its archived text, its summary or its evidence",
            )


def spoken(unit: Unit, prose: Prose) -> tuple[str, list[tuple[ClaimId, int, int]]]:
    """The editors' own words of a unit, with a gap for each reference and quotation, and where claims are stated."""
    text, quoted = "", 0
    opened: dict[int, int] = {}
    spans: list[tuple[ClaimId, int, int]] = []
    for word in unit.words:
        if isinstance(word, str):
            text += GAP * len(word) if quoted else word
            continue
        match prose.references[word.reference]:
            case Quotation() as quotation if quotation.citation is not None and quotation.style != "scare":
                quoted += {Side.OPEN: 1, Side.CLOSE: -1, Side.WHOLE: 0}[word.side]
            case ClaimSpan() as span if word.side is Side.OPEN:
                opened[word.reference] = len(text)
            case ClaimSpan() as span if word.side is Side.CLOSE:
                spans.append((ClaimId(span.claim), opened[word.reference], len(text)))
            case _:
                text += GAP
    return text, spans


def support(unit: Unit, prose: Prose, ledger: Ledger) -> Support:
    """What a unit cites, states and prints."""
    claims: set[ClaimId] = set()
    cited: set[str] = set()
    for word in unit.words:
        match prose.references[word.reference] if isinstance(word, Slot) else None:
            case Citation() as citation:
                cited.update(one.source for one in citation.sources)
            case ClaimSpan() as span:
                claims.add(ClaimId(span.claim))
            case FigureValue() as figure:
                claims.update(line.saying.claim for line in ledger.dossier.figures.get(MeasureId(figure.measure), ()))
            case _:
                pass
    return Support(claims=frozenset(claims), cited=frozenset(cited))


def unaccounted(numeral: Numeral, stated: ClaimId | None, beside: Support, ledger: Ledger) -> str:
    """Why a number is not accounted for, in words; nothing where it is.

    In the words of a claim it is a claim's own. Elsewhere it may also be one of a cited source, which is trusted to
    have it where nothing is known of its numbers.
    """
    if any(not numeral.readings.isdisjoint(ledger.of_claim(claim)) for claim in beside.claims):
        return ""
    if stated:
        return f"{ledger.label(stated)} does not say {numeral.words}"
    if not beside.cited and not beside.claims:
        return f"nothing beside it accounts for {numeral.words}"
    known = (ledger.of_source(source) for source in beside.cited)
    if any(numbers is None or not numeral.readings.isdisjoint(numbers) for numbers in known):
        return ""
    return f"no source or claim beside it has {numeral.words}"


def found(text: str, numeral: Numeral, place: Place, lines: list[str]) -> Place:
    """Where a number stands in its file: the words that occur so many times before it in the unit are counted off."""
    alone = re.compile(rf"(?<![\w.,]){re.escape(numeral.words)}(?!\w)")
    before = len(alone.findall(text[: numeral.start]))
    for line in range(place.line, len(lines) + 1):
        for match in alone.finditer(lines[line - 1]):
            if not before:
                return Place(path=place.path, line=line, column=match.start() + 1, width=len(numeral.words))
            before -= 1
    return place


def values(source: Source, archived: Known) -> Iterator[Problem]:
    """The values of a source that its own archived text does not have; none at all is said in a word and no number."""
    for at, saying in enumerate(source.says):
        missing = in_quantity(saying.value) - archived.get(source.id, in_quantity(saying.value)) if saying.value else ()
        for number in sorted(number for number in missing if number):
            yield Problem(
                code="numeral-unaccounted",
                place=source.filed.at("says", at, "value"),
                message=f"the archived text of `{source.id}` has no {number:,f}",
                help="copy the number as the source gives it",
            )
