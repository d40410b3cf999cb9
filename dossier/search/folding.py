"""Words as they are looked up: without case, accents, apostrophes and hyphens; ``assets/search.js`` folds alike."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

LONGEST = 40  # characters of a term; more tells no two words apart, and a hostile one would fill a file

APOSTROPHES = frozenset("'" + "".join(map(chr, (0x2018, 0x2019, 0x2B9, 0x2BC, 0x2032))))
HYPHENS = frozenset("-" + chr(0x2010) + chr(0x2011))
# Letters that no decomposition takes apart, and the sigma that has another shape at a word's end.
APART = dict(zip("ßæœøłđðþı", ("ss", "ae", "oe", "o", "l", "d", "d", "th", "i"), strict=True))
LETTERS = APART | {chr(0x3C2): chr(0x3C3)}

# A word with what may stand inside one: U.S, Trump's, active-duty, 1,500.
COMPOUND = re.compile(r"[^\W_]+(?:['.,-][^\W_]+)*")
NUMBER = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_])+")
INNER = re.compile(r"['.,-]")


class Folding(dict[int, str]):
    """Each character by its code, as ``str.translate`` asks for it; worked out when a text first has it."""

    def __missing__(self, code: int) -> str:
        self[code] = letter(code)
        return self[code]


FOLDING = Folding()


def letter(code: int) -> str:
    """One character folded: nothing for an accent or an invisible one."""
    char = chr(code)
    if char in APOSTROPHES:
        return "'"
    if char in HYPHENS:
        return "-"
    plain = (part for part in unicodedata.normalize("NFKD", char) if is_seen(part))
    return "".join(LETTERS.get(small, small) for part in plain for small in part.lower() if is_seen(small))


def is_seen(char: str) -> bool:
    """Whether a character is neither a mark upon another nor invisible."""
    category = unicodedata.category(char)
    return category != "Cf" and not category.startswith("M")


def folded(text: str) -> str:
    """The text in which words are found."""
    return text.lower() if text.isascii() else text.translate(FOLDING)


def compounds(text: str) -> list[str]:
    """The words of a text, each with what is written without a blank: ``active-duty`` is one."""
    return COMPOUND.findall(folded(text))


def terms(text: str) -> Counter[str]:
    """Every term under which a text is found, with how often it stands there."""
    found = Counter(compounds(text))
    for compound in [each for each in found if len(each) > LONGEST or not each.isalnum()]:
        times = found.pop(compound)
        for term in inside(compound):
            found[term[:LONGEST]] += times
    return found


def inside(compound: str) -> tuple[str, ...]:
    """The terms of a compound: all of it joined where it has a hyphen, and its parts."""
    joined = (bare(compound),) if "-" in compound else ()
    return tuple(dict.fromkeys((*joined, *(term for piece in compound.split("-") for term in parts(piece)))))


def parts(piece: str) -> Iterator[str]:
    """The terms of what stands between hyphens: a number and initials whole, ``trump's`` with and without its end."""
    if NUMBER.fullmatch(piece) or INITIALS.fullmatch(piece):
        yield bare(piece)
        return
    for word in re.split("[.,]", piece):
        yield bare(word)
        if "'" in word:
            yield from (part for part in word.split("'") if len(part) > 2)


def bare(compound: str) -> str:
    """A compound with nothing between its letters."""
    return INNER.sub("", compound)
