"""Stand-ins for generators: scripts of a few lines, run by Python, which make a page of a file by copying it."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.contestant import Contestant, Generator
from benchmarks.corpus import Corpus, Record
from benchmarks.files import put
from benchmarks.packages import Here, Installed

COPY = """
import shutil
shutil.rmtree("out", ignore_errors=True)
shutil.copytree("in", "out")
"""
FORGET = (
    COPY
    + """
next(file for file in sorted(__import__("pathlib").Path("out").iterdir()) if file.name.startswith("s0")).unlink()
"""
)


def write(corpus: Corpus, folder: Path) -> None:
    """Every page as it should be."""
    for record in corpus.records:
        put(folder / source(record), "\n".join((record.title, *record.told)))
    titles = "\n".join(record.title for record in corpus.records)
    put(folder / "in/index.html", titles)
    for tag in corpus.tags:
        put(folder / f"in/{tag.slug}.html", f"{tag.name}\n{titles}")


def source(record: Record) -> str:
    return f"in/{record.slug}.html"


COPIER = Generator(
    name="Copier",
    ways=(Here(),),
    write=write,
    source=source,
    output="out",
    page=lambda record: f"{record.slug}.html",
    index="index.html",
    filed=lambda tag: f"{tag.slug}.html",
    address=lambda record: f"/{source(record)}",
)


@pytest.fixture
def copier() -> Callable[..., Contestant]:
    """Makes a contestant that runs a script; its server shows the sources themselves."""

    def make(name: str = "Copier", script: str = COPY, *, watches: bool = False) -> Contestant:
        serve = ("-m", "http.server", "{port}", "--bind", "127.0.0.1") if watches else ("-c", "raise SystemExit(3)")
        return Contestant(name=name, generator=COPIER, build=("-c", script), serve=serve)

    return make


@pytest.fixture
def python() -> Installed:
    """Python as a generator's program."""
    return Installed(command=(sys.executable,), version="3")
