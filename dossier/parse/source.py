"""Sources, as authors type them."""

from typing import Annotated

from pydantic import BeforeValidator

from dossier.model.filed import Filed
from dossier.model.key import ClaimId, EntityId, SourceId
from dossier.model.prose import Prose
from dossier.model.source import Basis, Defect, Published, Quote, Saying, Source, SourceKind, Stance, Via
from dossier.parse.fields import (
    Day,
    Flag,
    Id,
    Language,
    Listed,
    MaybeDay,
    MaybeId,
    MaybeWebAddress,
    MaybeWords,
    Value,
    WebAddress,
    Where,
    Words,
    as_key,
    choice,
)
from dossier.parse.typed import Typed, TypedRecord, locator


class TypedTitle(Typed):
    """``title``: words as printed, ``unknown``, or words with a mark that they are the editors' translation."""

    words: MaybeWords
    translated: Flag = False


class TypedPublished(Typed):
    """``published``: a date, ``unknown``, or a date with the basis of its inference."""

    date: MaybeDay
    basis: Words = ""


class TypedVia(Typed):
    """One entry of ``via``: an id, or an id with the basis of its inference."""

    origin: Id
    basis: Words = ""


class TypedQuote(Typed):
    """``quote``: short verbatim words, or the words with a mark that they are a translation."""

    words: Words
    translated: Flag = False


TitleField = Annotated[TypedTitle, BeforeValidator(as_key("words"), json_schema_input_type=TypedTitle | str)]
PublishedField = Annotated[TypedPublished, BeforeValidator(as_key("date"), json_schema_input_type=TypedPublished | str)]
ViaField = Annotated[TypedVia, BeforeValidator(as_key("origin"), json_schema_input_type=TypedVia | str)]
QuoteField = Annotated[TypedQuote, BeforeValidator(as_key("words"), json_schema_input_type=TypedQuote | str)]


class TypedSaying(Typed):
    """One entry of ``says``."""

    claim: Id
    stance: Annotated[Stance, BeforeValidator(choice(Stance))]
    basis: Annotated[Basis, BeforeValidator(choice(Basis))]
    value: Value | None = None
    as_of: Day | None = None
    speaker: Id = ""
    locator: Where = ""
    quote: QuoteField | None = None
    via: Annotated[list[ViaField], Listed] = []


class TypedDefect(Typed):
    """One entry of ``defects``."""

    says: Words
    note: Words
    locator: Where = ""


def authors(typed: object) -> object:
    """One author is a list of one."""
    return typed if isinstance(typed, list) else [typed]


class TypedSource(TypedRecord):
    """The front matter of a source."""

    may_be_unknown = ("title", "publisher", "author", "published")

    title: TitleField
    publisher: MaybeId
    author: Annotated[list[MaybeWords], BeforeValidator(authors, json_schema_input_type=list[str] | str)]
    published: PublishedField
    kind: Annotated[SourceKind, BeforeValidator(choice(SourceKind))]
    url: MaybeWebAddress = None
    accessed: MaybeDay = None
    archived_url: WebAddress = ""
    licence: Words = "unknown"
    language: Language = ""
    citation: Words = ""
    via: Annotated[list[ViaField], Listed] = []
    says: Annotated[list[TypedSaying], Listed] = []
    defects: Annotated[list[TypedDefect], Listed] = []


def source(typed: TypedSource, id: str, filed: Filed, body: Prose) -> Source:
    """A source as the model holds it."""
    return Source(
        id=SourceId(id),
        filed=filed,
        body=body,
        title=typed.title.words,
        publisher=EntityId(typed.publisher) if typed.publisher else None,
        authors=tuple(author for author in typed.author if author),
        published=Published(date=typed.published.date, basis=typed.published.basis),
        kind=typed.kind,
        url=typed.url or "",
        accessed=typed.accessed,
        archived_url=typed.archived_url,
        licence=typed.licence,
        language=typed.language,
        citation=typed.citation,
        is_title_translated=typed.title.translated,
        via=vias(typed.via, filed, "via"),
        says=tuple(saying(line, filed, at) for at, line in enumerate(typed.says)),
        defects=tuple(defect(line, filed, at) for at, line in enumerate(typed.defects)),
    )


def saying(typed: TypedSaying, filed: Filed, at: int) -> Saying:
    """One evidence line."""
    return Saying(
        claim=ClaimId(typed.claim),
        stance=typed.stance,
        basis=typed.basis,
        place=filed.at("says", at, "claim"),
        value=typed.value,
        as_of=typed.as_of,
        speaker=EntityId(typed.speaker) if typed.speaker else None,
        locator=locator(typed.locator, filed.at("says", at, "locator")),
        quote=Quote(words=typed.quote.words, translated=typed.quote.translated) if typed.quote else None,
        via=vias(typed.via, filed, "says", at, "via"),
    )


def vias(typed: list[TypedVia], filed: Filed, *keys: str | int) -> tuple[Via, ...]:
    """Where something was had from, in the order typed."""
    return tuple(
        Via(origin=via.origin, place=filed.at(*keys, at, "origin"), basis=via.basis) for at, via in enumerate(typed)
    )


def defect(typed: TypedDefect, filed: Filed, at: int) -> Defect:
    """One annotated error of the source."""
    return Defect(says=typed.says, note=typed.note, locator=locator(typed.locator, filed.at("defects", at, "locator")))
