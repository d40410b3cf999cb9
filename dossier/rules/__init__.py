"""Every check: its code, how much it weighs, why it is made, and an example with its way on."""

from dossier.rules import dates, figures, history, links, quotations, rights, shape, support
from dossier.rules.rule import Rule

__all__ = ["BY_CODE", "FIRM", "RULES", "Rule"]

RULES = (
    *shape.RULES,
    *links.RULES,
    *support.RULES,
    *figures.RULES,
    *quotations.RULES,
    *dates.RULES,
    *rights.RULES,
    *history.RULES,
)

# What these tell of leaves a record, a target or a page missing: no site can be made, however little they are minded.
FIRM = frozenset(
    "unknown-id wrong-kind ambiguous-name duplicate-id duplicate-number duplicate-url unsafe-link "
    "withheld-target".split()
) | {rule.code for rule in RULES if rule.family == "shape"}

BY_CODE = {rule.code: rule for rule in RULES}
