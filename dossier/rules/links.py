"""References between records."""

from dossier.problems import Severity
from dossier.rules.rule import Rule

RULES = (
    Rule(
        code="unknown-id",
        family="links",
        reason="A reference that leads nowhere breaks the trail from a statement to its source.",
        bad="[@latin-time, ¶3]",
        good="[@latin-times, ¶3]",
    ),
    Rule(
        code="wrong-kind",
        family="links",
        reason="The id exists, but as another kind of record than this place asks for.",
        bad="speaker: marines-500",
        good="speaker: karoline-leavitt",
    ),
    Rule(
        code="ambiguous-name",
        family="links",
        reason="Two records answer to the name; guessing would link a reader to the wrong one.",
        bad="[[Title 50]]",
        good="[[term:title-50]]",
    ),
    Rule(
        code="duplicate-id",
        family="links",
        reason="An id names one record of its kind; two files of one name would hide each other.",
        bad="content/terms/law/title-50.md and content/terms/title-50.md",
        good="content/terms/title-50.md",
    ),
    Rule(
        code="duplicate-number",
        family="links",
        reason="C- and D-numbers are cited in print; each belongs to one record for good.",
        bad="number: 14  (in two claims)",
        good="number: 15",
    ),
    Rule(
        code="duplicate-url",
        family="links",
        reason="Two pages or files would be written to one address, and the second would replace the first.",
        bad="media/Map.png and media/map.png",
        good="media/map.png and media/map-2025.png",
    ),
    Rule(
        code="orphan-record",
        family="links",
        reason="Nothing leads to this record, so that no reader will find it.",
        bad="content/terms/isr.md, linked from nowhere",
        good="... with [[ISR]] flights ...",
        severity=Severity.WARNING,
    ),
    Rule(
        code="bad-locator",
        family="links",
        reason="A locator leads a reader to the passage: ¶3, p. 12, § 4, s. 3, art. 19, or a part such as caption.",
        bad="[@latin-times, para 3]",
        good="[@latin-times, ¶3]",
    ),
    Rule(
        code="unknown-class",
        family="links",
        reason="Three classes have a meaning (own-voice, scare, translated); another would do nothing, in silence.",
        bad="{.own-voise}",
        good="{.own-voice}",
    ),
    Rule(
        code="unknown-callout",
        family="links",
        reason="Four callouts have a meaning: note, disputed, correction, unverified.",
        bad="> [!warning]",
        good="> [!disputed]",
    ),
    Rule(
        code="missing-alt",
        family="links",
        reason="A reader who cannot see the picture has only its text.",
        bad="![](map.png)",
        good="![Map of the border counties](map.png)",
    ),
    Rule(
        code="unsafe-link",
        family="links",
        reason="Links lead to web or mail addresses only; other schemes can run code in a reader's browser.",
        bad="[report](javascript:alert(1))",
        good="[report](https://example.org/report)",
    ),
)
