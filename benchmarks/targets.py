"""What was promised of our times beside the others', and how far it is kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from benchmarks.race import Action, Result

WATCH = "saved file to changed page"
MEMORY = "peak memory, cold"


@dataclass(frozen=True, kw_only=True)
class Target:
    """Ours over theirs is to be at most ``limit``; ``measure`` is an action's name, or one of the two above."""

    measure: str
    beside: str
    limit: float


TARGETS = tuple(
    Target(measure=measure, beside=beside, limit=limit)
    for measure, limits in {
        Action.COLD.value: {
            "Hugo": 1.0, "Zola": 1.0, "Eleventy": 0.35, "MkDocs": 0.12, "Pelican": 0.12,
        },
        Action.SAME.value: {
            "Hugo": 0.25, "Zola": 0.2, "Eleventy": 0.1, "MkDocs --dirty": 0.25, "Pelican, cached": 0.25,
        },
        Action.EDIT.value: {
            "Hugo": 0.35, "Zola": 0.25, "Eleventy": 0.15, "MkDocs --dirty": 0.3, "Pelican, cached": 0.3,
        },
        WATCH: {
            "Hugo": 0.6, "Zola": 1.0, "Eleventy": 0.4, "MkDocs --dirty": 0.5, "Pelican, cached": 0.5,
        },
        MEMORY: {"Hugo": 0.5, "Zola": 0.5, "Eleventy": 0.5},
    }.items()
    for beside, limit in limits.items()
)  # fmt: skip
EDIT_OF_COLD = 0.2  # one edit costs at most this part of a cold build, at every size


@dataclass(frozen=True, kw_only=True)
class Ratio:
    """Ours over theirs: the median, and the lowest and highest of the rounds."""

    middle: float
    lowest: float
    highest: float


def ratio(ours: Result, theirs: Result, measure: str) -> Ratio | None:
    """Round by round where both took turns; nothing where either has no figures."""
    if measure == MEMORY:
        return spread([ours.first.memory / theirs.first.memory]) if ours.first and theirs.first else None
    if measure == WATCH:
        return spread([ours.watch / theirs.watch]) if ours.watch and theirs.watch else None
    mine, other = ours.costs.get(Action(measure), ()), theirs.costs.get(Action(measure), ())
    return spread([one.clock / two.clock for one, two in zip(mine, other, strict=False)])


def edit_of_cold(ours: Result) -> Ratio | None:
    """Our edit over our own cold build, round by round."""
    cold, edits = ours.costs.get(Action.COLD, ()), ours.costs.get(Action.EDIT, ())
    return spread([edit.clock / first.clock for edit, first in zip(edits, cold, strict=False)])


def spread(ratios: Iterable[float]) -> Ratio | None:
    found = sorted(ratios)
    return Ratio(middle=median(found), lowest=found[0], highest=found[-1]) if found else None
