"""Dates in words: one reading of each form, put together from a language's phrases."""

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import assert_never

from msgspec import Struct

from dossier.model.date import (
    Certainty,
    Closed,
    Date,
    Form,
    Interval,
    Moment,
    OneOf,
    Precision,
    Since,
    Span,
    Until,
    Within,
)
from dossier.wording.locales import locale_of


class DatePhrases(Struct, frozen=True, kw_only=True):
    """How a language words dates; ``{}`` stands for a date, and ``{day} {month} {year}`` for the parts of one.

    ``the_day`` is a day as it stands after a preposition, and ``smooth`` mends what the joining of two words breaks.
    """

    day: str
    the_day: str
    day_of_year: str
    month: str
    decade: str
    month_unknown: str
    day_unknown: str
    about: str
    uncertain: str
    lasting: str
    since: str
    until: str
    between: str
    day_or_after: str
    day_or_before: str
    month_or_after: str
    month_or_before: str
    either: str
    smooth: Callable[[str], str]


class Calendar(Struct, frozen=True, kw_only=True):
    """A language's date phrases with its names of the months."""

    phrases: DatePhrases
    language: str

    def words(self, dated: Date) -> str:
        """The date in words."""
        return self.phrases.smooth(self._form(dated.form))

    def _form(self, form: Form) -> str:
        match form:
            case Moment() as moment:
                return self._moment(moment)
            case Interval(span=span):
                return self._lasting(span)
            case Within(span=span):
                return self._within(span)
            case OneOf(moments=moments):
                return self._either(moments)
            case _:
                assert_never(form)

    def _lasting(self, span: Span) -> str:
        match span:
            case Closed(start=start, end=end):
                return self.phrases.lasting.format(self._opening(start, end), self._the(end))
            case Since(start=start):
                return self.phrases.since.format(self._the(start))
            case Until(end=end):
                return self.phrases.until.format(self._the(end))
            case _:
                assert_never(span)

    def _within(self, span: Span) -> str:
        match span:
            case Closed(start=start, end=end):
                return self.phrases.between.format(self._opening(start, end), self._the(end))
            case Since(start=start):
                words = self.phrases.day_or_after if is_day(start) else self.phrases.month_or_after
                return words.format(self._the(start))
            case Until(end=end):
                words = self.phrases.day_or_before if is_day(end) else self.phrases.month_or_before
                return words.format(self._the(end))
            case _:
                assert_never(span)

    def _either(self, moments: tuple[Moment, ...]) -> str:
        *others, last = moments
        shown = [self._shortened(moment, last) or self._moment(moment) for moment in others]
        return self.phrases.either.format(", ".join(shown), self._moment(last))

    def _opening(self, start: Moment, end: Moment) -> str:
        """A start without the month and year that its end is about to name."""
        short = self._shortened(start, end)
        if not short:
            return self._the(start)
        return self.phrases.the_day.format(short) if is_day(start) else short

    def _shortened(self, moment: Moment, later: Moment) -> str:
        """The moment without what it shares with a later one; empty where that would be ambiguous."""
        first, last = moment.days.first, later.days.first
        alike = moment.precision is later.precision and not (moment.certainty | later.certainty)
        if not alike or first.year != last.year:
            return ""
        if moment.precision is Precision.MONTH:
            return self._month_name(first)
        if moment.precision is not Precision.DAY:
            return ""
        if first.month == last.month:
            return str(first.day)
        return self.phrases.day_of_year.format(day=first.day, month=self._month_name(first))

    def _moment(self, moment: Moment) -> str:
        """The moment on its own, ``13 February 2025``."""
        if Certainty.APPROXIMATE in moment.certainty:
            return self._the(moment)
        return self._doubted(moment, self._named(moment))

    def _the(self, moment: Moment) -> str:
        """The moment as it stands after a preposition, ``el 13 de febrero de 2025``."""
        named = self._named(moment)
        placed = self.phrases.the_day.format(named) if is_day(moment) else named
        return self._doubted(moment, placed)

    def _doubted(self, moment: Moment, words: str) -> str:
        if Certainty.APPROXIMATE in moment.certainty:
            words = self.phrases.about.format(words)
        if Certainty.UNCERTAIN in moment.certainty:
            words = self.phrases.uncertain.format(words)
        return words

    def _named(self, moment: Moment) -> str:
        first, last, phrases = moment.days.first, moment.days.last, self.phrases
        match moment.precision:
            case Precision.CENTURY:
                return f"{first.year}–{last.year}"
            case Precision.DECADE:
                return phrases.decade.format(first.year)
            case Precision.YEAR:
                return str(first.year)
            case Precision.MONTH_IN_YEAR:
                return phrases.month_unknown.format(first.year)
            case Precision.DAY_IN_YEAR:
                return phrases.day_unknown.format(first.year)
            case Precision.MONTH:
                return self._month(first)
            case Precision.DAY_IN_MONTH:
                return phrases.day_unknown.format(self._month(first))
            case Precision.DAY:
                return phrases.day.format(day=first.day, month=self._month_name(first), year=first.year)
            case _:
                assert_never(moment.precision)

    def _month(self, day: date) -> str:
        return self.phrases.month.format(month=self._month_name(day), year=day.year)

    def _month_name(self, day: date) -> str:
        return month_names(self.language)[day.month - 1]


def is_day(moment: Moment) -> bool:
    return moment.precision is Precision.DAY


@cache
def month_names(language: str) -> tuple[str, ...]:
    """The twelve months, as they stand within a date."""
    names = locale_of(language).months["format"]["wide"]
    return tuple(names[month] for month in range(1, 13))


@cache
def short_month_names(language: str) -> tuple[str, ...]:
    """The twelve months in three letters, as they stand along an axis."""
    names = locale_of(language).months["stand-alone"]["abbreviated"]
    return tuple(names[month].rstrip(".")[:3] for month in range(1, 13))


@cache
def in_words(calendar: Calendar, dated: Date) -> str:
    """A date in words, worked out once: a source's day stands on every page that cites it."""
    return calendar.words(dated)
