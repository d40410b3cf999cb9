"""Days as prose writes them, in English and in Spanish, read back: ``Wednesday, 22 January 2025``."""

import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DAY_NAMES = {
    **{name: at for at, name in enumerate(WEEKDAYS)},
    **{name[:3]: at for at, name in enumerate(WEEKDAYS)},
    **{"Tues": 1, "Thur": 3, "Thurs": 3},
    **{"lunes": 0, "martes": 1, "miércoles": 2, "jueves": 3, "viernes": 4, "sábado": 5, "domingo": 6},
}
ENGLISH_MONTHS = "January February March April May June July August September October November December".split()
SPANISH_MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
MONTH_NAMES = {
    **{name: at for at, name in enumerate(ENGLISH_MONTHS, start=1)},
    **{name[:3]: at for at, name in enumerate(ENGLISH_MONTHS, start=1)},
    **{name: at for at, name in enumerate(SPANISH_MONTHS, start=1)},
    **{"Sept": 9, "setiembre": 9},
}


def either(names: dict[str, int]) -> str:
    """Any of the names, the longest first; a Spanish one may begin a sentence."""
    spelled = {form for name in names for form in (name, name[0].upper() + name[1:])}
    return "|".join(sorted(spelled, key=lambda name: (-len(name), name)))


MONTH = rf"(?:{either(MONTH_NAMES)})\b(?:\.(?=\s+[0-9]))?"
DAY = r"[0-9]{1,2}(?:st|nd|rd|th|º)?"
YEAR = r"(?:1[7-9]|20)[0-9]{2}"
DAY_FIRST = rf"(?:{DAY}\s+(?:of\s+|de\s+)?{MONTH}(?:,?\s+(?:del?\s+)?{YEAR}\b)?)"
MONTH_FIRST = rf"(?:{MONTH}\s+{DAY}\b(?:,?\s+{YEAR}\b)?)"
MONTH_ONLY = rf"(?:{MONTH}\s+(?:del?\s+)?{YEAR}\b)"
ISO = rf"(?:{YEAR}-[01][0-9]-[0-3][0-9])"
DATE = rf"(?<!\w)(?:{ISO}|{DAY_FIRST}|{MONTH_FIRST}|{MONTH_ONLY})"

NAMED = rf"(?<!\w)(?P<weekday>{either(DAY_NAMES)})\b"
NAMED_BEFORE = rf"{NAMED}\.?[\s,(*_]+(?:the\s+|el\s+)?(?P<date>{ISO}|{DAY_FIRST}|{MONTH_FIRST})"
NAMED_AFTER = (
    rf"(?<!\w)(?P<date>{ISO}|{DAY_FIRST}|{MONTH_FIRST})(?:\s*\(|,?\s+(?:was|is|fue|era|es)?\s*(?:an?|un)\s+){NAMED}"
)


# One of these stands in every weekday's name: most texts name none, and this tells it far sooner than the patterns.
STEMS = "Mon Tue Wed Thu Fri Sat Sun unes artes iércoles ueves iernes ábado omingo".split()


class NamedDay(Struct, frozen=True, kw_only=True):
    """A date that prose gives with its day of the week; ``year`` is None where it is left to the reader."""

    start: int
    end: int
    weekday: int
    words: str
    year: int | None
    month: int
    day: int

    def falls_on(self, year: int) -> int | None:
        """The weekday of this date in a year; None where the calendar has no such date."""
        try:
            return date(year, self.month, self.day).weekday()
        except ValueError:
            return None


def named_days(text: str) -> Iterator[NamedDay]:
    """Every date of a text that stands beside the name of a weekday."""
    if not any(stem in text for stem in STEMS):
        return
    for pattern in (NAMED_BEFORE, NAMED_AFTER):  # compiled by the first text that names a weekday
        for found in re.finditer(pattern, text):
            year, month, day = parts(found["date"])
            name = found["weekday"]
            yield NamedDay(
                start=found.start(),
                end=found.end(),
                weekday=DAY_NAMES.get(name, DAY_NAMES.get(name.lower(), 0)),
                words=" ".join(found["date"].split()),
                year=year,
                month=month,
                day=day,
            )


def parts(words: str) -> tuple[int | None, int, int]:
    """Year, if it is named, month and day of a date as prose writes it."""
    if re.fullmatch(ISO, words):
        year, month, day = map(int, words.split("-"))
        return year, month, day
    names = re.findall(either(MONTH_NAMES), words)
    month = MONTH_NAMES.get(names[0]) or MONTH_NAMES[names[0].lower()]
    day, *years = map(int, re.findall("[0-9]+", words))
    return (years[0] if years else None), month, day


def years(text: str) -> frozenset[int]:
    """The years that a text names."""
    return frozenset(map(int, re.findall(rf"(?<![\w.,-]){YEAR}(?![\w,-]*[0-9])", text)))
