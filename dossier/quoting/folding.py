"""Folding: texts made alike in all that printers and keyboards decide, so that only a change of words is a change."""

import re
import unicodedata

# By number, since most of them look alike: those of keyboards, of print in several languages, and of hurried typing.
SINGLE = "'`" + "".join(map(chr, (0xB4, *range(0x2018, 0x201C), 0x2032, 0x2039, 0x203A, 0x2B9, 0x2BC)))
DOUBLE = '"' + "".join(map(chr, (0xAB, 0xBB, *range(0x201C, 0x2020), 0x2033, 0x301D, 0x301E)))
HYPHENS = "-" + "".join(map(chr, (0x2010, 0x2011, 0xFE63, 0xFF0D)))
DASHES = "".join(map(chr, (*range(0x2012, 0x2016), 0x2212, 0xFE58)))
MARKS = str.maketrans(dict.fromkeys(SINGLE + DOUBLE, "'") | dict.fromkeys(HYPHENS + DASHES, "-") | {"*": ""})
ELLIPSIS = re.compile(r"\.(?:\s?\.){2,}")
AROUND_DASH = re.compile(r"\s*-+\s*")
BETWEEN_WORDS = re.compile(rf"[{DASHES}]|--+|\s-+\s")
# A word with what may stand inside one: U.S, Trump's, active-duty, 1,500.
WORD = re.compile(r"[^\W_]+(?:['.,-][^\W_]+)*")


def folded(text: str) -> str:
    """The text with one kind of quotation mark, dash, ellipsis and space, without invisible characters; case kept."""
    plain = unicodedata.normalize("NFKC", text.translate(MARKS)).translate(MARKS)
    seen = "".join(char for char in plain if unicodedata.category(char) != "Cf") if not plain.isascii() else plain
    spaced = " ".join(ELLIPSIS.sub("...", seen).split())
    return AROUND_DASH.sub("-", spaced)


def words(text: str) -> tuple[str, ...]:
    """The words of a text, folded and without case, for telling whether one was copied from another."""
    return tuple(WORD.findall(folded(BETWEEN_WORDS.sub(" ", text)).casefold()))
