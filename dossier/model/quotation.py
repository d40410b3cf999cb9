"""A quotation: words that somebody else said, the sources they may stand in, and what came of looking them up."""

from enum import StrEnum

from msgspec import Struct

from dossier.model.key import Key, SourceId
from dossier.model.prose import Locator
from dossier.problems import Place


class Pointer(Struct, frozen=True, kw_only=True):
    """A source in which words may stand, and where in it, if that is told."""

    source: SourceId
    locator: Locator | None = None


class Quoted(Struct, frozen=True, kw_only=True):
    """Words in quotation marks, in no matter which part of a record.

    ``reference`` is their index in the record's prose, None in front matter. Where ``pointers`` is empty nothing says
    whose words they are; where they are ``implied``, by what the record itself rests on, no citation says so.
    """

    place: Place
    words: str
    owner: Key
    pointers: tuple[Pointer, ...]
    reference: int | None = None
    translated: bool = False
    implied: bool = False


class Verification(StrEnum):
    """What came of looking words up; the first three are what a run tells of its quotations."""

    NOW = "verified now"
    EARLIER = "verified earlier"
    UNVERIFIABLE = "not verifiable"
    MISSING = "not found"
    UNCITED = "without a citation"

    @property
    def is_verified(self) -> bool:
        """Whether the words have been found in an archived text, by this run or one that the lock tells of."""
        return self in (Verification.NOW, Verification.EARLIER)


class Checked(Struct, frozen=True, kw_only=True):
    """A quotation that has been looked up: in which source its words stand, and where there.

    ``astray`` is the locator that leads elsewhere, if the citation has no right one. ``changed`` says that words are
    missing where others were verified: not merely new, but altered since.
    """

    quoted: Quoted
    how: Verification
    source: SourceId | None = None
    where: str = ""
    astray: Locator | None = None
    changed: bool = False
