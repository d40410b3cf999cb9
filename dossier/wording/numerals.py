"""Numbers as prose writes them, read back: in figures, ``1,500`` and ``1.5 million``, or in words, ``twenty-five``."""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache

from msgspec import Struct

from dossier.wording.calendar import DATE, YEAR

SMALL = "one two three four five six seven eight nine ten".split()
TEENS = "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ENGLISH = {
    **{name: at for at, name in enumerate((*SMALL, *TEENS), start=1)},
    **{name: 10 * at for at, name in enumerate(TENS, start=2)},
}
SPANISH = {
    **dict(zip("dos tres cuatro cinco seis siete ocho nueve diez".split(), range(2, 11), strict=True)),
    **dict(zip("once doce trece catorce quince dieciséis diecisiete dieciocho".split(), range(11, 19), strict=True)),
    **dict(zip("diecinueve veinte veintiuno veintidós veintitrés veinticuatro".split(), range(19, 25), strict=True)),
    **dict(zip("veinticinco veintiséis veintisiete veintiocho veintinueve".split(), range(25, 30), strict=True)),
    **dict(zip("treinta cuarenta cincuenta sesenta setenta ochenta noventa".split(), range(30, 100, 10), strict=True)),
    **dict(zip("cien doscientos trescientos cuatrocientos quinientos".split(), range(100, 600, 100), strict=True)),
    **dict(zip("seiscientos setecientos ochocientos novecientos".split(), range(600, 1000, 100), strict=True)),
    "ciento": 100,
}
SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9}
ESCALAS = {"mil": 10**3, "millón": 10**6, "millones": 10**6}

FIGURES = r"(?<![\w.,])[0-9]{1,3}(?:[,.\u00a0\u202f][0-9]{3})+(?![0-9])|(?<![\w.,])[0-9]+(?:[.,][0-9]+)?"
GROUPED = re.compile(r"[0-9]{1,3}(?:[,.\u00a0\u202f][0-9]{3})+")

# Numbers that count nothing: they name a day, a law, a place in a text, a ship or a hall.
LABELS = (
    "Title|Sections?|Articles?|Chapter|Part|Paragraph|Proclamation|Order|Resolution|Act|Law|Amendment|Annex|Table|"
    "sections?|articles?|chapter|paragraph|pages?|Título|[Aa]rtículos?|[Ss]ección|fracción|párrafo|páginas?|"
    "Ley|Decreto|Resolución|(?:[Aa]rts?|ss?|pp?|Nos?|[Nn]úm|Fed\\. Reg|Stat|Pub\\. L)\\."
)
NAMES_BY_NUMBER = (
    DATE,
    rf"(?<![\w.,]){YEAR}(?:[–-][0-9]{{2,4}})?s?(?![\w,]*[0-9])",
    r"(?<!\w)[0-9]{1,2}:[0-9]{2}",
    r"(?<![\w.,])[0-9]+(?:st|nd|rd|th|º|ª)\b",
    r"(?<![\w.,])[0-9]+\s+(?:U\.?\s?S\.?(?:\s?C\.?)?|C\.?\s?F\.?\s?R\.?|Fed\.\s?Reg\.|Stat\.)\s*(?:§+\s*)?[0-9][\w().–-]*",
    r"(?:§+|¶+)\s*[0-9][\w().,–-]*",
    rf"(?<![\w'’])(?:{LABELS})\s*[0-9][\w()./–-]*(?:\s+(?:and|or|to|y|a|o)\s+[0-9]+[\w()]*)?",
    r"\b[^\W\d_]+[-–]?[0-9]+[\w–-]*",
    r"https?://\S+",
)
NAMING = "|".join(f"(?:{pattern})" for pattern in NAMES_BY_NUMBER)


class Numeral(Struct, frozen=True, kw_only=True):
    """A number in a text, with all that it may mean: 1.500 is a thousand and a half to some, 1.5 to others."""

    start: int
    end: int
    words: str
    readings: frozenset[Decimal]


def numerals(text: str, language: str) -> Iterator[Numeral]:
    """Every number of a text, in figures or in words of its language, from left to right."""
    names, scales = (SPANISH, ESCALAS) if is_spanish(language) else (ENGLISH, SCALES)
    for found in pattern(tuple(names), tuple(scales)).finditer(text):
        scale = scales[found["scale"].lower()] if found["scale"] else 1
        plain = of_figures(found["figures"], language) if found["figures"] else {of_words(found[0], names, scales)}
        readings = frozenset(number.normalize() for one in plain for number in (one, one * scale))
        yield Numeral(start=found.start(), end=found.end(), words=found[0], readings=readings)


def is_spanish(language: str) -> bool:
    """Whether a language tag is one of Spanish, as ``es-MX``."""
    return language.split("-", maxsplit=1)[0].lower() == "es"


@cache
def pattern(names: tuple[str, ...], scales: tuple[str, ...]) -> re.Pattern[str]:
    """What a number looks like in a language."""
    small, large = ("|".join(sorted(words, key=len, reverse=True)) for words in (names, scales))
    word = rf"(?:{small}|{large})\b"
    scale = rf"(?:[\s-]+(?P<scale>{large})\b)?"
    return re.compile(rf"(?P<figures>{FIGURES}){scale}|\b{word}(?:(?:[\s-]|\s(?:and|y)\s){word})*", re.IGNORECASE)


def of_figures(figures: str, language: str) -> set[Decimal]:
    """What figures may mean: of a single point or comma before three digits, only the English comma is plain."""
    grouped = {Decimal(re.sub("[^0-9]", "", figures))} if GROUPED.fullmatch(figures) else set()
    is_plain = "," in figures and not is_spanish(language)
    if grouped and (is_plain or not re.fullmatch(r"[0-9]+[.,][0-9]{3}", figures)):
        return grouped
    return grouped | {Decimal(figures.replace(",", "."))}


def of_words(words: str, names: Mapping[str, int], scales: Mapping[str, int]) -> Decimal:
    """The number that some words make together."""
    total, current = 0, 0
    for word in re.findall(r"\w+", words.lower()):
        scale = scales.get(word, 1)
        if scale > 100:
            total, current = total + max(current, 1) * scale, 0
        elif scale > 1:
            current = max(current, 1) * scale
        else:
            current += names.get(word, 0)
    return Decimal(total + current)


def counting(text: str, language: str, names: Iterable[str] = ()) -> Iterator[Numeral]:
    """The numbers that count something: not those of a date, a law or a name, and no word up to ten."""
    for numeral in numerals(without_names(text, names), language):
        is_figures = any(char.isdecimal() for char in numeral.words)
        if is_figures or max(numeral.readings) > len(SMALL):
            yield numeral


def without_names(text: str, names: Iterable[str]) -> str:
    """The text with blanks for every number that only names something, so that all else keeps its offset."""
    for naming in (known(tuple(names)), re.compile(NAMING)):
        text = naming.sub(lambda found: " " * len(found[0]), text) if naming else text
    return text


@cache
def known(names: tuple[str, ...]) -> re.Pattern[str] | None:
    """Any of some names; none where there are no names."""
    return re.compile("|".join(map(re.escape, names)), re.IGNORECASE) if names else None
