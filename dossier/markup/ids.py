"""Ids as they are typed in prose, and the anchors made from the words of headings."""

import re
import unicodedata
from collections.abc import Collection
from difflib import get_close_matches

from dossier.problems import Place, Problem

ID = re.compile(r"[a-z0-9-]{1,80}")
# Letters that no decomposition takes apart.
LETTERS = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})

COMPARED = 50  # words with what was typed; a body may be all mistakes, and each comparison takes microseconds


def slug(words: str) -> str:
    """The words as an id: without accents, in small letters, joined by hyphens; empty when nothing is left."""
    plain = unicodedata.normalize("NFKD", words.lower().translate(LETTERS))
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:80].strip("-")


def mistakes(typed: str, place: Place) -> tuple[Problem, ...]:
    """The problem of an id that cannot be one."""
    if ID.fullmatch(typed):
        return ()
    near = slug(typed)
    return (
        Problem(
            code="bad-id",
            place=place,
            message=f"`{typed}` cannot be an id; ids are made of a-z, 0-9 and -",
            help=f"did you mean `{near}`?" if near else "write the file name of the record, without .md",
        ),
    )


def nearest(typed: str, known: Collection[str]) -> str:
    """The offer of the known word nearest to what was typed, or nothing where none is near."""
    alike = known if len(known) <= COMPARED else [word for word in known if word[:1] == typed[:1]]
    near = get_close_matches(typed.lower(), sorted(alike)[:COMPARED], n=1)
    return f"did you mean `{near[0]}`?" if near else ""
