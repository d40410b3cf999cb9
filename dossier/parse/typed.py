"""What every front matter may hold besides its kind's own keys."""

from typing import Annotated, ClassVar, Self

from pydantic import BaseModel, ConfigDict, model_validator

from dossier.model.filed import Correction
from dossier.model.prose import Locator
from dossier.parse.fields import Day, Flag, Listed, Words, wrong
from dossier.problems import Place


class Typed(BaseModel):
    """A mapping of keys as an author may type it; a key it does not name is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)
    may_be_unknown: ClassVar[tuple[str, ...]] = ()  # the required keys for which `unknown` may be written


class TypedCorrection(Typed):
    """One entry of ``corrections``."""

    date: Day
    was: Words = ""
    now: Words = ""
    why: Words = ""
    minor: Flag = False

    @model_validator(mode="after")
    def tells_what_changed(self) -> Self:
        """A correction shows both wordings and the reason, unless it is minor."""
        if not self.minor and not (self.was and self.now and self.why):
            raise wrong("missing-key", "a correction tells what was, what is now, and why", "or mark it `minor: true`")
        return self


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
