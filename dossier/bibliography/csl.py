"""CSL-JSON, which Zotero, Pandoc and every citation processor read.

The names are those of CSL 1.0.2: https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types
"""

import json
from collections.abc import Mapping

from dossier.bibliography import Bibliography, Name, Person, Reference, shared
from dossier.model.date import Certainty, Date, Days, Interval, Moment, Precision, moments
from dossier.model.source import SourceKind

Item = Mapping[str, "Item | list[Item] | list[list[int]] | str | bool"]

TYPES: Mapping[SourceKind, str] = {
    SourceKind.ARTICLE: "article-newspaper",
    SourceKind.STATEMENT: "document",
    SourceKind.TRANSCRIPT: "speech",
    SourceKind.STATUTE: "legislation",
    SourceKind.ORDER: "legislation",  # `regulation` is newer than most styles, and Zotero does not know it
    SourceKind.TREATY: "treaty",
    SourceKind.CASE: "legal_case",
    SourceKind.REPORT: "report",
    SourceKind.DATASET: "dataset",
    SourceKind.POST: "post",
}
LEGAL = frozenset({SourceKind.STATUTE, SourceKind.ORDER, SourceKind.TREATY, SourceKind.CASE})
CONTAINED = frozenset({SourceKind.ARTICLE, SourceKind.POST})  # these stand in what their publisher publishes
GENRES: Mapping[SourceKind, str] = {SourceKind.TRANSCRIPT: "Transcript"}


def as_csl(bibliography: Bibliography) -> bytes:
    """The references as a list of CSL items."""
    items = [item(reference) for reference in bibliography.references]
    return (json.dumps(items, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def item(reference: Reference) -> Item:
    """One reference; what is not known is left out."""
    published, accessed, cited = reference.published, reference.accessed, reference.cited
    told: Item = {
        "id": reference.id,
        "type": TYPES[reference.kind],
        "title": reference.title,
        "author": [name(author) for author in reference.authors],
        **held(reference),
        "number": cited.number,
        "volume": cited.volume,
        "section": cited.section,
        "page": cited.page,
        "issued": date(published) if published else "",
        "accessed": date(accessed) if accessed else "",
        "genre": GENRES.get(reference.kind, ""),
        "language": reference.language,
        "note": reference.note,
        "URL": reference.url,
    }
    return {key: value for key, value in told.items() if value}


def held(reference: Reference) -> Item:
    """What holds the source: the collection of a law, the outlet of an article, else who published it."""
    if reference.kind in LEGAL:
        return {"container-title": reference.cited.collection, "authority": reference.outlet}
    return {"container-title" if reference.kind in CONTAINED else "publisher": reference.outlet}


def name(name: Name) -> Item:
    """A person, or a name that no style may take apart."""
    if isinstance(name, Person):
        return {"family": name.family, "given": name.given}
    return {"literal": name.words}


def date(date: Date) -> Item:
    """A date as CSL has it: one day or two, as exact as they are known, and whether that is only about so."""
    ends = [part for moment in moments(date.form) for part in parts(moment)]
    known = [list(end) for end in (ends[:1] + ends[-1:] if len(ends) > 1 else ends)]
    told: Item = {"date-parts": known}
    return {**told, "circa": True} if is_about(date) else told


def parts(moment: Moment) -> tuple[tuple[int, ...], ...]:
    """The year, month and day of a moment; a decade has a first year and a last one."""
    if moment.precision in (Precision.CENTURY, Precision.DECADE):
        return ((moment.days.first.year,), (moment.days.last.year,))
    return (shared(Days(first=moment.days.first, last=moment.days.last)),)


def is_about(date: Date) -> bool:
    """Whether a date says less than it seems to: it is marked as doubtful, or one of several days."""
    is_plain = isinstance(date.form, Moment | Interval)
    return date.certainty is not Certainty.CERTAIN or not is_plain
