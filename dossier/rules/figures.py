"""Numbers with their days."""

from dossier.problems import Severity
from dossier.rules.rule import Rule

RULES = (
    Rule(
        code="value-without-date",
        family="figures",
        reason="A number holds for a day; without it nobody can tell growth from disagreement.",
        bad="value: 1,500",
        good="value: 1,500\nas_of: 2025-01-22",
    ),
    Rule(
        code="values-collide",
        family="figures",
        reason="Two values for one day that cannot both be true are a mistake, or a disagreement readers must see.",
        bad="value: 1,500 in one source, value: 1,600 in another, both as_of: 2025-01-22",
        good="disagreements/how-many.md with claims: [active-duty-1500, active-duty-1600]",
    ),
    Rule(
        code="numeral-unaccounted",
        family="figures",
        reason="A number in prose has a figure, claim or citation beside it that gives this number and no other.",
        bad="Some 1,500 troops were sent.",
        good="Some 1,500 troops were sent [@latin-times, ¶1].",
        severity=Severity.WARNING,
    ),
)
