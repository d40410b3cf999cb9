"""Every word a reader sees, by language: a small module of phrases each, with Babel's figures and months."""

from msgspec.structs import replace

from dossier.wording.english import ENGLISH
from dossier.wording.locales import with_territory
from dossier.wording.numbers import Noun
from dossier.wording.spanish import SPANISH
from dossier.wording.words import Explained, Words

__all__ = ["LANGUAGES", "Explained", "Noun", "Words", "with_territory", "words"]

LANGUAGES = {"en": ENGLISH, "es": SPANISH}


def words(language: str) -> Words:
    """The words of a language tag, ``es-MX`` with its own figures; English where there are none."""
    tag = language.replace("_", "-")
    found = LANGUAGES.get(tag.split("-", maxsplit=1)[0].lower())
    return ENGLISH if found is None else replace(found, language=tag)
