"""Disagreements, as authors type them."""

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator

from dossier.model.disagreement import Disagreement, DisagreementType
from dossier.model.filed import Filed
from dossier.model.key import ClaimId
from dossier.model.prose import Prose
from dossier.parse.fields import Id, Listed, Number, Words, choice, wrong
from dossier.parse.typed import TypedRecord


def some(claims: list[str]) -> list[str]:
    """One claim or more, none of them twice."""
    if not claims:
        raise wrong("wrong-type", "a disagreement is about at least one claim", "name the claims: [first, second]")
    twice = next((claim for at, claim in enumerate(claims) if claim in claims[:at]), None)
    if twice:
        raise wrong("duplicate-id", f"`{twice}` is named twice", "leave one of them")
    return claims


class TypedDisagreement(TypedRecord):
    """The front matter of a disagreement."""

    title: Words
    number: Number
    type: Annotated[DisagreementType, BeforeValidator(choice(DisagreementType))]
    claims: Annotated[list[Id], Listed, AfterValidator(some)]


def disagreement(typed: TypedDisagreement, id: str, filed: Filed, body: Prose) -> Disagreement:
    """A disagreement as the model holds it."""
    return Disagreement(
        id=id,
        filed=filed,
        body=body,
        title=typed.title,
        number=typed.number,
        type=typed.type,
        claims=tuple(ClaimId(claim) for claim in typed.claims),
    )
