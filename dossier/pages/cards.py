"""Cards: what a page's notes show of each record it uses; a record's own fields and counts, no lists of uses."""

from collections.abc import Iterable
from dataclasses import dataclass

from dossier.model.claim import Claim
from dossier.model.dossier import Evidence
from dossier.model.entity import Entity
from dossier.model.key import Key, Kind
from dossier.model.source import Source, SourceKind, Stance
from dossier.model.term import Term
from dossier.pages.desk import Desk, Link, label, name, outlet
from dossier.pages.excerpts import plain


@dataclass(frozen=True, kw_only=True)
class SourceCard:
    """A source in brief."""

    anchor: str
    title: Link
    label: str
    outlet: str
    ownership: str
    kind: str
    published: str
    basis: str
    url: str
    claims: str
    defects: str


@dataclass(frozen=True, kw_only=True)
class ClaimCard:
    """A claim in brief: its number and statement, how its evidence lies, and the day of the newest line."""

    anchor: str
    label: str
    href: str
    statement: str
    status: str
    status_words: str
    standing: str
    standing_words: str
    support: str
    latest: str
    left_open: str
    disagreements: tuple[Link, ...]


@dataclass(frozen=True, kw_only=True)
class EntityCard:
    """An entity in brief."""

    anchor: str
    name: Link
    kind: str
    roles: str
    ownership: str


@dataclass(frozen=True, kw_only=True)
class TermCard:
    """A term with its definition as plain words."""

    anchor: str
    term: Link
    definition: str


@dataclass(frozen=True, kw_only=True)
class Notes:
    """The cards of all that a page uses, by kind, each in order of first use."""

    sources: tuple[SourceCard, ...] = ()
    claims: tuple[ClaimCard, ...] = ()
    entities: tuple[EntityCard, ...] = ()
    terms: tuple[TermCard, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.sources or self.claims or self.entities or self.terms)


def notes(keys: Iterable[Key], desk: Desk) -> Notes:
    """The notes of a page that uses these records."""
    records = [desk.dossier.records[key] for key in dict.fromkeys(keys)]
    return Notes(
        sources=tuple(source_card(record, desk) for record in records if isinstance(record, Source)),
        claims=tuple(claim_card(record, desk) for record in records if isinstance(record, Claim)),
        entities=tuple(entity_card(record, desk) for record in records if isinstance(record, Entity)),
        terms=tuple(term_card(record, desk) for record in records if isinstance(record, Term)),
    )


def anchor(key: Key) -> str:
    """The id of a card within its page; the underscore keeps it apart from every id that an author can write."""
    return f"note_{key.kind}_{key.id}"


def source_card(source: Source, desk: Desk) -> SourceCard:
    """A source's card."""
    words = desk.words
    return SourceCard(
        anchor=anchor(source.key),
        title=Link(words=name(source, words), href=desk.to(source.key)),
        label=label(source, desk),
        outlet=outlet(source, desk),
        ownership=ownership(source, desk),
        kind=words.sources[source.kind],
        published=desk.date(source.published.date),
        basis=source.published.basis,
        url=source.url,
        claims=words.count(len({saying.claim for saying in source.says}), desk.words.nouns.claim),
        defects=words.count(len(source.defects), desk.words.nouns.defect) if source.defects else "",
    )


def ownership(source: Source, desk: Desk) -> str:
    """Who owns the outlet, where that is known: readers see it wherever the source is named."""
    publisher = desk.dossier.entities.get(source.publisher) if source.publisher else None
    return publisher.ownership if publisher else ""


def claim_card(claim: Claim, desk: Desk) -> ClaimCard:
    """A claim's card."""
    words = desk.words
    standing = desk.dossier.standing[claim.id]
    evidence = desk.dossier.evidence[claim.id]
    days = [line.saying.as_of for line in evidence if line.saying.as_of]
    return ClaimCard(
        anchor=anchor(claim.key),
        label=claim.label,
        href=desk.to(claim.key),
        statement=claim.statement,
        status=claim.status.value,
        status_words=words.statuses[claim.status],
        standing=standing.value,
        standing_words=words.labels.standings[standing],
        support=support(evidence, desk),
        latest=words.date(max(days)) if days else "",
        left_open=words.labels.not_updated if claim.is_left_open(desk.today) else "",
        disagreements=desk.disagreements(claim.id),
    )


def support(evidence: Iterable[Evidence], desk: Desk) -> str:
    """How many sources say so, and of how many independent origins: ``2 articles, 1 origin: Associated Press``.

    Where some qualify or dispute the claim, each stance is counted apart.
    """
    lines = tuple(evidence)
    if all(line.saying.stance is Stance.SUPPORTS for line in lines):
        return counted(lines, desk)
    apart = (
        (words, [line for line in lines if line.saying.stance is stance])
        for stance, words in desk.words.stances.items()
    )
    return " · ".join(f"{words}: {counted(found, desk)}" for words, found in apart if found)


def counted(lines: Iterable[Evidence], desk: Desk) -> str:
    """Sources and the named origins behind them; an unnamed origin is told and never counted."""
    lines = tuple(lines)
    sources = {line.source for line in lines}
    only_articles = all(desk.dossier.sources[source].kind is SourceKind.ARTICLE for source in sources)
    noun = desk.words.nouns.article if only_articles else desk.words.nouns.source
    ends = {origin for line in lines for origin in line.origins}
    named = named_origins(lines)
    if not named:
        told = f"; {desk.words.labels.origin_not_named}" if ends else ""
        return desk.words.count(len(sources), noun) + told
    origins = desk.words.count(len(named), desk.words.nouns.origin)
    names = "; ".join(origin_name(key, desk) for key in named)
    return f"{desk.words.count(len(sources), noun)}, {origins}: {names}"


def named_origins(evidence: Iterable[Evidence]) -> list[Key]:
    """The independent origins of some evidence, each once; a voice that is not named is none."""
    return sorted({origin.key for line in evidence for origin in line.origins if origin.is_named})


def origin_name(key: Key, desk: Desk) -> str:
    """What an origin is called; a source without a known outlet by its own title."""
    record = desk.dossier.records[key]
    return label(record, desk) if isinstance(record, Source) else name(record, desk.words)


def entity_card(entity: Entity, desk: Desk) -> EntityCard:
    """An entity's card."""
    return EntityCard(
        anchor=anchor(entity.key),
        name=desk.entity(entity.id),
        kind=desk.words.entities[entity.kind],
        roles="; ".join(role.title for role in entity.roles),
        ownership=entity.ownership,
    )


def term_card(term: Term, desk: Desk) -> TermCard:
    """A term's card."""
    return TermCard(
        anchor=anchor(term.key),
        term=Link(words=term.term, href=desk.to(Key(kind=Kind.TERM, id=term.id))),
        definition=plain(term, desk),
    )
