"""What names a record: its kind, which is its folder, and its id, which is its file's name."""

from enum import StrEnum
from typing import NewType

from msgspec import Struct

SourceId = NewType("SourceId", str)
ClaimId = NewType("ClaimId", str)
MeasureId = NewType("MeasureId", str)
EntityId = NewType("EntityId", str)
SectionId = NewType("SectionId", str)


class Kind(StrEnum):
    """The kinds of record, in the order in which a newcomer meets them."""

    HOME = "home"
    PAGE = "page"
    SECTION = "section"
    EXPLAINER = "explainer"
    SOURCE = "source"
    CLAIM = "claim"
    DISAGREEMENT = "disagreement"
    MEASURE = "measure"
    ENTITY = "entity"
    EVENT = "event"
    TERM = "term"

    __hash__ = str.__hash__  # an enum's own takes several times as long, and keys are looked up at every step


class Key(Struct, frozen=True, kw_only=True, order=True):
    """The one name of a record within a dossier, printed as ``claim:marines-500``."""

    kind: Kind
    id: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"
