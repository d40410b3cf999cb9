"""Ids as file names and prose spell them, and the nearest of the names there are."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

ID = re.compile(r"[a-z0-9-]{1,80}")
# Letters that no decomposition takes apart.
LETTERS = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})


def slug(words: str) -> str:
    """The words as an id: without accents, in small letters, joined by hyphens; empty when nothing is left."""
    letters = unaccented(words.lower().translate(LETTERS))
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:80].strip("-")


def folded(name: str) -> str:
    """A name as it is compared: without case, accents and doubled blanks, a hyphen like a blank."""
    return " ".join(unaccented(name.replace("-", " ")).casefold().split())


def unaccented(words: str) -> str:
    """The words with each letter taken apart, and without its accents."""
    if words.isascii():
        return words
    plain = unicodedata.normalize("NFKD", words)
    return "".join(char for char in plain if not unicodedata.combining(char))


def filed(name: str) -> tuple[str | int, ...]:
    """Where a name stands among others: accents do not count, and 8 comes before 10."""
    return tuple(
        int(part) if part.isascii() and part.isdigit() else part for part in re.split(r"([0-9]+)", folded(name))
    )


def nearest(typed: str, known: Iterable[str]) -> str:
    """The offer of the known word nearest to what was typed, or nothing where none is near."""
    near = closest(typed, known)
    return f"did you mean `{near[0]}`?" if near else ""


def closest(typed: str, known: Iterable[str]) -> tuple[str, ...]:
    """The known word nearest to what was typed, alone; empty where none is near."""
    return tuple(get_close_matches(typed.lower(), sorted(known), n=1))
