"""Days of the week that the date beside them does not have."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from dossier.model.dossier import Dossier
from dossier.model.filed import Filed
from dossier.model.prose import NOTHING, Prose, Quotation
from dossier.model.settings import Settings
from dossier.problems import Place, Problem
from dossier.wording.calendar import WEEKDAYS, NamedDay, named_days, years

NOTE = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
HEADING = re.compile(r"^#+ .*$", re.MULTILINE)
# What others wrote, mistakes and all, and what was wrong before it was corrected.
NOT_OURS = {"defects", "quote", "corrections", "private"}
LONGEST = 10  # years that a dossier may cover for a date without its year to be looked at; more prove little


def problems(dossier: Dossier, texts: Mapping[str, str]) -> Iterator[Problem]:
    """Every date of a file, in front matter or body, whose weekday is another; ``texts`` are the files by path."""
    yield from in_file(dossier.settings.filed, NOTHING, dossier.settings, texts)
    for record in dossier.records.values():
        yield from in_file(record.filed, record.body, dossier.settings, texts)


def in_file(filed: Filed, body: Prose, settings: Settings, texts: Mapping[str, str]) -> Iterator[Problem]:
    """The mistaken weekdays of one file, but for those that it quotes."""
    text = NOTE.sub(blank, texts.get(filed.path, ""))
    for day in named_days(text):
        candidates = frozenset({day.year}) if day.year else possible(day, text, settings)
        is_possible = day.weekday in {day.falls_on(year) for year in candidates}
        if candidates and not is_possible and not is_quoted(day, text, filed, body):
            yield problem(day, candidates, place(filed.path, text, day))


def blank(found: re.Match[str]) -> str:
    """Blanks in place of a private note, line for line."""
    return re.sub(r"[^\n]", " ", found[0])


def possible(day: NamedDay, text: str, settings: Settings) -> frozenset[int]:
    """The years that a date without one may mean: those the dossier covers, and those named around it."""
    first, last = settings.covers.earliest, settings.covers.latest
    if first == date.min or last == date.max or last.year - first.year > LONGEST:
        return frozenset()
    begin, end = text.rfind("\n\n", 0, day.start) + 1, text.find("\n\n", day.end)
    around = text[begin : end if end >= 0 else len(text)] + " ".join(HEADING.findall(text))
    return frozenset({*range(first.year, last.year + 1), *years(around)})


def is_quoted(day: NamedDay, text: str, filed: Filed, body: Prose) -> bool:
    """Whether the words are another's: in a quotation of the body, or in a key that holds what others wrote."""
    words = " ".join(text[day.start : day.end].split())
    if any(words in one.words for one in body.references if isinstance(one, Quotation) and one.style != "scare"):
        return True
    at = place(filed.path, text, day)
    before = [
        (where, keys)
        for keys, where in filed.places.items()
        if keys and (where.line, where.column) <= (at.line, at.column)
    ]
    keys = max(before, default=(at, ()), key=lambda each: (each[0], len(each[1])))[1]
    return at.line < body_line(text) and not NOT_OURS.isdisjoint(keys)


def body_line(text: str) -> int:
    """The line on which a file's front matter ends; past the last one where it is front matter throughout."""
    lines = text.split("\n")
    fences = [at for at, line in enumerate(lines, start=1) if line.rstrip() == "---"]
    return fences[1] if lines[0].rstrip() == "---" and len(fences) > 1 else len(lines) + 1


def place(path: str, text: str, day: NamedDay) -> Place:
    """Where a date stands, as far as its first line goes."""
    begin = text.rfind("\n", 0, day.start) + 1
    end = text.find("\n", day.start, day.end)
    width = (end if end >= 0 else day.end) - day.start
    return Place(path=path, line=text.count("\n", 0, day.start) + 1, column=day.start - begin + 1, width=width)


def problem(day: NamedDay, candidates: frozenset[int], place: Place) -> Problem:
    """A date with another weekday than its own."""
    year = max(candidates)
    right = day.falls_on(year)
    shown = day.words if day.year else f"{day.words} {year}"
    if right is None:
        return Problem(
            code="weekday-mismatch", place=place, message=f"the calendar has no {shown}", help="mend the date"
        )
    return Problem(
        code="weekday-mismatch",
        place=place,
        message=f"{shown} is a {WEEKDAYS[right]}, not a {WEEKDAYS[day.weekday]}",
        help=f"write {WEEKDAYS[right]}, or the date that you mean",
    )
