"""What a build works with besides its files: what earlier builds left, and who shares the work."""

import math
import os
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence, Sized
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from dossier.cache.stamp import stamp, traits
from dossier.cache.store import Store
from dossier.cache.values import Values
from dossier.read import Earlier

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from dossier.cluster import Cluster


T = TypeVar("T")
U = TypeVar("U")
Sized_ = TypeVar("Sized_", bound=Sized)

Progress = Callable[[str, int, int], None]


def silent(stage: str, done: int, of: int) -> None:
    """Progress that nobody wants to know."""


class Workshop(Struct, frozen=True, kw_only=True):
    """``values`` are kept to save later builds time, and ``earlier`` what this process has read.

    ``executor`` shares the work out among so many ``hands``; without it all is done in this process. ``cluster`` makes
    pages on other machines. ``progress`` is told the stage, and how much of it is done.
    """

    values: Values | None = None
    earlier: Earlier | None = None
    cluster: "Cluster | None" = None
    executor: "Executor | None" = None
    hands: int = 1
    progress: Progress = silent

    def helped(self, scheduler: str) -> "Workshop":
        """The same, with pages made by the workers of a scheduler at this address.

        Raises:
            DossierError: when nobody answers there, or what talks to it is not installed.
        """
        from dossier.cluster import Cluster

        return replace(self, cluster=Cluster(address=scheduler, traits=traits))

    def manned(self) -> "Workshop":
        """The same, with copies of this process at hand to share the work with, unless it has others."""
        if self.executor or self.hands < 2 or sys.platform != "linux":
            return self
        from dossier.forking import Forked  # here, since it is slow to load, and a few new words need no help

        return replace(self, executor=Forked(self.hands - 1))

    def reading(self) -> Earlier | None:
        """What this process has read before, for another reading that begins now."""
        if self.earlier and self.values:
            self.earlier.begin(self.values.store.moment())
        return self.earlier

    def shares(self, items: Sequence[T], *, fewest: int, most: int) -> tuple[tuple[T, ...], ...]:
        """The items dealt out in turn, since neighbours cost alike: one share for each hand, and more of very many.

        There is one share of fewer than ``fewest`` items, and none has more than ``most``.
        """
        hands = self.hands if self.executor and len(items) >= fewest else 1
        count = hands * math.ceil(len(items) / (hands * most))
        return tuple(tuple(items[first::count]) for first in range(min(count, len(items))))

    def each(
        self,
        stage: str,
        work: Callable[[Sized_], U],
        shares: Sequence[Sized_],
        *,
        elsewhere: Callable[[Sized_], U] | None = None,
    ) -> list[U]:
        """What the work gives for each share, in their order; ``elsewhere`` is how another process would do it."""
        done, of = 0, sum(map(len, shares))
        self.progress(stage, done, of)
        made: list[U] = []
        for share, outcome in zip(shares, self.begun(work, elsewhere or work, shares), strict=True):
            made.append(outcome)
            done += len(share)
            self.progress(stage, done, of)
        return made

    def begun(
        self, work: Callable[[Sized_], U], elsewhere: Callable[[Sized_], U], shares: Sequence[Sized_]
    ) -> Iterator[U]:
        """The outcomes as they come, where they are worked on at once; nothing is left at work if one fails."""
        if self.executor is None or len(shares) < 2:
            yield from map(work, shares)
            return
        from dossier.forking import Forked

        # With copies of itself at work this process would have nothing to do, so it is the first hand itself.
        is_own = [isinstance(self.executor, Forked) and at % self.hands == 0 for at in range(len(shares))]
        pairs = tuple(zip(shares, is_own, strict=True))
        futures = deque(self.executor.submit(elsewhere, share) for share, own in pairs if not own)
        try:
            for share, own in pairs:
                yield work(share) if own else futures.popleft().result()
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
    progress: Progress | None = None,
) -> Workshop:
    """What a build of this project works with on this machine; a sealed one leaves nothing behind.

    A warm one is for many builds of one process: what they learn stays in its memory.

    ``hands`` are the processes to share the work, by default one for each core that this process may use.
    """
    hands = cores() if hands is None else hands
    return Workshop(
        values=Values(store=Store(project, stamp(), is_sealed=is_sealed), held={} if is_warm else None),
        earlier=Earlier() if is_warm else None,
        hands=hands,
        progress=progress or silent,
    )


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
