"""A disagreement on a page: its type, and each side in its own exact words."""

from msgspec import Struct

from dossier.model.disagreement import Disagreement
from dossier.model.dossier import Dossier
from dossier.model.key import ClaimId
from dossier.pages import evidence
from dossier.pages.desk import Desk, Link, url_of


class OneSide(Struct, frozen=True, kw_only=True):
    """One side of a disagreement: a claim, or one stance on the only claim, with the evidence for it."""

    claim: Link
    statement: str
    stance_words: str
    rows: tuple[evidence.Row, ...]


class Difference(Struct, frozen=True, kw_only=True):
    """A disagreement as readers see it."""

    anchor: str
    label: str
    href: str
    title: str
    type_words: str
    explanation: str
    settled: str
    sides: tuple[OneSide, ...]


def difference(disagreement: Disagreement, desk: Desk) -> Difference:
    """A disagreement with its sides."""
    explained = desk.words.disagreements[disagreement.type]
    return Difference(
        anchor=desk.anchor(url_of(disagreement.key, desk.dossier)),
        label=disagreement.label,
        href=desk.to(disagreement.key),
        title=disagreement.title,
        type_words=explained.name,
        explanation=explained.sentence,
        settled=disagreement.settled,
        sides=sides(disagreement, desk),
    )


def sides(disagreement: Disagreement, desk: Desk) -> tuple[OneSide, ...]:
    """A side for each claim and stance that has evidence: one claim for and against is two sides."""
    return tuple(side for claim in disagreement.claims for side in of_claim(claim, desk))


def of_claim(id: ClaimId, desk: Desk) -> tuple[OneSide, ...]:
    """The sides of one claim, by stance."""
    rows = evidence.rows(desk.dossier.evidence[id], desk)
    stances = dict.fromkeys(row.stance_words for row in rows)
    claim = desk.dossier.claims[id]
    return tuple(
        OneSide(
            claim=Link(words=claim.label, href=desk.to(claim.key)),
            statement=claim.statement,
            stance_words=stance,
            rows=tuple(row for row in rows if row.stance_words == stance),
        )
        for stance in stances
    )


def on_claims(claims: tuple[ClaimId, ...], dossier: Dossier) -> tuple[Disagreement, ...]:
    """The disagreements that some claims are part of, each once, by number."""
    found = {record.id: record for claim in claims for record in dossier.disagreements_on.get(claim, ())}
    return tuple(sorted(found.values(), key=lambda record: record.number))
