"""Pelican, whose settings and theme are in looks/pelican/."""

from pathlib import Path

from benchmarks.contestant import Contestant, Generator
from benchmarks.corpus import Corpus, Dialect, Record, body
from benchmarks.files import look, put
from benchmarks.packages import Wheel

DIALECT = Dialect(
    cite=lambda record: f"([{record.title}](/sources/{record.slug}.html))",
    mention=lambda tag: f"[{tag.name}](/tags/{tag.slug}.html)",
)


def write(corpus: Corpus, folder: Path) -> None:
    look("pelican", folder)
    for record in corpus.records:
        put(folder / source(record), front_matter(record, corpus) + body(record, corpus, DIALECT))


def source(record: Record) -> str:
    return f"content/sources/{record.slug}.md"


def front_matter(record: Record, corpus: Corpus) -> str:
    """Front matter as Python-Markdown's own extension reads it: lines of words, no YAML."""
    return f"""\
Title: {record.title}
Date: {record.published}
Slug: {record.slug}
Category: sources
Publisher: {corpus.tags[record.tags[0]].name}
Author: {record.author}
Original: https://example.org/{record.slug}
Tags: {", ".join(corpus.tags[tag].name for tag in record.tags)}

"""


GENERATOR = Generator(
    name="Pelican",
    ways=(Wheel(requirements=("pelican[markdown]",), program="bin/pelican"),),
    write=write,
    source=source,
    output="output",
    page=lambda record: f"sources/{record.slug}.html",
    index="sources/index.html",
    filed=lambda tag: f"tags/{tag.slug}.html",
    address=lambda record: f"/sources/{record.slug}.html",
    caches=("cache",),
)
SERVE = ("--quiet", "--listen", "--autoreload", "--bind", "127.0.0.1", "--port", "{port}")
CACHED = ("--extra-settings", "CACHE_CONTENT=true", "LOAD_CONTENT_CACHE=true")
CONTESTANTS = (
    Contestant(name="Pelican", generator=GENERATOR, build=("--quiet",), serve=SERVE),
    Contestant(name="Pelican, cached", generator=GENERATOR, build=("--quiet", *CACHED), serve=(*SERVE, *CACHED)),
)
