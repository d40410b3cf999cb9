"""Quotations that take more of a reserved text than is fair."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from msgspec import Struct

from dossier.model.key import SourceId
from dossier.model.quotation import Checked
from dossier.problems import Problem
from dossier.quoting.pattern import pattern
from dossier.quoting.verifying import Lookup


class Taken(Struct, frozen=True, kw_only=True):
    """Words that are quoted from a source."""

    checked: Checked
    text: str

    @property
    def count(self) -> int:
        return len(self.text.split())


def problems(lookup: Lookup) -> Iterator[Problem]:
    """Each quotation of a reserved text that is too long, and the one with which a source's quotations become so."""
    limits = lookup.dossier.settings.quotations
    for source, taken in by_source(lookup).items():
        total, distinct = 0, list[str]()
        for one in taken:
            if one.count > limits.each:
                yield too_long(one, source, limits.each)
            if any(one.text in text for text in distinct):
                continue
            distinct = [text for text in distinct if text not in one.text] + [one.text]
            before, total = total, sum(len(text.split()) for text in distinct)
            if before <= limits.source < total:
                yield too_much(one, source, total, limits.source)


def by_source(lookup: Lookup) -> Mapping[SourceId, list[Taken]]:
    """What is quoted of each reserved source, in reading order."""
    found: dict[SourceId, list[Taken]] = defaultdict(list)
    for checked in sorted(lookup.checked, key=lambda one: one.quoted.place):
        source = checked.source or next((pointer.source for pointer in checked.quoted.pointers), None)
        if source and lookup.dossier.sources[source].is_reserved and not checked.quoted.implied:
            found[source].append(Taken(checked=checked, text=pattern(checked.quoted.words).text))
    return found


def too_long(one: Taken, source: SourceId, limit: int) -> Problem:
    """One long quotation."""
    return Problem(
        code="quote-too-long",
        place=one.checked.quoted.place,
        message=f"this quotes {one.count} words of `{source}`, whose rights are reserved; {limit} are fair",
        help="quote less, and tell the rest in your own words",
    )


def too_much(one: Taken, source: SourceId, total: int, limit: int) -> Problem:
    """The quotation with which the whole becomes too much."""
    return Problem(
        code="quote-too-long",
        place=one.checked.quoted.place,
        message=f"with this, {total} words of `{source}`, whose rights are reserved, are quoted; {limit} are fair",
        help="take out a quotation, or tell it in your own words",
    )
