"""The words of one language: a field for each phrase, so that a language without one of them is no `Words`."""

import datetime
from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from dossier.model.claim import Status
from dossier.model.date import Date
from dossier.model.disagreement import DisagreementType
from dossier.model.entity import EntityKind
from dossier.model.quantity import Hedge, Quantity
from dossier.model.source import Basis, SourceKind, Stance
from dossier.wording import numbers
from dossier.wording.dates import Calendar, DatePhrases, in_words, short_month_names
from dossier.wording.labels import Labels
from dossier.wording.locales import language_name
from dossier.wording.numbers import Noun


class Explained(Struct, frozen=True, kw_only=True):
    """A name that readers may not know, with one sentence that tells them."""

    name: str
    sentence: str


class Nouns(Struct, frozen=True, kw_only=True):
    """What pages count."""

    article: Noun
    origin: Noun
    source: Noun
    claim: Noun
    disagreement: Noun
    figure: Noun
    quotation: Noun
    entity: Noun
    event: Noun
    term: Noun
    correction: Noun
    defect: Noun
    sheet: Noun


class Joints(Struct, frozen=True, kw_only=True):
    """What stands between words: the last two items of a list, and the marks around a quotation."""

    final: str
    opening_quote: str
    closing_quote: str
    smooth: Callable[[str], str]


class Words(Struct, frozen=True, kw_only=True):
    """Every word a reader sees, in one language; labels are lower case, so that they can stand in a sentence."""

    language: str
    dates: DatePhrases
    hedges: Mapping[Hedge, str]
    joints: Joints
    nouns: Nouns
    stances: Mapping[Stance, str]
    bases: Mapping[Basis, str]
    statuses: Mapping[Status, str]
    disagreements: Mapping[DisagreementType, Explained]
    sources: Mapping[SourceKind, str]
    entities: Mapping[EntityKind, str]
    callouts: Mapping[str, str]
    labels: Labels

    def date(self, date: Date) -> str:
        """``13 February 2025``, ``since 2 September 2025``, ``8 or 9 August 2025``."""
        return in_words(Calendar(phrases=self.dates, language=self.language), date)

    def short_day(self, day: datetime.date) -> str:
        """``13 Feb``, as it stands along an axis."""
        return f"{day.day} {self.short_month(day)}"

    def short_month(self, day: datetime.date) -> str:
        """``Feb``."""
        return short_month_names(self.language)[day.month - 1]

    def number(self, value: Quantity) -> str:
        """``about 5,000``."""
        return numbers.quantity(value, self.hedges, self.language)

    def count(self, number: int, noun: Noun) -> str:
        """``1 origin``, ``2 origins``."""
        return numbers.count(number, noun, self.language)

    def size(self, length: int) -> str:
        """``1.2 MB``: how large a file of so many bytes is."""
        return numbers.size(length, self.language)

    def list(self, items: Sequence[str]) -> str:
        """``a, b and c``."""
        if len(items) < 2:
            return "".join(items)
        *others, last = items
        return ", ".join(others) + self.joints.smooth(self.joints.final.format(last))

    def language_name(self, tag: str) -> str:
        """``Spanish``, for the tag ``es``."""
        return language_name(tag, self.language)

    def quoted(self, text: str) -> str:
        """The text between this language's quotation marks."""
        return f"{self.joints.opening_quote}{text}{self.joints.closing_quote}"
