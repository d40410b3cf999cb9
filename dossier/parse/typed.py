"""What every front matter may hold besides its kind's own keys."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict

from dossier.model.filed import Correction
from dossier.model.prose import Locator
from dossier.parse.fields import Day, Flag, Listed, Words
from dossier.problems import Place


class Typed(BaseModel):
    """A mapping of keys as an author may type it; a key it does not name is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class TypedCorrection(Typed):
    """One entry of ``corrections``."""

    date: Day
    was: Words = ""
    now: Words = ""
    why: Words = ""
    minor: Flag = False


class TypedRecord(Typed):
    """The keys that any record may have."""

    draft: Flag = False
    publish_after: Day | None = None
    private: Words = ""
    corrections: Annotated[list[TypedCorrection], Listed] = []


def correction(typed: TypedCorrection) -> Correction:
    """A correction as the model holds it."""
    return Correction(date=typed.date, was=typed.was, now=typed.now, why=typed.why, minor=typed.minor)


def locator(typed: str, place: Place) -> Locator | None:
    """A locator, or None where none was typed."""
    return Locator(text=typed, place=place) if typed else None
