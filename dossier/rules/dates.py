"""Days that cannot be, and days that have passed."""

from dossier.problems import Severity
from dossier.rules.rule import Rule

RULES = (
    Rule(
        code="weekday-mismatch",
        family="dates",
        reason="Where weekday and date differ one of them is wrong, and with it perhaps the whole order of days.",
        bad="on Tuesday, 22 January 2025",
        good="on Wednesday, 22 January 2025",
    ),
    Rule(
        code="day-mismatch",
        family="dates",
        reason="Where an event and the evidence of its claims lie a few days apart, one of the two is a slip.",
        bad="date: 2025-01-21  (its claim has as_of: 2025-01-20)",
        good="date: 2025-01-20",
        severity=Severity.WARNING,
    ),
    Rule(
        code="source-before-event",
        family="dates",
        reason="Except for laws and forecasts, a source cannot speak of a day after the one on which it appeared.",
        bad="published: 2025-01-22 … as_of: 2025-02-22",
        good="published: 2025-01-22 … as_of: 2025-01-22",
    ),
    Rule(
        code="review-overdue",
        family="dates",
        reason="The day on which the editors meant to look at this again has passed.",
        bad="review_by: 2025-06-30  (a year later)",
        good="review_by: 2027-06-30  (having looked)",
        severity=Severity.WARNING,
    ),
    Rule(
        code="expectation-open",
        family="dates",
        reason="What was expected then has happened or not; without an outcome readers take a forecast for news.",
        bad="claim: The general is expected to sign the order.",
        good="claim: The general is expected to sign the order.\nexpects: {what: he signs it, by: 2025-01-22}",
        severity=Severity.WARNING,
    ),
)
