"""Dates as sources give them: the part of EDTF that an author may type, read into values that can be compared.

EDTF is ISO 8601-2:2019, explained at https://www.loc.gov/standards/datetime/. An *interval* lasts from one day to
another; a *set* is one day that is not known exactly.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum, Flag
from functools import lru_cache, reduce, total_ordering
from itertools import pairwise
from operator import or_
from re import Match

from msgspec import Struct


class BadDate(ValueError):
    """What was typed is no date; the message tells its author what to type instead."""


class Precision(Enum):
    """How much of a date is known, as it is typed; ``X`` stands for digits that nobody knows."""

    CENTURY = "19XX"
    DECADE = "199X"
    YEAR = "1999"
    MONTH_IN_YEAR = "1999-XX"
    DAY_IN_YEAR = "1999-XX-XX"
    MONTH = "1999-09"
    DAY_IN_MONTH = "1999-09-XX"
    DAY = "1999-09-09"


class Certainty(Flag):
    """How far a date is to be trusted: ``~`` approximate, ``?`` uncertain, ``%`` both."""

    CERTAIN = 0
    APPROXIMATE = 1
    UNCERTAIN = 2
    BOTH = 3


class Days(Struct, frozen=True, kw_only=True):
    """All days from the first to the last."""

    first: date
    last: date


EVER = Days(first=date.min, last=date.max)

# An approximate date reaches one more of its own unit on either side: who writes `2025~` may be a year off. A day
# reaches half a month, since "about 13 February" is a guess at the part of the month, not at the week.
MARGINS = {
    Precision.CENTURY: timedelta(days=36525),
    Precision.DECADE: timedelta(days=3653),
    Precision.YEAR: timedelta(days=366),
    Precision.MONTH_IN_YEAR: timedelta(days=366),
    Precision.DAY_IN_YEAR: timedelta(days=366),
    Precision.MONTH: timedelta(days=31),
    Precision.DAY_IN_MONTH: timedelta(days=31),
    Precision.DAY: timedelta(days=15),
}


class Moment(Struct, frozen=True, kw_only=True):
    """One day, month, year, decade or century."""

    text: str
    precision: Precision
    days: Days
    certainty: Certainty

    @property
    def reach(self) -> Days:
        """The days it may mean once its doubt is counted in; an uncertain date may mean any."""
        if Certainty.UNCERTAIN in self.certainty:
            return EVER
        return widened(self.days, MARGINS[self.precision]) if self.certainty else self.days


class Closed(Struct, frozen=True, kw_only=True):
    """From one moment to another."""

    start: Moment
    end: Moment


class Since(Struct, frozen=True, kw_only=True):
    """From a moment on."""

    start: Moment


class Until(Struct, frozen=True, kw_only=True):
    """Up to a moment."""

    end: Moment


Span = Closed | Since | Until


class Interval(Struct, frozen=True, kw_only=True):
    """A time that lasts: ``a/b``, ``a/..``, ``../b``."""

    span: Span


class Within(Struct, frozen=True, kw_only=True):
    """One day somewhere in a span: ``[a..b]``, ``[a..]``, ``[..b]``."""

    span: Span


class OneOf(Struct, frozen=True, kw_only=True):
    """One of several moments, the earliest first: ``[a,b]``."""

    moments: tuple[Moment, ...]


Form = Moment | Interval | Within | OneOf


@total_ordering
@dataclass(frozen=True, kw_only=True)
class Date:
    """A date of any form; dates sort by their earliest day, then by the latest, then as typed."""

    form: Form
    text: str = field(init=False, repr=False, compare=False)  # the one way to type it
    earliest: date = field(init=False, repr=False, compare=False)  # ``date.min`` where the start is open
    latest: date = field(init=False, repr=False, compare=False)  # ``date.max`` where the end is open

    def __post_init__(self) -> None:
        """Reckon once what sorting asks for again and again."""
        named = extent(self.form, lambda moment: moment.days)
        object.__setattr__(self, "text", typed(self.form))
        object.__setattr__(self, "earliest", named.first)
        object.__setattr__(self, "latest", named.last)

    def __str__(self) -> str:
        return self.text

    def __lt__(self, other: "Date") -> bool:
        return (self.earliest, self.latest, self.text) < (other.earliest, other.latest, other.text)

    @property
    def reach(self) -> Days:
        """The days it may mean once every doubt is counted in."""
        return extent(self.form, lambda moment: moment.reach)

    @property
    def certainty(self) -> Certainty:
        """The doubts about any part of it; a set of plain dates is certain that one of its days is meant."""
        return reduce(or_, (moment.certainty for moment in moments(self.form)))

    @property
    def lasts(self) -> bool:
        """Whether it is an interval, which lasts, and not one day, however vaguely known."""
        return isinstance(self.form, Interval)

    @property
    def is_one_day(self) -> bool:
        """Whether it is known to the day."""
        return not self.certainty and self.earliest == self.latest

    def is_certainly_before(self, other: "Date") -> bool:
        """Whether it ended before the other began, whatever their doubts."""
        return self.reach.last < other.reach.first

    def is_certainly_after(self, other: "Date") -> bool:
        """Whether it began after the other ended, whatever their doubts."""
        return other.is_certainly_before(self)

    def same_day(self, other: "Date") -> bool:
        """Whether both name the same day, or the same days, however sure they are of it."""
        return (self.earliest, self.latest) == (other.earliest, other.latest)


LONGEST = 400  # characters: a set of a month's days fits, and no text is long enough to make a pattern slow


@lru_cache(maxsize=4096)  # most of what a dossier dates is of the same few days
def parse(text: str) -> Date:
    """The date that an author typed, or ``BadDate`` with what to type instead."""
    words = text.strip()
    if len(words) > LONGEST:
        raise BadDate(f"a date has no {len(words):,} characters; write year-month-day, as 2025-02-13")
    if words.startswith("[") and words.endswith("]"):
        return Date(form=one_day(words[1:-1]))
    if "/" in words:
        return Date(form=interval(words))
    return Date(form=moment(words))


def from_words(words: str | Sequence[str]) -> Date:
    """The date typed as words, or as the list that YAML makes of an unquoted set."""
    return parse(words if isinstance(words, str) else f"[{','.join(words)}]")


def widened(days: Days, margin: timedelta) -> Days:
    """The days with a margin on either side, as far as the calendar goes."""
    first = days.first - min(margin, days.first - date.min)
    last = days.last + min(margin, date.max - days.last)
    return Days(first=first, last=last)


def moments(form: Form) -> tuple[Moment, ...]:
    """The moments a date is made of, in order."""
    match form:
        case Moment():
            return (form,)
        case OneOf():
            return form.moments
        case Interval() | Within():
            return ends(form.span)


def ends(span: Span) -> tuple[Moment, ...]:
    match span:
        case Closed():
            return (span.start, span.end)
        case Since():
            return (span.start,)
        case Until():
            return (span.end,)


def extent(form: Form, days: Callable[[Moment], Days]) -> Days:
    """From the first day of its first moment to the last day of its last, or on and on where an end is open."""
    span = form.span if isinstance(form, Interval | Within) else None
    named = moments(form)
    return Days(
        first=date.min if isinstance(span, Until) else days(named[0]).first,
        last=date.max if isinstance(span, Since) else days(named[-1]).last,
    )


def typed(form: Form) -> str:
    match form:
        case Moment():
            return form.text
        case OneOf():
            return f"[{','.join(moment.text for moment in form.moments)}]"
        case Interval():
            return joined(form.span, "/", "..")
        case Within():
            return f"[{joined(form.span, '..', '')}]"


def joined(span: Span, mark: str, opening: str) -> str:
    match span:
        case Closed():
            return f"{span.start.text}{mark}{span.end.text}"
        case Since():
            return f"{span.start.text}{mark}{opening}"
        case Until():
            return f"{opening}{mark}{span.end.text}"


def interval(words: str) -> Interval:
    refuse_foreign(words)
    start, end = (part.strip() for part in pair(words, "/"))
    if not start or not end:
        raise BadDate(f"`{words}` has an end missing; an open one is written `..`: {start or '..'}/{end or '..'}")
    return Interval(span=span_of("" if start == ".." else start, "" if end == ".." else end))


def one_day(inside: str) -> Within | OneOf:
    if ".." in inside and "," in inside:
        raise BadDate(f"`[{inside}]` mixes `..` and commas; write the days one by one, or the first and the last")
    if ".." in inside:
        return Within(span=span_of(*(part.strip() for part in pair(inside, ".."))))
    return OneOf(moments=choices(inside))


def pair(words: str, mark: str) -> tuple[str, str]:
    """The two parts around a mark that may stand there only once."""
    start, _, end = words.partition(mark)
    if mark in end:
        raise BadDate(f"`{words}` has more than one `{mark}`; write one start and one end")
    return start, end


def span_of(start: str, end: str) -> Span:
    """The span between two moments as typed; an empty one is open."""
    if start and end:
        return closed(moment(start), moment(end))
    if start:
        return Since(start=moment(start))
    if end:
        return Until(end=moment(end))
    raise BadDate("a date open at both ends says nothing; write `unknown` where that is allowed")


def closed(start: Moment, end: Moment) -> Closed:
    if start == end:
        raise BadDate(f"`{start.text}` is both start and end; write it once: {start.text}")
    if end.days.last < start.days.first:
        raise BadDate(f"`{end.text}` is before `{start.text}`; write the earlier date first")
    return Closed(start=start, end=end)


def choices(inside: str) -> tuple[Moment, ...]:
    found = sorted((moment(part.strip()) for part in inside.split(",")), key=lambda one: (one.days.first, one.text))
    if len(found) == 1:
        raise BadDate(f"one date needs no brackets: {found[0].text}")
    for earlier, later in pairwise(found):
        if later.days.first <= earlier.days.last:
            raise BadDate(f"`{earlier.text}` and `{later.text}` overlap; name days that exclude each other")
    return tuple(found)


MARKS = {
    "": Certainty.CERTAIN,
    "~": Certainty.APPROXIMATE,
    "?": Certainty.UNCERTAIN,
    "%": Certainty.BOTH,
}

# A date with its digits turned to nines, but for the X that stands for the unknown ones.
SHAPES = {re.sub("[0-9]", "9", precision.value): precision for precision in Precision}

# Named here and not by `calendar`, whose names follow the machine's locale.
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


SPANISH_MONTHS = (
    *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
    *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
)
ABOUT = r"(?P<about>(?:c\.|ca\.|circa|about|hacia)\s+)?"


def moment(words: str) -> Moment:
    mark = words[-1:] if words[-1:] in MARKS else ""
    bare = words.removesuffix(mark)
    precision = SHAPES.get(re.sub("[0-9]", "9", bare))
    if not words:
        raise BadDate("a date is missing here; write year-month-day, as 2025-02-13")
    if precision is None:
        refuse_foreign(words)
        raise BadDate(f"`{words}` is not a date here; write year-month-day: 2025-02-13, or less: 2025-02, 2025")
    return Moment(text=words, precision=precision, days=days_of(bare), certainty=MARKS[mark])


def days_of(bare: str) -> Days:
    """The days that a date of a known shape names."""
    year, month, day = f"{bare}-XX-XX"[:10].split("-")
    check(bare, year, month, day)
    first = date(int(year.replace("X", "0")), number(month, 1), number(day, 1))
    last_year, last_month = int(year.replace("X", "9")), number(month, 12)
    last_day = number(day, monthrange(last_year, last_month)[1])
    return Days(first=first, last=date(last_year, last_month, last_day))


def number(digits: str, unknown: int) -> int:
    return unknown if digits == "XX" else int(digits)


def check(bare: str, year: str, month: str, day: str) -> None:
    """Raise ``BadDate`` unless the calendar has such a day."""
    if year.replace("X", "0") == "0000":
        raise BadDate(f"`{bare}`: years run from 0001 to 9999")
    if month == "XX":
        return
    if not 1 <= int(month) <= 12:
        swapped = f"; did you mean {year}-{day}-{month}?" if "01" <= day <= "12" < month <= "31" else ""
        raise BadDate(f"`{bare}`: there is no month {month}{swapped}")
    if day != "XX" and not 1 <= int(day) <= monthrange(int(year), int(month))[1]:
        raise BadDate(f"`{bare}`: {MONTHS[int(month) - 1]} {year} has no day {day}")


def refuse_foreign(words: str) -> None:
    """Raise ``BadDate`` with the very date to write, for a date written as it is elsewhere."""
    for pattern, way_on in FOREIGN.items():
        found = re.fullmatch(pattern, words, re.ASCII)
        if found:
            raise BadDate(f"`{words}` is not a date here; {way_on(found)}")


def padded(found: Match[str]) -> str:
    parts = (part.zfill(2) for part in found.groups() if part is not None)
    return f"write two digits and hyphens: {real('-'.join(parts))}"


def turned(found: Match[str]) -> str:
    """The date behind one that ends with its year; where day and month cannot be told apart, both."""
    one, two, year = found.groups()
    day_first, month_first = f"{year}-{two:0>2}-{one:0>2}", f"{year}-{one:0>2}-{two:0>2}"
    if int(two) > 12:
        return f"write year-month-day: {real(month_first)}"
    if int(one) > 12 or day_first == month_first:
        return f"write year-month-day: {real(day_first)}"
    return f"write year-month-day: {real(day_first)} or {real(month_first)}"


def named(found: Match[str]) -> str:
    """The date behind one that names its month, in English or Spanish."""
    day, month, year = found["day"] or "", found["month"].lower()[:3], found["year"]
    number = next(
        (n for names in (MONTHS, SPANISH_MONTHS) for n, name in enumerate(names, 1) if name[:3].lower() == month), 0
    )
    if not number:
        return "write year-month-day: 2025-02-13, or less: 2025-02, 2025"
    about = "~" if found["about"] else ""
    return f"write {real(f'{year}-{number:02}' + (f'-{day:0>2}' if day else ''))}{about}"


def real(words: str) -> str:
    """The same words, once the calendar is known to have such a date: no advice may lead to a second mistake."""
    return moment(words).text


# Dates that people type, each with the way on.
FOREIGN: dict[str, Callable[[Match[str]], str]] = {
    r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?": padded,
    r"(\d{4})(\d\d)(\d\d)": padded,
    ABOUT + r"(?P<day>\d{1,2})?(?:\s+de)?\s*(?P<month>[A-Za-z]{3,10})\.?,?(?:\s+de)?\s+(?P<year>\d{4})": named,
    ABOUT + r"(?P<month>[A-Za-z]{3,10})\.?\s+(?P<day>\d{1,2}),?\s+(?P<year>\d{4})": named,
    r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})": turned,
    r"(\d{1,2})[-/.](\d{4})": lambda found: f"write year-month: {real(f'{found[2]}-{found[1]:0>2}')}",
    r"(\d{4}-\d\d-\d\d)[T ]\d[^/]*": lambda found: f"leave out the hour: {real(found[1])}",
    r"([~?%])([\dX-]+)": lambda found: f"`{found[1]}` comes last: {real(found[2] + found[1])}",
    r"([\d-]*x[\dxX-]*)": lambda found: f"write a capital X: {real(found[1].upper())}",
    r"([^/[]+)\.\.([^/\]]*)": lambda found: (
        f"write [{found[1]}..{found[2]}] for one day not known exactly, "
        f"{found[1]}/{found[2] or '..'} for a time that lasts"
    ),
    r"-\d{4,}.*|\+?\d{5,}.*": lambda found: "years run from 0001 to 9999",
}
