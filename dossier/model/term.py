"""A term: a word of the subject and what it means; the body is the definition."""

from msgspec import Struct

from dossier.model.filed import Filed
from dossier.model.key import Key, Kind
from dossier.model.prose import Prose


class Term(Struct, frozen=True, kw_only=True):
    """A glossary term as its file tells it."""

    id: str
    filed: Filed
    body: Prose
    term: str
    aliases: tuple[str, ...] = ()
    language: str = ""

    @property
    def key(self) -> Key:
        return Key(kind=Kind.TERM, id=self.id)
