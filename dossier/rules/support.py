"""Whether every statement can be followed to who said it."""

from dossier.problems import Severity
from dossier.rules.rule import Rule

RULES = (
    Rule(
        code="claim-without-evidence",
        family="support",
        reason="A claim is only as good as the sources that make it; one that none makes is the editors' invention.",
        bad="claims/troops-sent.md, on which no source has a line that supports or qualifies it",
        good="says:\n  - {claim: troops-sent, stance: supports, basis: outlet}",
    ),
    Rule(
        code="paragraph-without-evidence",
        family="support",
        reason="Readers must be able to follow every passage of a section page to its source, or see that it is ours.",
        bad="The troops left in March.",
        good="The troops left in March [@latin-times, ¶3].",
        severity=Severity.WARNING,
    ),
    Rule(
        code="unnamed-only",
        family="support",
        reason="What only voices without a name say has been reported; nobody can be held to it.",
        bad="status: stands  (all lines have the basis unnamed-official)",
        good="status: reported",
    ),
    Rule(
        code="single-origin",
        family="support",
        reason="Many articles that had it from one place are one witness. Readers are told; look for a second.",
        bad="two articles, both via: [associated-press]",
        good="a third article that asked the army itself",
        severity=Severity.NOTICE,
    ),
    Rule(
        code="via-cycle",
        family="support",
        reason="Sources that have a statement from each other leave nobody who made it first.",
        bad="via: [paper]  (in wire.md, while paper.md has via: [wire])",
        good="via: [wire]  (in paper.md alone)",
    ),
)
