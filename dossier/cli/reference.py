"""The reference of all checks as a page of Markdown, made from the rules themselves."""

from dossier import rules
from dossier.rules import Rule

OPENING = (
    "# The checks\n\nEverything that `dossier check` looks for, by family. A finding is an **error** (the site is not "
    "built), a **warning** (it is built, but not with `--strict`) or a **notice** (told with `--verbose`, never in the "
    "way). `checks` in `dossier.yml` gives a check another weight. `dossier explain CODE` tells the same about one "
    "check. How a finding reads is told in [writing.md](writing.md#findings).\n\nThis page is made from "
    "`dossier/rules.py` by `make checks`. A code is never renamed."
)

# What a family is about, and how it decides where that is not plain.
FAMILIES = {
    "shape": "The form of files: front matter, keys, values, Markdown, templates.",
    "links": "References between records, and records that nothing leads to.",
    "support": (
        "Whether every statement can be followed to who said it. The unit is the paragraph, list item or table row of "
        "a section page: a citation, claim, figure or panel in it supports it, in a row one in any cell. Headings and "
        "blocks marked `{.own-voice}` need none; the paragraphs of a callout do; a block quotation needs its citation. "
        "Where a reference or a record is itself at fault, claims are looked at again once that is mended."
    ),
    "figures": (
        "Numbers with their days. Two values of one measure on one day collide when they cannot both be true: 64 "
        "agrees with `at least 64` and not with 67; `about` and `nearly` leave room for a tenth. Values collide with "
        "the number that their own claim states, too. A disagreement that holds both claims, or the one claim that "
        "both lines are about, settles it. A numeral in prose is accounted for by the claims, figures and sources in "
        "its unit. Within the words of a claim it must be a number that the claim states or that sources give for it. "
        "Elsewhere it may also come from a cited source: its archived text, its summary or a `value` of its evidence. "
        "Where the text is not at hand and the summary counts nothing, the source is trusted. A `value` must stand in "
        "the archived text, where that is at hand. Dates, years, ordinals, "
        "legal citations, locators, names with a number in them and words up to ten are not looked at; nor are "
        "quotations, which are verified by themselves."
    ),
    "quotations": "Words in quotation marks, and the archived texts that bear them out.",
    "dates": (
        "Days that cannot be, and days that have passed. Dates are compared only as far as both are certain. A weekday "
        "is checked in English and in Spanish; a date without its year may fall in any year that the dossier covers or "
        "the passage names. Quotations, `quote` and `defects` are others' words and are left alone."
    ),
    "rights": "What may not be shown: texts under copyright, drafts, embargoed records.",
    "history": "What was published once and may not change in silence.",
}


def page() -> str:
    """The whole page."""
    return "\n\n".join([OPENING, *(family(name) for name in families())]) + "\n"


def families() -> tuple[str, ...]:
    """The families in reading order."""
    found = {rule.family for rule in rules.RULES}
    return tuple(name for name in FAMILIES if name in found)


def family(name: str) -> str:
    """One family with its checks."""
    members = (check(rule) for rule in rules.RULES if rule.family == name)
    return "\n\n".join([f"## {name.capitalize()}", FAMILIES[name], *members])


def check(rule: Rule) -> str:
    """One check: its weight, its reason, and an example before and after."""
    told = f"**{rule.severity.value}** · {rule.reason}"
    return "\n\n".join([f"### {rule.code}", told, example("Not", rule.bad), example("But", rule.good)])


def example(word: str, lines: str) -> str:
    """One side of an example."""
    return f"{word}:\n\n```text\n{lines}\n```"
