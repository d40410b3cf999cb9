"""A term: a word of the subject and what it means; the body is the definition."""

from dataclasses import dataclass

from dossier.model.filed import Filed
from dossier.model.key import Key, Kind
from dossier.model.prose import Prose


@dataclass(frozen=True, kw_only=True)
class Term:
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
