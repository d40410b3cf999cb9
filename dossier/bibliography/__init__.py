"""References for other programs' bibliographies: one value a source, and one file a format."""

import re
from collections.abc import Iterable

from msgspec import Struct

from dossier.model.date import Date, Days
from dossier.model.source import SourceKind


class Person(Struct, frozen=True, kw_only=True):
    """A person, by the two parts that bibliographies sort and shorten."""

    family: str
    given: str


class Whole(Struct, frozen=True, kw_only=True):
    """A name that is not taken apart: an organisation's, or a person's whose family name cannot be told."""

    words: str


Name = Person | Whole


class Cited(Struct, frozen=True, kw_only=True):
    """A legal citation: where in which collection, and what it is numbered as beside that."""

    whole: str = ""
    number: str = ""
    volume: str = ""
    collection: str = ""
    section: str = ""
    page: str = ""


class Reference(Struct, frozen=True, kw_only=True):
    """A source as bibliographies ask for it; ``note`` says how an inferred date was found."""

    id: str
    kind: SourceKind
    title: str
    authors: tuple[Name, ...]
    outlet: str
    published: Date | None
    cited: Cited
    note: str = ""
    url: str = ""
    accessed: Date | None = None
    language: str = ""


class Bibliography(Struct, frozen=True, kw_only=True):
    """Every reference, in the order in which the files list them."""

    references: tuple[Reference, ...]


PARTICLES = frozenset("al bin da dal de del della der di dos du el la le ten ter van von y zu".split())
INITIALS = re.compile(r"(?:\w\.)+")


def person(words: str) -> Name:
    """A person's name taken apart where that is plain, else whole.

    Two words, initials between two words, and particles before the last word are plain. More words are not: the
    family name of Andrés Manuel López Obrador has two, that of John Quincy Adams one.
    """
    names = words.split()
    if "," in words or len(names) < 2:
        return Whole(words=words)
    start = len(names) - 1
    while start > 1 and names[start - 1].lower() in PARTICLES:
        start -= 1
    if all(INITIALS.fullmatch(name) for name in names[1:start]):
        return Person(family=" ".join(names[start:]), given=" ".join(names[:start]))
    return Whole(words=words)


# 8 U.S.C. § 1189; 90 Fed. Reg. 8439; 115 Stat. 224
REPORTER = re.compile(
    r"(?P<volume>\d+) (?P<collection>[A-Z][\w.]*\.(?: ?[A-Z][\w.]*\.)*) "
    r"(?:§§? ?(?P<section>\d.*)|(?P<page>\d+))"
)


def cited(words: str) -> Cited:
    """A legal citation in its parts; what is in no known form is a number as it stands."""
    number, mark, rest = words.rpartition(", ")
    for before, place in (("", words), (number, rest if mark else "")):
        found = REPORTER.fullmatch(place)
        if found:
            parts = found.groupdict("")
            return Cited(whole=words, number=before, **parts)
    return Cited(whole=words, number=words)


def shared(days: Days) -> tuple[int, ...]:
    """Year, month and day, as far as the first and the last of some days have them in common."""
    first, last = days.first.timetuple()[:3], days.last.timetuple()[:3]
    same = next((at for at in range(3) if first[at] != last[at]), 3)
    return first[:same]


def one_line(words: str) -> str:
    """Words without breaks, which these formats take for the end of a field."""
    return " ".join(words.split())


def joined(names: Iterable[str], mark: str) -> str:
    """The names that are not empty, with a mark between."""
    return mark.join(name for name in names if name)
