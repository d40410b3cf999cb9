"""Evidence on a page: one source's exact position on one claim, with who said it and who had it from whom."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from dossier.model.dossier import Evidence
from dossier.model.key import EntityId, Key, Kind, SourceId
from dossier.model.source import Quote, Saying, Source, Stance, Via
from dossier.pages.desk import Desk, Link, label, origin_name, ownership
from dossier.pages.once import Once
from dossier.pages.signs import Sign, sign


class Words(Struct, frozen=True, kw_only=True):
    """A speaker's own words, and what readers are told with them."""

    words: str
    lang: str
    mark: str
    sign: Sign | None


class Row(Struct, frozen=True, kw_only=True):
    """One evidence line, ready to be read."""

    anchor: str
    claim: Link
    statement: str
    source: Link
    ownership: str
    stance: str
    stance_words: str
    value: str
    as_of: str
    speaker: Link | None
    basis: str
    locator: str
    quote: Words | None
    origins: tuple[Link, ...]
    via_basis: tuple[str, ...]


STANCES = (Stance.SUPPORTS, Stance.QUALIFIES, Stance.DISPUTES)


def everything(desk: Desk) -> Iterator[Evidence]:
    """All evidence, by the number of its claim."""
    return (line for claim in desk.dossier.claims for line in desk.dossier.evidence[claim])


def voices(lines: Iterable[Evidence]) -> tuple[EntityId, ...]:
    """Who is heard in some evidence, each once."""
    return tuple(dict.fromkeys(line.saying.speaker for line in lines if line.saying.speaker))


def rows(lines: tuple[Evidence, ...], desk: Desk) -> tuple[Row, ...]:
    """Evidence as rows: what supports first, then what qualifies, then what disputes; each by day."""
    return tuple(row(line, desk) for stance in STANCES for line in lines if line.saying.stance is stance)


@Once
def row(line: Evidence, desk: Desk) -> Row:
    """One evidence line."""
    source, saying = desk.dossier.sources[line.source], line.saying
    claim = desk.dossier.claims[saying.claim]
    return Row(
        anchor=anchor(line),
        claim=Link(words=claim.label, href=desk.to(claim.key)),
        statement=claim.statement,
        source=Link(words=label(source, desk), href=desk.to(source.key)),
        ownership=ownership(source, desk),
        stance=saying.stance.value,
        stance_words=desk.words.stances[saying.stance],
        value=desk.words.number(saying.value) if saying.value else "",
        as_of=desk.words.date(saying.as_of) if saying.as_of else "",
        speaker=desk.entity(saying.speaker) if saying.speaker else None,
        basis=desk.words.bases[saying.basis],
        locator=saying.locator.text if saying.locator else "",
        quote=quote(saying.quote, source, line.line, desk) if saying.quote else None,
        origins=tuple(Link(words=origin_name(origin.key, desk), href=desk.to(origin.key)) for origin in line.origins),
        via_basis=tuple(via.basis for via in trail(saying, source.via) if via.basis),
    )


def anchor(line: Evidence) -> str:
    """The name of a line within its page, and in the data files: its source, and its place there."""
    return f"{line.source}-{line.line + 1}"


def origin_key(via: Via, desk: Desk) -> Key:
    """The record of a ``via``: a source of that id before an entity."""
    is_source = SourceId(via.origin) in desk.dossier.sources
    return Key(kind=Kind.SOURCE if is_source else Kind.ENTITY, id=via.origin)


def trail(saying: Saying, of_source: tuple[Via, ...]) -> tuple[Via, ...]:
    """The first steps of a line's trail: its own, else its source's."""
    return saying.via or of_source


def quote(quote: Quote, source: Source, line: int, desk: Desk) -> Words:
    """Words in the quotation marks of the page's language, with what came of looking them up."""
    return Words(
        words=desk.words.quoted(quote.words),
        lang="" if quote.translated else desk.foreign(source.language),
        mark=desk.words.labels.translated if quote.translated else "",
        sign=sign(source.filed.at("says", line, "quote", "words"), desk),
    )


def keys(rows_of: tuple[Evidence, ...]) -> tuple[Key, ...]:
    """The records that some evidence names, for the notes of its page."""
    return tuple(
        key
        for line in rows_of
        for key in (
            Key(kind=Kind.SOURCE, id=line.source),
            *([Key(kind=Kind.ENTITY, id=line.saying.speaker)] if line.saying.speaker else []),
        )
    )
