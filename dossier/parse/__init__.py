"""From one file's text to one record, with every mistake in it told at its place."""

from dossier.parse.edition import edition
from dossier.parse.media import media
from dossier.parse.record import named, record
from dossier.parse.schemas import schemas
from dossier.parse.settings import settings

__all__ = ["edition", "media", "named", "record", "schemas", "settings"]
