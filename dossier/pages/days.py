"""Dates as other programs read them, which know no doubt: nothing where a date has some."""

from dossier.model.date import Date, Moment, Precision

ISO = frozenset({Precision.YEAR, Precision.MONTH, Precision.DAY})  # what ISO 8601 has of EDTF


def iso(date: Date | None) -> str:
    """A date in ISO 8601; nothing where the date has some doubt."""
    is_plain = date and isinstance(date.form, Moment) and not date.certainty and date.form.precision in ISO
    return date.text if date and is_plain else ""


def day(date: Date | None) -> str:
    """A date in ISO 8601 where it is one day."""
    return iso(date) if date and date.is_one_day else ""
