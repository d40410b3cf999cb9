"""A claim: one statement that can be true or false, with an identity that outlives its wording."""

from dataclasses import dataclass
from enum import StrEnum

from dossier.model.date import Date
from dossier.model.filed import Filed
from dossier.model.key import ClaimId, Key, Kind, MeasureId, SectionId
from dossier.model.prose import Prose


class Status(StrEnum):
    """What the editors say of a claim: it stands, is only reported, was overtaken, or is withdrawn."""

    STANDS = "stands"
    REPORTED = "reported"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, kw_only=True)
class Expectation:
    """Something the claim says will happen: what, by when, and, once known, how it came out."""

    what: str
    by: Date | None = None
    outcome: str = ""


@dataclass(frozen=True, kw_only=True)
class Claim:
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
