"""What a preview tells the person who started it, as values."""

from dataclasses import dataclass
from typing import TypeAlias

from dossier.model.run import Report


@dataclass(frozen=True, kw_only=True)
class Serving:
    """The preview listens; ``taken`` is the usual port that another program has, where that is so."""

    address: str
    taken: int | None
    is_exposed: bool


@dataclass(frozen=True, kw_only=True)
class Rebuilt:
    """A build ended, whether or not the content holds: what had been saved, and how much of the site is new."""

    saved: tuple[str, ...]
    report: Report
    changed: frozenset[str]
    seconds: float


@dataclass(frozen=True, kw_only=True)
class Unbuilt:
    """A build could not run."""

    saved: tuple[str, ...]
    reason: str
    seconds: float


@dataclass(frozen=True, kw_only=True)
class Renewed:
    """The process that builds was killed, and another takes its place."""

    reason: str


News: TypeAlias = Serving | Rebuilt | Unbuilt | Renewed
