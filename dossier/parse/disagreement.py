"""Disagreements, as authors type them."""

from typing import Annotated

from pydantic import BeforeValidator

from dossier.model.disagreement import Disagreement, DisagreementType
from dossier.model.filed import Filed
from dossier.model.key import ClaimId
from dossier.model.prose import Prose
from dossier.parse.fields import Id, Listed, Number, Words, choice
from dossier.parse.typed import TypedRecord


class TypedDisagreement(TypedRecord):
    """The front matter of a disagreement."""

    title: Words
    number: Number
    type: Annotated[DisagreementType, BeforeValidator(choice(DisagreementType))]
    claims: Annotated[list[Id], Listed]


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
