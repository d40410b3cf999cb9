"""From single records to one dossier: every reference is followed, and what leads nowhere is told."""

from dossier.link.assembly import Linked, Material, dossier

__all__ = ["Linked", "Material", "dossier"]
