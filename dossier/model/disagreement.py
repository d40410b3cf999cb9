"""A disagreement: where statements differ, and in which way."""

from enum import StrEnum

from msgspec import Struct

from dossier.model.filed import Filed
from dossier.model.key import ClaimId, Key, Kind
from dossier.model.prose import Prose


class DisagreementType(StrEnum):
    """In which way statements differ; most differences are not contradictions."""

    DATE = "date"
    SCOPE = "scope"
    STAGE = "stage"
    FRAMING = "framing"
    WORDING = "wording"
    CONTRADICTION = "contradiction"


class Disagreement(Struct, frozen=True, kw_only=True):
    """A disagreement as its file tells it; the body is the neutral note, the sides come from the evidence.

    ``settled`` says how it came to an end; a settled one keeps its number and its place.
    """

    id: str
    filed: Filed
    body: Prose
    title: str
    number: int
    type: DisagreementType
    claims: tuple[ClaimId, ...]
    settled: str = ""

    @property
    def key(self) -> Key:
        return Key(kind=Kind.DISAGREEMENT, id=self.id)

    @property
    def label(self) -> str:
        """The permanent number as readers see it, ``D-3``."""
        return f"D-{self.number}"
