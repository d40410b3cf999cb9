"""Babel's locales, loaded when the first date or number is worded."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale


@cache
def locale_of(language: str) -> "Locale":
    """The locale of a language tag; that of the plain language where Babel has no such region."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse(language.split("-", maxsplit=1)[0])


def language_name(tag: str, language: str) -> str:
    """What a language is called in another, ``Spanish``; the tag itself where Babel knows no name for it."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(tag, sep="-").get_display_name(locale_of(language)) or tag
    except (UnknownLocaleError, ValueError):
        return tag
