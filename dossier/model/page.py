"""The pages that editors write: the home page, free pages, sections and the explainer pages in them."""

from msgspec import Struct

from dossier.model.date import Date
from dossier.model.filed import Filed
from dossier.model.key import Key, Kind, SectionId
from dossier.model.prose import Prose


class Page(Struct, frozen=True, kw_only=True):
    """A written page; ``kind`` tells which of the four, ``section`` which section an explainer page stands in."""

    id: str
    filed: Filed
    body: Prose
    kind: Kind
    title: str
    description: str
    section: SectionId | None = None
    order: int | None = None
    published: Date | None = None
    updated: Date | None = None
    review_by: Date | None = None

    @property
    def key(self) -> Key:
        return Key(kind=self.kind, id=self.id)
