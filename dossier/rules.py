"""Every check: its code, how much it weighs, why it is made, and an example with its way on."""

from dataclasses import dataclass

from dossier.problems import Severity


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One check. ``family`` groups it in the reference, ``bad`` and ``good`` are the same lines before and after."""

    code: str
    family: str
    reason: str
    bad: str
    good: str
    severity: Severity = Severity.ERROR


SHAPE = "shape"
LINKS = "links"
QUOTATIONS = "quotations"
RIGHTS = "rights"

RULES = (
    Rule(
        code="no-front-matter",
        family=SHAPE,
        reason="A record begins with its front matter, so that a file without it cannot be taken for a record.",
        bad="The Pentagon is set to deploy ...",
        good="---\nclaim: The Pentagon ordered 1,500 troops to the border.\nnumber: 1\nsection: deployments\n---",
    ),
    Rule(
        code="open-front-matter",
        family=SHAPE,
        reason="Without a closing fence no one can tell where the front matter ends; private keys could be published.",
        bad="---\nterm: covert action\nActivity abroad ...",
        good="---\nterm: covert action\n---\nActivity abroad ...",
    ),
    Rule(
        code="bad-yaml",
        family=SHAPE,
        reason="The front matter cannot be read as YAML; a value that holds a colon and a blank needs quotes.",
        bad="title: Human rights: a primer",
        good='title: "Human rights: a primer"',
    ),
    Rule(
        code="yaml-feature",
        family=SHAPE,
        reason="Anchors, aliases, merge keys and tags make a value differ from the words typed, and can explode it.",
        bad="aliases: &names [AP]\nnote: *names",
        good="aliases: [AP]\nnote: AP",
    ),
    Rule(
        code="bad-encoding",
        family=SHAPE,
        reason="Files are UTF-8; in another encoding names lose their accents in silence.",
        bad="Guzm\\xe1n  (saved as Latin-1)",
        good="Guzmán  (saved as UTF-8)",
    ),
    Rule(
        code="control-character",
        family=SHAPE,
        reason="Invisible characters can hide text, reverse it, or break a terminal; none is needed in prose.",
        bad="title: Troops\\x1b[31m",
        good="title: Troops",
    ),
    Rule(
        code="over-limit",
        family=SHAPE,
        reason="A file, table or nesting beyond any real use is refused before it can stop a build.",
        bad="- - - - - - - - - - - - - - - - - - - - - - - a",
        good="- a",
    ),
    Rule(
        code="repeated-key",
        family=SHAPE,
        reason="Of two equal keys YAML keeps the last in silence; the first may be the one that was meant.",
        bad="draft: true\ndraft: false",
        good="draft: true",
    ),
    Rule(
        code="unknown-key",
        family=SHAPE,
        reason="A key that nothing reads is a slip of the pen, or a belief that is not true.",
        bad="publised: 2025-01-22",
        good="published: 2025-01-22",
    ),
    Rule(
        code="missing-key",
        family=SHAPE,
        reason="What is not known is written down as unknown, so that an omission is never taken for knowledge.",
        bad="title: A report\nkind: report",
        good="title: A report\nkind: report\npublisher: unknown\nauthor: unknown\npublished: unknown",
    ),
    Rule(
        code="wrong-type",
        family=SHAPE,
        reason="A list, a mapping or a single value stands where another is wanted.",
        bad="aliases: AP",
        good="aliases: [AP]",
    ),
    Rule(
        code="not-a-choice",
        family=SHAPE,
        reason="Some keys take one of a few words, each with a meaning that readers are told.",
        bad="kind: mem",
        good="kind: report",
    ),
    Rule(
        code="bad-date",
        family=SHAPE,
        reason="Dates are EDTF (ISO 8601-2): they sort, compare and say how sure they are.",
        bad="published: 22/01/2025",
        good="published: 2025-01-22",
    ),
    Rule(
        code="bad-id",
        family=SHAPE,
        reason="An id is a file name and part of an address for good: a to z, 0 to 9, hyphens; no name the site uses.",
        bad="content/terms/Covert Action.md",
        good="content/terms/covert-action.md",
    ),
    Rule(
        code="unknown-folder",
        family=SHAPE,
        reason="The folder is the kind of a record; a file elsewhere would be read by nothing.",
        bad="content/source/ap.md",
        good="content/sources/ap.md",
    ),
    Rule(
        code="unknown-file",
        family=SHAPE,
        reason="Only records, raster pictures and two settings files are read; others might be published by mistake.",
        bad="content/sources/ap.html",
        good="content/sources/ap.md",
    ),
    Rule(
        code="missing-file",
        family=SHAPE,
        reason="Every dossier has its settings and a home page; without them there is no site to make.",
        bad="content/ without an index.md",
        good="content/index.md",
    ),
    Rule(
        code="not-a-file",
        family=SHAPE,
        reason="Links, pipes and devices can lead out of the project or never end; only plain files are read.",
        bad="content/sources/ap.md -> /etc/passwd",
        good="content/sources/ap.md",
    ),
    Rule(
        code="open-comment",
        family=SHAPE,
        reason="A private note that is not closed would hide, or show, the rest of the page.",
        bad="<!-- ask the desk",
        good="<!-- ask the desk -->",
    ),
    Rule(
        code="broken-markup",
        family=SHAPE,
        reason="A construct that is not closed, or stands where it cannot, would be printed as loose signs.",
        bad="[1,500 troops](claim:active-duty-1500",
        good="[1,500 troops](claim:active-duty-1500)",
    ),
    Rule(
        code="bad-template",
        family=SHAPE,
        reason="A template that cannot be read, or that asks for something its view does not hold, makes no page.",
        bad="{{ view.titel }}",
        good="{{ view.title }}",
    ),
    Rule(
        code="unknown-id",
        family=LINKS,
        reason="A reference that leads nowhere breaks the trail from a statement to its source.",
        bad="[@latin-time, ¶3]",
        good="[@latin-times, ¶3]",
    ),
    Rule(
        code="wrong-kind",
        family=LINKS,
        reason="The id exists, but as another kind of record than this place asks for.",
        bad="speaker: marines-500",
        good="speaker: karoline-leavitt",
    ),
    Rule(
        code="ambiguous-name",
        family=LINKS,
        reason="Two records answer to the name; guessing would link a reader to the wrong one.",
        bad="[[Title 50]]",
        good="[[term:title-50]]",
    ),
    Rule(
        code="duplicate-id",
        family=LINKS,
        reason="An id names one record of its kind; two files of one name would hide each other.",
        bad="content/terms/law/title-50.md and content/terms/title-50.md",
        good="content/terms/title-50.md",
    ),
    Rule(
        code="duplicate-number",
        family=LINKS,
        reason="C- and D-numbers are cited in print; each belongs to one record for good.",
        bad="number: 14  (in two claims)",
        good="number: 15",
    ),
    Rule(
        code="duplicate-url",
        family=LINKS,
        reason="Two pages or files would be written to one address, and the second would replace the first.",
        bad="media/Map.png and media/map.png",
        good="media/map.png and media/map-2025.png",
    ),
    Rule(
        code="orphan-record",
        family=LINKS,
        reason="Nothing leads to this record, so that no reader will find it.",
        bad="content/terms/isr.md, linked from nowhere",
        good="... with [[ISR]] flights ...",
        severity=Severity.WARNING,
    ),
    Rule(
        code="bad-locator",
        family=LINKS,
        reason="A locator leads a reader to the passage: ¶3, p. 12, § 4, s. 3, art. 19, or a part such as caption.",
        bad="[@latin-times, para 3]",
        good="[@latin-times, ¶3]",
    ),
    Rule(
        code="unknown-class",
        family=LINKS,
        reason="Three classes have a meaning (own-voice, scare, translated); another would do nothing, in silence.",
        bad="{.own-voise}",
        good="{.own-voice}",
    ),
    Rule(
        code="unknown-callout",
        family=LINKS,
        reason="Four callouts have a meaning: note, disputed, correction, unverified.",
        bad="> [!warning]",
        good="> [!disputed]",
    ),
    Rule(
        code="missing-alt",
        family=LINKS,
        reason="A reader who cannot see the picture has only its text.",
        bad="![](map.png)",
        good="![Map of the border counties](map.png)",
    ),
    Rule(
        code="unsafe-link",
        family=LINKS,
        reason="Links lead to web or mail addresses only; other schemes can run code in a reader's browser.",
        bad="[report](javascript:alert(1))",
        good="[report](https://example.org/report)",
    ),
    Rule(
        code="quote-not-found",
        family=QUOTATIONS,
        reason="Words in quotation marks are a promise that somebody said exactly these; no cited source has them.",
        bad='Sheinbaum said "there will not be an invasion" [@panwar, ¶1].',
        good='Sheinbaum said "there will be no invasion" [@panwar, ¶1].',
    ),
    Rule(
        code="quote-uncited",
        family=QUOTATIONS,
        reason="A reader cannot look up words whose source no citation in the sentence names.",
        bad='Sheinbaum said "there will be no invasion".',
        good='Sheinbaum said "there will be no invasion" [@panwar, ¶1].',
        severity=Severity.WARNING,
    ),
    Rule(
        code="quote-unverified",
        family=QUOTATIONS,
        reason="Without the source's text, or the lock of a run that had it, nobody has compared these words.",
        bad='... "Title 10 forces" [@dvids-jan25].  (no content/archive/dvids-jan25.txt)',
        good='... "Title 10 forces" [@dvids-jan25].  (with it, and after `dossier verify`)',
        severity=Severity.WARNING,
    ),
    Rule(
        code="quote-too-long",
        family=QUOTATIONS,
        reason="Of a text whose rights are reserved little may be quoted: so much at once, and so much in all.",
        bad='"... a hundred words of one article ..." [@latin-times].',
        good='The article says that ..., and quotes her: "our territory" [@latin-times].',
    ),
    Rule(
        code="archive-changed",
        family=QUOTATIONS,
        reason="What was verified against another text is not verified against this one.",
        bad="content/archive/panwar.txt, edited after `dossier verify`",
        good="the text as it was, or `dossier verify` once more",
    ),
    Rule(
        code="bad-lock",
        family=QUOTATIONS,
        reason="The lock is written by `dossier verify`; one that was edited, or merged in halves, proves nothing.",
        bad="<<<<<<< in content/quotations.lock",
        good="content/quotations.lock as `dossier verify` wrote it",
    ),
    Rule(
        code="copied-text",
        family=RIGHTS,
        reason="Twelve running words of a reserved text outside quotation marks are somebody else's, not yours.",
        bad="... twelve or more running words of the article, without quotation marks ...",
        good="A military operation against cartels is being planned [@newshub, ¶1].",
    ),
    Rule(
        code="archive-exposed",
        family=RIGHTS,
        reason="The archive is for checking only; a file that goes into the site as it is may hold nothing of it.",
        bad="templates/assets/article.txt, a copy of content/archive/newshub.txt",
        good="content/archive/newshub.txt alone",
    ),
    Rule(
        code="withheld-target",
        family=RIGHTS,
        reason="A published record leads to a draft or to one under embargo, whose page does not exist yet.",
        bad="[[draft-term]]",
        good="the term, unlinked until it is published",
    ),
)

# What these tell of leaves a record, a target or a page missing: no site can be made, however little they are minded.
FIRM = frozenset(
    "unknown-id wrong-kind ambiguous-name duplicate-id duplicate-number duplicate-url unsafe-link "
    "withheld-target".split()
) | {rule.code for rule in RULES if rule.family == SHAPE}

BY_CODE = {rule.code: rule for rule in RULES}
