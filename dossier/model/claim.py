"""A claim: one statement that can be true or false, with an identity that outlives its wording."""

import re
from datetime import date
from enum import StrEnum

from msgspec import Struct

from dossier.model.date import Date
from dossier.model.filed import Filed
from dossier.model.key import ClaimId, Key, Kind, MeasureId, SectionId
from dossier.model.prose import Prose

# How English and Spanish speak of what is to come; "may" and "will" also tell of habits and rules.
FORECAST = re.compile(
    r"\b(?:(?:is|are|was|were)\s+)?(?:expected|set|scheduled|slated)\s+to\b|\b(?:plan|plans|planned|intends?)\s+to\b"
    r"|\bse\s+(?:espera|esperaba|prevé|preveía)\s+que\b|\b(?:planean?|planeaban?|prevén?|está\s+previsto)\b"
    r"|\b(?:tienen?|tenían?)\s+previsto\b",
    re.IGNORECASE,
)


class Status(StrEnum):
    """What the editors say of a claim: it stands, is only reported, was overtaken, or is withdrawn."""

    STANDS = "stands"
    REPORTED = "reported"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


class Expectation(Struct, frozen=True, kw_only=True):
    """Something the claim says will happen: what, by when, and, once known, how it came out."""

    what: str
    by: Date | None = None
    outcome: str = ""


class Claim(Struct, frozen=True, kw_only=True):
    """A claim as its file tells it; the body is the editors' note."""

    id: ClaimId
    filed: Filed
    body: Prose
    statement: str
    number: int
    section: SectionId
    topics: tuple[str, ...] = ()
    status: Status = Status.STANDS
    reason: str = ""
    replaced_by: ClaimId | None = None
    measure: MeasureId | None = None
    expects: Expectation | None = None
    review_by: Date | None = None

    @property
    def key(self) -> Key:
        return Key(kind=Kind.CLAIM, id=self.id)

    @property
    def label(self) -> str:
        """The permanent number as readers see it, ``C-14``."""
        return f"C-{self.number}"

    @property
    def forecast(self) -> str:
        """The words by which the statement speaks of what is to come; empty where it does not."""
        found = FORECAST.search(self.statement)
        return found[0] if found else ""

    @property
    def is_followed_up(self) -> bool:
        """Whether readers are told what to expect, or what came of it: the claim expects, or was overtaken."""
        return self.expects is not None or self.status in (Status.SUPERSEDED, Status.WITHDRAWN)

    def is_overdue(self, today: date) -> bool:
        """Whether the day that it names for what it expects has certainly passed, and nobody has written what came."""
        expects = self.expects
        return bool(expects and not expects.outcome and expects.by and expects.by.reach.last < today)

    def is_left_open(self, today: date) -> bool:
        """Whether it tells of something to come that has not been followed up."""
        return self.is_overdue(today) or bool(self.forecast and not self.is_followed_up)
