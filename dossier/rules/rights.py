"""What may not be shown."""

from dossier.rules.rule import Rule

RULES = (
    Rule(
        code="copied-text",
        family="rights",
        reason="Twelve running words of a reserved text outside quotation marks are somebody else's, not yours.",
        bad="... twelve or more running words of the article, without quotation marks ...",
        good="The same in your own words [@newshub, ¶1].",
    ),
    Rule(
        code="archive-exposed",
        family="rights",
        reason="The archive is for checking only; a file that goes into the site as it is may hold nothing of it.",
        bad="templates/assets/article.txt, a copy of content/archive/newshub.txt",
        good="content/archive/newshub.txt alone",
    ),
    Rule(
        code="withheld-target",
        family="rights",
        reason="A published record leads to a draft or to one under embargo, whose page does not exist yet.",
        bad="[[draft-term]]",
        good="the term, unlinked until it is published",
    ),
)
