"""What ``dossier.yml`` says: the dossier's name, scope, sections and the weights of its checks."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct, field

from dossier.model.date import Date
from dossier.model.filed import Filed
from dossier.model.key import SectionId
from dossier.problems import Severity


class Paper(StrEnum):
    """The sheets that pages are printed on."""

    A4 = "A4"
    LETTER = "letter"


class Output(StrEnum):
    """What a build makes; the pages are always among it."""

    PAGES = "pages"
    SEARCH = "search"
    DATA = "data"
    PRINT = "print"
    FEED = "feed"


class QuotationLimits(Struct, frozen=True, kw_only=True):
    """How many words of a reserved text may be quoted: in one quotation, and of one source in all."""

    each: int = 60
    source: int = 300


class Settings(Struct, frozen=True, kw_only=True):
    """A dossier's settings; ``covers`` is the period of its evidence."""

    filed: Filed
    title: str
    description: str
    language: str
    covers: Date
    sections: tuple[SectionId, ...]
    topics: Mapping[str, str] = field(default_factory=dict)
    base_url: str = ""
    share_cards: bool = False
    paper: Paper = Paper.A4
    outputs: tuple[Output, ...] = tuple(Output)
    editors: tuple[str, ...] = ()
    licence: str = ""
    quotations: QuotationLimits = QuotationLimits()
    checks: Mapping[str, Severity] = field(default_factory=dict)
