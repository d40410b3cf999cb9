"""References with everything in them that formats stumble over."""

from dossier.bibliography import Bibliography, Person, Reference, Whole, cited
from dossier.model import date as dates
from dossier.model.source import SourceKind

NEWS = Reference(
    id="nbc-nov3",
    kind=SourceKind.ARTICLE,
    title="Plan: 50% {more} of R&D_x costs $5 ~ #1 \\ “sí” ^ ñandú",
    authors=(Person(family="De Luce", given="Dan"), Whole(words="Smith and Sons, Ltd.")),
    outlet="Diario & Cía.",
    published=dates.parse("2025-11-03"),
    cited=cited(""),
    url="https://example.org/a_b?q=50%25&x=#top",
    accessed=dates.parse("2025-11-06"),
    language="en",
)
STATUTE = Reference(
    id="usc-8-1189",
    kind=SourceKind.STATUTE,
    title="Designation of foreign terrorist organizations",
    authors=(Whole(words="US Congress"),),
    outlet="US Congress",
    published=dates.parse("2023"),
    cited=cited("8 U.S.C. § 1189"),
    note="Dated by us: copy\nof the Code",
)
VAGUE = Reference(
    id="eagle-eye",
    kind=SourceKind.POST,
    title="",
    authors=(),
    outlet="",
    published=dates.parse("[2025-02-13..2025-02-20]"),
    cited=cited(""),
)
ALL = Bibliography(references=(NEWS, STATUTE, VAGUE))


def dated(date: str) -> Bibliography:
    """One report of this date."""
    report = Reference(
        id="report",
        kind=SourceKind.REPORT,
        title="Report",
        authors=(),
        outlet="Office",
        published=dates.parse(date),
        cited=cited("CRS Report RL33715"),
    )
    return Bibliography(references=(report,))


# Dates as authors type them, with the first and the last day that any format may make of them.
DATES = {
    "2025-11-03": ([[2025, 11, 3]], False),
    "2025-11": ([[2025, 11]], False),
    "2025": ([[2025]], False),
    "2025-11-03~": ([[2025, 11, 3]], True),
    "2025~": ([[2025]], True),
    "2025-11-XX": ([[2025, 11]], False),
    "[2025-02-13..2025-02-20]": ([[2025, 2, 13], [2025, 2, 20]], True),
    "[2025-02-13,2025-02-20]": ([[2025, 2, 13], [2025, 2, 20]], True),
}
