"""What a build works with besides its files: what earlier builds left, and who shares the work."""

import os
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from dossier.cache.stamp import stamp
from dossier.cache.store import Store
from dossier.cache.values import Values
from dossier.forking import Forked

T = TypeVar("T")
U = TypeVar("U")

Progress = Callable[[str, int, int], None]


def silent(stage: str, done: int, of: int) -> None:
    """Progress that nobody wants to know."""


@dataclass(frozen=True, kw_only=True)
class Workshop:
    """``values`` are kept to save later builds time; ``executor`` shares the work out among so many ``hands``.

    Without the one every build is the first, without the other all is done in this process. ``progress`` is told the
    stage, and how much of it is done.
    """

    values: Values | None = None
    executor: Executor | None = None
    hands: int = 1
    progress: Progress = silent

    def shares(self, items: Sequence[T], *, fewest: int) -> tuple[tuple[T, ...], ...]:
        """The items dealt out in turn among the hands, since neighbours cost alike; one share if they are few."""
        hands = self.hands if self.executor and len(items) >= fewest else 1
        return tuple(tuple(items[first::hands]) for first in range(min(hands, len(items))))

    def each(self, work: Callable[[T], U], shares: Sequence[T]) -> list[U]:
        """What the work gives for each share, in their order."""
        if self.executor is None or len(shares) < 2:
            return [work(share) for share in shares]
        futures = [self.executor.submit(work, share) for share in shares]
        try:
            return [future.result() for future in futures]
        except BaseException:
            self.executor.shutdown(wait=False, cancel_futures=True)
            raise


ALONE = Workshop()


def workshop(
    project: Path,
    *,
    hands: int | None = None,
    is_sealed: bool = False,
    is_warm: bool = False,
    progress: Progress = silent,
) -> Workshop:
    """What a build of this project works with on this machine; a sealed one leaves nothing behind.

    A warm one is for many builds of one process: what they learn stays in its memory.

    ``hands`` are the processes to share the work, by default one for each core that this process may use.
    """
    hands = cores() if hands is None else hands
    return Workshop(
        values=Values(store=Store(project, stamp(), is_sealed=is_sealed), held={} if is_warm else None),
        executor=Forked(hands) if hands > 1 and sys.platform == "linux" else None,
        hands=hands,
        progress=progress,
    )


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
