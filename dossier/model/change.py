"""What differs between two editions: claims and disagreements by their ids, figures by who gives them for what."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from msgspec import Struct

from dossier.model.claim import Status
from dossier.model.edition import Edition, FrozenClaim, FrozenDisagreement, FrozenFigure

Match = Callable[[FrozenFigure, FrozenFigure], bool]


class Rewording(Struct, frozen=True, kw_only=True):
    """A claim that two editions tell in different words, or with different status."""

    was: FrozenClaim
    now: FrozenClaim


class FigureChange(Struct, frozen=True, kw_only=True):
    """A figure that changed; without ``was`` it is new, without ``now`` it is no longer given."""

    was: FrozenFigure | None
    now: FrozenFigure | None


class Changes(Struct, frozen=True, kw_only=True):
    """All that differs between an edition and the next."""

    added: tuple[FrozenClaim, ...]
    gone: tuple[FrozenClaim, ...]
    reworded: tuple[Rewording, ...]
    restated: tuple[Rewording, ...]
    figures: tuple[FigureChange, ...]
    opened: tuple[FrozenDisagreement, ...]
    settled: tuple[FrozenDisagreement, ...]

    @property
    def is_empty(self) -> bool:
        claims = (self.added, self.gone, self.reworded, self.restated)
        return not any((*claims, self.figures, self.opened, self.settled))


def changes(older: Edition, newer: Edition) -> Changes:
    """What the newer edition tells otherwise than the older; a claim or disagreement that was taken out is gone."""
    before = {claim.id: claim for claim in older.claims}
    after = {claim.id: claim for claim in newer.claims}
    both = tuple(Rewording(was=before[id], now=claim) for id, claim in after.items() if id in before)
    open_before = {record.id for record in older.disagreements if not record.settled}
    known = {record.id for record in older.disagreements}
    return Changes(
        added=tuple(claim for id, claim in after.items() if id not in before),
        gone=tuple(claim for id, claim in before.items() if id not in after),
        reworded=tuple(pair for pair in both if pair.was.statement != pair.now.statement),
        restated=tuple(pair for pair in both if pair.was.status is not pair.now.status),
        figures=figures(older.figures, newer.figures),
        opened=tuple(record for record in newer.disagreements if record.id not in known),
        settled=tuple(record for record in newer.disagreements if record.settled and record.id in open_before),
    )


def is_withdrawal(pair: Rewording) -> bool:
    """Whether the later edition no longer upholds the claim."""
    return pair.now.status is Status.WITHDRAWN


def figures(older: Iterable[FrozenFigure], newer: Iterable[FrozenFigure]) -> tuple[FigureChange, ...]:
    """The figures that differ, by claim and source.

    Of what one source gives for one claim, equal figures are set aside; then a value of the same day is the old one
    changed, and so is the same value of another day.
    """
    before, after = by_giver(older), by_giver(newer)
    found: list[FigureChange] = []
    for giver in sorted(before.keys() | after.keys()):
        was, now = before[giver], after[giver]
        paired(was, now, lambda one, other: same_value(one, other) and one.as_of == other.as_of)
        found += paired(was, now, lambda one, other: one.as_of == other.as_of)
        found += paired(was, now, same_value)
        found += [FigureChange(was=figure, now=None) for figure in was]
        found += [FigureChange(was=None, now=figure) for figure in now]
    return tuple(found)


def by_giver(figures: Iterable[FrozenFigure]) -> dict[tuple[str, str], list[FrozenFigure]]:
    """The figures by claim and source."""
    found: dict[tuple[str, str], list[FrozenFigure]] = defaultdict(list)
    for figure in figures:
        found[figure.claim, figure.source].append(figure)
    return found


def paired(was: list[FrozenFigure], now: list[FrozenFigure], match: Match) -> list[FigureChange]:
    """The figures that match, each once, in pairs; they are taken out of both lists."""
    pairs: list[FigureChange] = []
    for one in tuple(was):
        other = next((figure for figure in now if match(one, figure)), None)
        if other is not None:
            was.remove(one)
            now.remove(other)
            pairs.append(FigureChange(was=one, now=other))
    return pairs


def same_value(one: FrozenFigure, other: FrozenFigure) -> bool:
    """Whether two figures say the same number, hedge and all."""
    return one.value.same_value(other.value)
