"""BibTeX, for LaTeX and all that reads it: entry types that every style knows, with fields of biblatex beside them."""

from collections.abc import Iterator, Mapping
from datetime import date as Day  # noqa: N812  # a date here is a Date, of which this is one day
from itertools import accumulate

from dossier.bibliography import Bibliography, Name, Person, Reference, joined, one_line, shared
from dossier.model.date import Date, Days, Moment
from dossier.model.source import SourceKind

TYPES: Mapping[SourceKind, str] = {SourceKind.ARTICLE: "article", SourceKind.REPORT: "techreport"}
OTHER = "misc"

# What TeX would take for a command.
SPECIAL: Mapping[str, str] = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{char: f"\\{char}" for char in "#$%&_{}"},
}
# BibTeX counts \{ as a brace like any other, so one without its partner is called by name.
BY_NAME: Mapping[str, str] = {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
IN_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})  # an address is taken as it stands
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # macros that every style spells in its language


def as_bibtex(bibliography: Bibliography) -> bytes:
    """The references as entries, each under the id of its source."""
    return "\n".join(entry(reference) for reference in bibliography.references).encode("utf-8")


def entry(reference: Reference) -> str:
    """One entry."""
    lines = [f"  {name} = {value},\n" for name, value in fields(reference)]
    return f"@{TYPES.get(reference.kind, OTHER)}{{{reference.id},\n{''.join(lines)}}}\n"


def fields(reference: Reference) -> Iterator[tuple[str, str]]:
    """The fields that have something to say; a title keeps its capitals by a second pair of braces."""
    if reference.title:
        yield "title", f"{{{{{text(reference.title)}}}}}"
    if reference.authors:
        yield "author", f"{{{' and '.join(name(author) for author in reference.authors)}}}"
    for field, words in (*held(reference), ("note", reference.note), ("language", reference.language)):
        if words:
            yield field, f"{{{text(words)}}}"
    if reference.published:
        yield from dated(reference.published)
    if reference.url:
        yield "url", f"{{{reference.url.translate(IN_ADDRESS)}}}"
    if reference.accessed:
        yield "urldate", f"{{{edtf(reference.accessed)}}}"


def held(reference: Reference) -> tuple[tuple[str, str], ...]:
    """What holds the source: its newspaper, its institution and number, else the citation or who published it."""
    cited = reference.cited.whole
    match reference.kind:
        case SourceKind.ARTICLE:
            return (("journal", reference.outlet), ("entrysubtype", "newspaper"))
        case SourceKind.REPORT:
            return (("institution", reference.outlet), ("number", cited))
        case _:
            return (("howpublished", joined((cited, reference.outlet), ", ")),)


def name(name: Name) -> str:
    """A name with its family part first, or in braces where it must stay whole."""
    if isinstance(name, Person):
        return f"{text(name.family)}, {text(name.given)}"
    return f"{{{text(name.words)}}}"


def text(words: str) -> str:
    """Words of which TeX takes none for a command."""
    line = one_line(words)
    called = SPECIAL if is_nested(line) else {**SPECIAL, **BY_NAME}
    return "".join(called.get(char, char) for char in line)


def is_nested(words: str) -> bool:
    """Whether every brace has its partner."""
    depths = list(accumulate((char == "{") - (char == "}") for char in words))
    return not depths or (min(depths) >= 0 and depths[-1] == 0)


def dated(date: Date) -> Iterator[tuple[str, str]]:
    """Year and month where all days of the date share them, and the date itself for programs that know of doubt."""
    known = shared(Days(first=date.earliest, last=date.latest))
    if known:
        yield "year", f"{{{known[0]}}}"
    if len(known) > 1:
        yield "month", MONTHS[known[1] - 1]
    yield "date", f"{{{edtf(date)}}}"


def edtf(date: Date) -> str:
    """A date as biblatex has it, which knows doubt and ranges but no sets and few unknown digits.

    One of several days is about from the first to the last.
    """
    known = shared(Days(first=date.earliest, last=date.latest))
    if isinstance(date.form, Moment) and known:
        mark = date.text[-1] if date.certainty else ""
        return "-".join(f"{number:02}" for number in known) + mark
    mark = "" if date.lasts and not date.certainty else "~"
    return "/".join("" if day in (Day.min, Day.max) else f"{day}{mark}" for day in (date.earliest, date.latest))
