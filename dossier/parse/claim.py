"""Claims, as authors type them."""

from typing import Annotated

from pydantic import BeforeValidator

from dossier.model.claim import Claim, Expectation, Status
from dossier.model.filed import Filed
from dossier.model.key import ClaimId, MeasureId, SectionId
from dossier.model.prose import Prose
from dossier.parse.fields import AnyDate, Day, Id, Listed, Number, Words, choice
from dossier.parse.typed import Typed, TypedRecord


class TypedExpectation(Typed):
    """``expects``: what is to happen, by when, and how it came out."""

    what: Words
    by: AnyDate | None = None
    outcome: Words = ""


class TypedClaim(TypedRecord):
    """The front matter of a claim."""

    claim: Words
    number: Number
    section: Id
    topics: Annotated[list[Id], Listed] = []
    status: Annotated[Status, BeforeValidator(choice(Status))] = Status.STANDS
    reason: Words = ""
    replaced_by: Id = ""
    measure: Id = ""
    expects: TypedExpectation | None = None
    review_by: Day | None = None


def claim(typed: TypedClaim, id: str, filed: Filed, body: Prose) -> Claim:
    """A claim as the model holds it."""
    return Claim(
        id=ClaimId(id),
        filed=filed,
        body=body,
        statement=typed.claim,
        number=typed.number,
        section=SectionId(typed.section),
        topics=tuple(typed.topics),
        status=typed.status,
        reason=typed.reason,
        replaced_by=ClaimId(typed.replaced_by) if typed.replaced_by else None,
        measure=MeasureId(typed.measure) if typed.measure else None,
        expects=expectation(typed.expects) if typed.expects else None,
        review_by=typed.review_by,
    )


def expectation(typed: TypedExpectation) -> Expectation:
    """What the claim says will happen."""
    return Expectation(what=typed.what, by=typed.by, outcome=typed.outcome)
