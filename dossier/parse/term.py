"""Terms, as authors type them."""

from typing import Annotated

from dossier.model.filed import Filed
from dossier.model.prose import Prose
from dossier.model.term import Term
from dossier.parse.fields import Language, Listed, Words
from dossier.parse.typed import TypedRecord


class TypedTerm(TypedRecord):
    """The front matter of a term."""

    term: Words
    aliases: Annotated[list[Words], Listed] = []
    language: Language = ""


def term(typed: TypedTerm, id: str, filed: Filed, body: Prose) -> Term:
    """A term as the model holds it."""
    return Term(id=id, filed=filed, body=body, term=typed.term, aliases=tuple(typed.aliases), language=typed.language)
