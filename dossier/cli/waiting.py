"""What a person sees while pages are printed: a line that moves at a terminal, plain lines anywhere else."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import click

from dossier.pdf.job import Step

EACH = 50  # pages; where lines cannot move, one is written for so many


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """Where progress is told."""

    told: Callable[[Step, int], None]

    @classmethod
    @contextmanager
    def shown(cls, *, quiet: bool) -> "Iterator[Waiting]":
        """Progress on standard error, as it can show it; none where nobody wants it."""
        if quiet:
            yield cls(told=lambda step, page: None)
        elif sys.stderr.isatty():
            yield from moving()
        else:
            yield cls(told=Lines().told)


def moving() -> "Iterator[Waiting]":
    """A spinner with words beside it."""
    from rich.console import Console
    from rich.status import Status

    with Status("loading the typesetter", console=Console(stderr=True)) as status:
        yield Waiting(told=lambda step, page: status.update(words(step, page)))


class Lines:
    """A line for each step, and for each so many pages."""

    def __init__(self) -> None:
        self.said: set[str] = set()

    def told(self, step: Step, page: int) -> None:
        """A line, unless it was said: pages are set again until the page numbers that they name are right."""
        line = words(step, page - page % EACH)
        if line not in self.said:
            click.echo(f"dossier: {line}", err=True)
            self.said.add(line)


def words(step: Step, page: int) -> str:
    """A step, with the page it is at."""
    return f"{step.value}, page {page}" if page else step.value
