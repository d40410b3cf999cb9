"""What a person sees while work goes on: something that moves at a terminal, plain lines anywhere else."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from dossier import again

if TYPE_CHECKING:
    from rich.progress import Progress

LONG = 1.0  # seconds; what is over sooner is told of when it is over
APART = 5.0  # seconds from one plain line to the next
EACH = 50  # pages; where lines cannot move, one is written for so many

Told = Callable[[str, int, int], None]


class Moving:
    """A bar with words beside it, once the work has lasted; its loading would be a part of what is short."""

    def __init__(self) -> None:
        self.begun = time.monotonic()
        self.bar: Progress | None = None

    def told(self, stage: str, done: int, of: int) -> None:
        """How far a stage is; of some it is not known."""
        if time.monotonic() - self.begun < LONG:
            return
        if self.bar is None:
            self.bar = bar()
            self.bar.start()
            self.bar.add_task(stage)
        self.bar.update(self.bar.task_ids[0], description=stage, completed=done, total=of or None)

    def over(self) -> None:
        """Takes the bar away."""
        if self.bar is not None:
            self.bar.stop()


def bar() -> "Progress":
    """A bar on standard error that leaves nothing behind."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)


class Paced:
    """A line now and then, and none of work that is soon over."""

    def __init__(self) -> None:
        self.last = time.monotonic()

    def told(self, stage: str, done: int, of: int) -> None:
        """A line, if the last one was some time ago."""
        if time.monotonic() - self.last >= APART:
            self.last = time.monotonic()
            again.say("", f"dossier: {stage}{f', {done:,} of {of:,}' if of else ''}\n")


class Paged:
    """A line for each stage of printing, and for each so many pages."""

    def __init__(self) -> None:
        self.said: set[str] = set()

    def told(self, stage: str, page: int, of: int) -> None:
        """A line, unless it was said: pages are set again until the page numbers that they name are right."""
        reached = page - page % EACH
        line = f"{stage}, page {reached}" if reached else stage
        if line not in self.said:
            again.say("", f"dossier: {line}\n")
            self.said.add(line)


class Clock:
    """How long each stage took."""

    def __init__(self) -> None:
        self.begun = self.since = time.perf_counter()
        self.stage = "loading"
        self.spent: dict[str, float] = {}

    def told(self, stage: str, done: int, of: int) -> None:
        """The stage that work is at."""
        if stage != self.stage:
            self.close()
            self.stage = stage

    def close(self) -> None:
        """The stage is over."""
        now = time.perf_counter()
        self.spent[self.stage] = self.spent.get(self.stage, 0.0) + now - self.since
        self.since = now

    def table(self) -> str:
        """The stages in their order, each with its seconds and its part of the whole."""
        self.close()
        whole = sum(self.spent.values())
        rows = [*self.spent.items(), ("all", whole)]
        return "".join(f"{stage:<14}{spent:8.2f} s {spent / whole:7.1%}\n" for stage, spent in rows)


@contextmanager
def shown(lines: type[Paced] | type[Paged], *, quiet: bool) -> Iterator[Told]:
    """Progress on standard error: a bar at a terminal, else such lines; none where nobody wants it."""
    if quiet:
        yield lambda stage, done, of: None
    elif not sys.stderr.isatty():
        yield lines().told
    else:
        moving = Moving()
        try:
            yield moving.told
        finally:
            moving.over()
