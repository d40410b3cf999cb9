"""Cards: what a page's notes show of each record it uses; a record's own fields and counts, no lists of uses.

Each is made once for a folder, and shown by what it is, not by what it holds: comparing all that would cost more.
"""

from collections.abc import Iterable
from itertools import islice, zip_longest

from msgspec import Struct

from dossier.model.claim import Claim
from dossier.model.dossier import Evidence
from dossier.model.entity import Entity
from dossier.model.key import Key
from dossier.model.source import Source, SourceKind, Stance
from dossier.model.term import Term
from dossier.pages import evidence
from dossier.pages.desk import Desk, Link, label, origin_name, outlet, ownership
from dossier.pages.excerpts import plain, shortened
from dossier.pages.once import Once

MOST = 6  # lines of evidence on a card; with more of them a card no longer fits beside its sentence


class SourceCard(Struct, frozen=True, kw_only=True, eq=False):
    """A source in brief."""

    anchor: str
    title: Link
    label: str
    outlet: str
    ownership: str
    kind: str
    published: str
    basis: str
    via: str
    url: str
    claims: str
    defects: str


class Position(Struct, frozen=True, kw_only=True):
    """The lines of evidence that take one stance."""

    stance: str
    stance_words: str
    rows: tuple[evidence.Row, ...]


class ClaimCard(Struct, frozen=True, kw_only=True, eq=False):
    """A claim in brief: its number and statement, how its evidence lies, and the day of the newest line.

    ``positions`` are the lines themselves, ``further`` how many more its own page has.
    """

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
    positions: tuple[Position, ...]
    further: str


class EntityCard(Struct, frozen=True, kw_only=True, eq=False):
    """An entity in brief."""

    anchor: str
    name: Link
    kind: str
    roles: str
    ownership: str
    about: str


class TermCard(Struct, frozen=True, kw_only=True, eq=False):
    """A term with its definition as plain words."""

    anchor: str
    term: Link
    definition: str


class Notes(Struct, frozen=True, kw_only=True):
    """The cards of all that a page uses, by kind, each in order of first use."""

    sources: tuple[SourceCard, ...] = ()
    claims: tuple[ClaimCard, ...] = ()
    entities: tuple[EntityCard, ...] = ()
    terms: tuple[TermCard, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.sources or self.claims or self.entities or self.terms)


def notes(keys: Iterable[Key], desk: Desk) -> Notes:
    """The notes of a page that uses these records; on paper each record has its place in the document instead."""
    if desk.is_paper:
        return Notes()
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


@Once
def source_card(source: Source, desk: Desk) -> SourceCard:
    """A source's card."""
    words = desk.words
    return SourceCard(
        anchor=anchor(source.key),
        title=desk.link(source.key),
        label=label(source, desk),
        outlet=outlet(source, desk),
        ownership=ownership(source, desk),
        kind=words.sources[source.kind],
        published=desk.date(source.published.date),
        basis=source.published.basis,
        via=words.list([origin_name(evidence.origin_key(via, desk), desk) for via in source.via]),
        url=source.url,
        claims=words.count(len({saying.claim for saying in source.says}), desk.words.nouns.claim),
        defects=words.count(len(source.defects), desk.words.nouns.defect) if source.defects else "",
    )


@Once
def claim_card(claim: Claim, desk: Desk) -> ClaimCard:
    """A claim's card."""
    words = desk.words
    standing = desk.dossier.standing[claim.id]
    lines = desk.dossier.evidence[claim.id]
    days = [line.saying.as_of for line in lines if line.saying.as_of]
    kept = in_brief(lines)
    return ClaimCard(
        anchor=anchor(claim.key),
        label=claim.label,
        href=desk.to(claim.key),
        statement=claim.statement,
        status=claim.status.value,
        status_words=words.statuses[claim.status],
        standing=standing.value,
        standing_words=words.labels.standings[standing],
        support=support(lines, desk),
        latest=words.date(max(days)) if days else "",
        left_open=words.labels.not_updated if claim.is_left_open(desk.today) else "",
        disagreements=desk.disagreements(claim.id),
        positions=positions(kept, desk),
        further=words.labels.further.format(number=len(lines) - len(kept)) if len(lines) > len(kept) else "",
    )


def in_brief(lines: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """As many lines as a card holds, exact words first, and each stance in turn, so that none crowds out another."""
    ordered = sorted(lines, key=lambda line: line.saying.quote is None)
    apart = ([line for line in ordered if line.saying.stance is stance] for stance in Stance)
    in_turn = (line for turn in zip_longest(*apart) for line in turn if line)
    return tuple(islice(in_turn, MOST))


def positions(lines: tuple[Evidence, ...], desk: Desk) -> tuple[Position, ...]:
    """Lines of evidence by stance."""
    rows = evidence.rows(lines, desk)
    return tuple(
        Position(stance=stance, stance_words=words, rows=tuple(row for row in rows if row.stance == stance))
        for stance, words in dict.fromkeys((row.stance, row.stance_words) for row in rows)
    )


def support(lines: Iterable[Evidence], desk: Desk) -> str:
    """How many sources say so, and of how many independent origins: ``2 articles, 1 origin: Associated Press``.

    Where some qualify or dispute the claim, each stance is counted apart.
    """
    lines = tuple(lines)
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


def named_origins(lines: Iterable[Evidence]) -> list[Key]:
    """The independent origins of some evidence, each once; a voice that is not named is none."""
    return sorted({origin.key for line in lines for origin in line.origins if origin.is_named})


@Once
def entity_card(entity: Entity, desk: Desk) -> EntityCard:
    """An entity's card."""
    return EntityCard(
        anchor=anchor(entity.key),
        name=desk.entity(entity.id),
        kind=desk.words.entities[entity.kind],
        roles="; ".join(role.title for role in entity.roles),
        ownership=entity.ownership,
        about=shortened(plain(entity, desk)),
    )


@Once
def term_card(term: Term, desk: Desk) -> TermCard:
    """A term's card."""
    return TermCard(
        anchor=anchor(term.key),
        term=desk.link(term.key),
        definition=plain(term, desk),
    )
