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


@cache
def language_name(tag: str, language: str) -> str:
    """What a language is called in another, ``Spanish``; the tag itself where Babel knows no name for it."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(tag, sep="-").get_display_name(locale_of(language)) or tag
    except (UnknownLocaleError, ValueError):
        return tag


def with_territory(language: str) -> str:
    """A language tag as ``es_MX``; one without a region gets that in which most of its readers live."""
    from babel import UnknownLocaleError
    from babel.core import get_global

    try:
        locale = locale_of(language)
    except (UnknownLocaleError, ValueError):
        return language.replace("-", "_")
    likely = get_global("likely_subtags").get(locale.language, "").rpartition("_")[2]
    territory = locale.territory or likely
    return f"{locale.language}_{territory}" if territory else locale.language
