"""The whole dossier, linked: every record, and every way from one to another."""

from collections.abc import Mapping
from datetime import date
from enum import Enum

from msgspec import Struct, field

from dossier.model.claim import Claim
from dossier.model.disagreement import Disagreement
from dossier.model.entity import Entity
from dossier.model.event import Event
from dossier.model.key import ClaimId, EntityId, Key, MeasureId, SourceId
from dossier.model.measure import Measure
from dossier.model.media import Medium
from dossier.model.page import Page
from dossier.model.quotation import Checked
from dossier.model.settings import Settings
from dossier.model.source import Saying, Source
from dossier.model.term import Term
from dossier.problems import Place

Record = Page | Source | Claim | Disagreement | Measure | Entity | Event | Term


class Section(Struct, frozen=True, kw_only=True):
    """A section: its own page, and its explainer pages in reading order."""

    page: Page
    explainers: tuple[Page, ...]


class Origin(Struct, frozen=True, kw_only=True):
    """Where a statement was first had from, as far as the sources tell; an unnamed voice is never counted."""

    key: Key
    is_named: bool


class Evidence(Struct, frozen=True, kw_only=True):
    """One evidence line joined to its claim: the source, what it says, and who had it from whom."""

    source: SourceId
    line: int
    saying: Saying
    origins: tuple[Origin, ...]

    @property
    def order(self) -> tuple[date, SourceId, int]:
        """What sorts evidence by the day it speaks of, then by source; undated lines come last."""
        return (self.saying.as_of.earliest if self.saying.as_of else date.max, self.source, self.line)


class Standing(Enum):
    """How the evidence for a claim lies; computed, never typed."""

    UNSUPPORTED = "unsupported"
    SINGLE_ORIGIN = "single-origin"
    SUPPORTED = "supported"
    DISPUTED = "disputed"


class Mention(Struct, frozen=True, kw_only=True):
    """A passage that leads to a record: whose prose, which unit of it, and which reference there."""

    by: Key
    unit: int
    reference: int


class Dossier(Struct, frozen=True, kw_only=True):
    """Every record by id, in a fixed order, with the joins that pages and checks ask for.

    ``targets`` answers which record a wikilink leads to, by the key of the record it stands in and its index there;
    ``spoken`` and ``first_told`` which evidence has a speaker, and which goes back to an origin, by claim number;
    ``works`` which sources an entity published or wrote; ``told_in`` which events name a record or rest on it;
    ``is_dated`` whether editors dated a page or a correction, so that a feed has something to tell; ``quotations``
    what came of looking up the quotation that stands at a place, once that is done.
    """

    settings: Settings
    home: Page
    pages: Mapping[str, Page]
    sections: tuple[Section, ...]
    sources: Mapping[SourceId, Source]
    claims: Mapping[ClaimId, Claim]
    disagreements: Mapping[str, Disagreement]
    measures: Mapping[MeasureId, Measure]
    entities: Mapping[EntityId, Entity]
    events: Mapping[str, Event]
    terms: Mapping[str, Term]
    media: Mapping[str, Medium]
    records: Mapping[Key, Record]
    evidence: Mapping[ClaimId, tuple[Evidence, ...]]
    figures: Mapping[MeasureId, tuple[Evidence, ...]]
    spoken: Mapping[EntityId, tuple[Evidence, ...]]
    first_told: Mapping[Key, tuple[Evidence, ...]]
    works: Mapping[EntityId, tuple[SourceId, ...]]
    told_in: Mapping[Key, tuple[str, ...]]
    standing: Mapping[ClaimId, Standing]
    disagreements_on: Mapping[ClaimId, tuple[Disagreement, ...]]
    mentions: Mapping[Key, tuple[Mention, ...]]
    targets: Mapping[tuple[Key, int], Key]
    is_dated: bool
    quotations: Mapping[Place, Checked] = field(default_factory=dict)
