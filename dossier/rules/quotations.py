"""Words in quotation marks."""

from dossier.problems import Severity
from dossier.rules.rule import Rule

RULES = (
    Rule(
        code="quote-not-found",
        family="quotations",
        reason="Words in quotation marks are a promise that somebody said exactly these; no cited source has them.",
        bad='Sheinbaum said "there will not be an invasion" [@panwar, ¶1].',
        good='Sheinbaum said "there will be no invasion" [@panwar, ¶1].',
    ),
    Rule(
        code="quote-uncited",
        family="quotations",
        reason="A reader cannot look up words whose source no citation in the sentence names.",
        bad='Sheinbaum said "there will be no invasion".',
        good='Sheinbaum said "there will be no invasion" [@panwar, ¶1].',
        severity=Severity.WARNING,
    ),
    Rule(
        code="quote-unverified",
        family="quotations",
        reason="Without the source's text, or the lock of a run that had it, nobody has compared these words.",
        bad='... "Title 10 forces" [@dvids-jan25].  (no content/archive/dvids-jan25.txt)',
        good='... "Title 10 forces" [@dvids-jan25].  (with it, and after `dossier verify`)',
        severity=Severity.WARNING,
    ),
    Rule(
        code="quote-too-long",
        family="quotations",
        reason="Of a text whose rights are reserved little may be quoted: so much at once, and so much in all.",
        bad='"... a hundred words of one article ..." [@latin-times].',
        good='The article says that ..., and quotes her: "our territory" [@latin-times].',
    ),
    Rule(
        code="archive-changed",
        family="quotations",
        reason="What was verified against another text is not verified against this one.",
        bad="content/archive/panwar.txt, edited after `dossier verify`",
        good="the text as it was, or `dossier verify` once more",
    ),
    Rule(
        code="bad-lock",
        family="quotations",
        reason="The lock is written by `dossier verify`; one that was edited, or merged in halves, proves nothing.",
        bad="<<<<<<< in content/quotations.lock",
        good="content/quotations.lock as `dossier verify` wrote it",
    ),
)
