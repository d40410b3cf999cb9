"""A source: one article, statute, order, transcript or report, and what it says about the dossier's claims."""

from enum import StrEnum

from msgspec import Struct

from dossier.model.date import Date
from dossier.model.filed import Filed
from dossier.model.key import ClaimId, EntityId, Key, Kind, SourceId
from dossier.model.prose import Locator, Prose
from dossier.model.quantity import Quantity
from dossier.problems import Place


class SourceKind(StrEnum):
    """What a source is."""

    ARTICLE = "article"
    STATEMENT = "statement"
    TRANSCRIPT = "transcript"
    STATUTE = "statute"
    ORDER = "order"
    TREATY = "treaty"
    CASE = "case"
    REPORT = "report"
    DATASET = "dataset"
    POST = "post"

    @property
    def is_law(self) -> bool:
        """Whether such a text makes what it says so, and may speak of days to come."""
        return self in (SourceKind.STATUTE, SourceKind.ORDER, SourceKind.TREATY)


class Stance(StrEnum):
    """How an evidence line bears on its claim."""

    SUPPORTS = "supports"
    DISPUTES = "disputes"
    QUALIFIES = "qualifies"


class Basis(StrEnum):
    """On whose word a source says something."""

    DOCUMENT = "document"
    NAMED = "named"
    UNNAMED_OFFICIAL = "unnamed-official"
    UNNAMED = "unnamed"
    OUTLET = "outlet"


class Published(Struct, frozen=True, kw_only=True):
    """When a source appeared, None where it does not say; ``basis`` tells how an inferred date was found."""

    date: Date | None
    basis: str = ""


class Via(Struct, frozen=True, kw_only=True):
    """Where a source had something from: a source or an entity; ``basis`` tells how an inferred link was found."""

    origin: str
    place: Place
    basis: str = ""


class Quote(Struct, frozen=True, kw_only=True):
    """A speaker's own short words, as the source prints them."""

    words: str
    translated: bool = False


class Saying(Struct, frozen=True, kw_only=True):
    """One evidence line: what this source says about one claim, as of which day, on whose word, and where in it."""

    claim: ClaimId
    stance: Stance
    basis: Basis
    place: Place
    value: Quantity | None = None
    as_of: Date | None = None
    speaker: EntityId | None = None
    locator: Locator | None = None
    quote: Quote | None = None
    via: tuple[Via, ...] = ()


class Defect(Struct, frozen=True, kw_only=True):
    """Where a source errs, and how the editors treat it."""

    says: str
    note: str
    locator: Locator | None = None


RESERVED = frozenset(("all-rights-reserved", "unknown"))  # licences under which words are quoted and never copied


class Source(Struct, frozen=True, kw_only=True):
    """A source as its file tells it; None stands for ``unknown``."""

    id: SourceId
    filed: Filed
    body: Prose
    title: str | None
    publisher: EntityId | None
    authors: tuple[str, ...]
    published: Published
    kind: SourceKind
    url: str = ""
    accessed: Date | None = None
    archived_url: str = ""
    licence: str = "unknown"
    language: str = ""
    citation: str = ""
    is_title_translated: bool = False
    via: tuple[Via, ...] = ()
    says: tuple[Saying, ...] = ()
    defects: tuple[Defect, ...] = ()

    @property
    def key(self) -> Key:
        return Key(kind=Kind.SOURCE, id=self.id)

    @property
    def is_reserved(self) -> bool:
        """Whether somebody keeps the rights in the text, for all we know."""
        return self.licence.casefold() in RESERVED

    def trail(self, claim: ClaimId) -> tuple[Via, ...]:
        """Where the source had a claim from: what its own lines on the claim say, else what it says of itself."""
        return tuple(via for saying in self.says if saying.claim == claim for via in saying.via) or self.via
