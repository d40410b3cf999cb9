"""From single records to one dossier: every reference is followed, and what leads nowhere is told."""

from dossier.link.assembly import Linked, dossier

__all__ = ["Linked", "dossier"]
