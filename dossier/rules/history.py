"""What was published once."""

from dossier.rules.rule import Rule

RULES = (
    Rule(
        code="bad-edition",
        family="history",
        reason="An edition is the record of what was published; a file that was changed since records nothing.",
        bad='content/editions/first.json: {"format": 1, "edition": 1, ...,}',
        good="content/editions/first.json, as `dossier edition first` wrote it",
    ),
    Rule(
        code="statement-changed",
        family="history",
        reason="Readers quote what they read; published words and figures change in the open or not at all.",
        bad="claim: The Pentagon ordered 1,500 troops to the border.  (the last edition has 5,100)",
        good="claim: The Pentagon ordered 1,500 troops to the border.\ncorrections:\n"
        "  - date: 2025-11-03\n    was: The Pentagon ordered 5,100 troops to the border.\n"
        "    now: The Pentagon ordered 1,500 troops to the border.\n    why: Two digits were turned round.",
    ),
    Rule(
        code="number-reused",
        family="history",
        reason="C- and D-numbers are cited in print; one that was published never leads to anything else.",
        bad="number: 14  (another claim in an edition)",
        good="number: 73",
    ),
    Rule(
        code="claim-removed",
        family="history",
        reason="Who follows a number that was published finds what it stood for, even when it was withdrawn.",
        bad="content/claims/marines-500.md, deleted",
        good="status: withdrawn\nreason: The order names no Marines.",
    ),
)
