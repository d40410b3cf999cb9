"""What a preview tells the person who started it, as values."""

from typing import TypeAlias

from msgspec import Struct

from dossier.model.run import Report


class Serving(Struct, frozen=True, kw_only=True):
    """The preview listens; ``taken`` is the usual port that another program has, where that is so."""

    address: str
    taken: int | None
    is_exposed: bool


class Rebuilt(Struct, frozen=True, kw_only=True):
    """A build ended, whether or not the content holds: what had been saved, and how much of the site is new."""

    saved: tuple[str, ...]
    report: Report
    changed: frozenset[str]
    seconds: float


class Unbuilt(Struct, frozen=True, kw_only=True):
    """A build could not run."""

    saved: tuple[str, ...]
    reason: str
    seconds: float


class Renewed(Struct, frozen=True, kw_only=True):
    """The process that builds was killed, and another takes its place."""

    reason: str


News: TypeAlias = Serving | Rebuilt | Unbuilt | Renewed
