"""What a page tells of the marks in its text: no more than it shows."""

from msgspec import Struct

from dossier.model.dossier import Evidence
from dossier.model.prose import Prose, Quotation
from dossier.pages.cards import Notes


class Legend(Struct, frozen=True, kw_only=True):
    """Which marks are explained besides those of links: of claims, and the signs behind quotations."""

    claims: bool = True
    signs: bool = True


def legend(body: Prose, notes: Notes, rows: tuple[Evidence, ...]) -> Legend:
    """The marks of a page that shows a body and lines of evidence; a claim whose words are marked has its card."""
    is_quoting = any(isinstance(reference, Quotation) for reference in body.references)
    return Legend(claims=bool(notes.claims), signs=bool(notes.claims or rows) or is_quoting)
