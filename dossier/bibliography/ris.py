"""RIS, which every reference manager reads: a line a field, each with its two letters."""

from collections.abc import Iterator, Mapping

from dossier.bibliography import Bibliography, Name, Person, Reference, one_line, shared
from dossier.model.date import Date, Days, Moment
from dossier.model.source import SourceKind

TYPES: Mapping[SourceKind, str] = {
    SourceKind.ARTICLE: "NEWS",
    SourceKind.STATEMENT: "GEN",
    SourceKind.TRANSCRIPT: "GEN",
    SourceKind.STATUTE: "STAT",
    SourceKind.ORDER: "LEGAL",
    SourceKind.TREATY: "LEGAL",
    SourceKind.CASE: "CASE",
    SourceKind.REPORT: "RPRT",
    SourceKind.DATASET: "DATA",
    SourceKind.POST: "ELEC",
}


def as_ris(bibliography: Bibliography) -> bytes:
    """The references, each from its type to its end; lines end as the format asks."""
    lines = [line for reference in bibliography.references for line in record(reference)]
    return "".join(f"{line}\r\n" for line in lines).encode("utf-8")


def record(reference: Reference) -> Iterator[str]:
    """The lines of one reference, and the empty one after it."""
    yield f"TY  - {TYPES[reference.kind]}"
    for tag, words in fields(reference):
        if words:
            yield f"{tag}  - {one_line(words)}"
    yield "ER  - "
    yield ""


def fields(reference: Reference) -> Iterator[tuple[str, str]]:
    """Each tag with its words; those without any are not printed."""
    cited = reference.cited
    yield "ID", reference.id
    yield "TI", reference.title
    yield from (("AU", name(author)) for author in reference.authors)
    yield ("T2" if reference.kind is SourceKind.ARTICLE else "PB"), reference.outlet
    if reference.published:
        yield from dated(reference.published)
    yield "T2", cited.collection
    yield "VL", cited.volume
    yield "SE", cited.section
    yield "SP", cited.page
    yield "M1", cited.number
    yield "LA", reference.language
    yield "N1", reference.note
    yield "UR", reference.url
    if reference.accessed:
        yield "Y2", slashed(reference.accessed)


def name(name: Name) -> str:
    """A name, family part first where it has one."""
    return f"{name.family}, {name.given}" if isinstance(name, Person) else name.words


def dated(date: Date) -> Iterator[tuple[str, str]]:
    """The year where it is one, and the day."""
    known = shared(Days(first=date.earliest, last=date.latest))
    yield "PY", str(known[0]) if known else ""
    yield "DA", slashed(date)


def slashed(date: Date) -> str:
    """``year/month/day/other``: what is not known stays empty, and a date that is not plain stands whole as other."""
    known = shared(Days(first=date.earliest, last=date.latest))
    numbers = [f"{known[0]:04}", *(f"{number:02}" for number in known[1:])] if known else []
    other = "" if isinstance(date.form, Moment) and not date.certainty else date.text
    return "/".join([*numbers, *[""] * (3 - len(numbers)), other])
