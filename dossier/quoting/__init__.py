"""Quotations against the archive: which words are quoted where, and whether the sources have them.

It matches texts and values only; what an author is told of it is for ``review``, what a reader sees for ``pages``.
"""

from collections.abc import Mapping

from dossier.model.dossier import Dossier
from dossier.quoting.lock import PATH as LOCK
from dossier.quoting.lock import Lock, read, written
from dossier.quoting.quotations import in_body
from dossier.quoting.shelf import shelf
from dossier.quoting.verifying import Lookup

__all__ = ["LOCK", "LOOKED_AT_AGAIN", "Lock", "Lookup", "in_body", "lookup", "read", "written"]

LOOKED_AT_AGAIN = frozenset(("archive-changed", "bad-lock"))  # what a new lock puts right


def lookup(dossier: Dossier, archive: Mapping[str, str], lock: Lock) -> Lookup:
    """A dossier's quotations beside the texts that they come from."""
    return Lookup(dossier=dossier, shelf=shelf(archive), lock=lock)
