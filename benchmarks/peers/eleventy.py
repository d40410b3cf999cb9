"""Eleventy, whose templates are in looks/eleventy/."""

from pathlib import Path

from benchmarks.contestant import Contestant, Generator
from benchmarks.corpus import Corpus, Dialect, Record, body
from benchmarks.files import look, put, quoted
from benchmarks.packages import Npm

DIALECT = Dialect(
    cite=lambda record: f"([{record.title}](/sources/{record.slug}.html))",
    mention=lambda tag: f"[{tag.name}](/tags/{tag.slug}.html)",
)
MODULES = "node_modules"


def write(corpus: Corpus, folder: Path) -> None:
    look("eleventy", folder)
    for record in corpus.records:
        put(folder / source(record), front_matter(record, corpus) + body(record, corpus, DIALECT))


def source(record: Record) -> str:
    return f"content/sources/{record.slug}.md"


def front_matter(record: Record, corpus: Corpus) -> str:
    # `tags` would make a collection of each name; `names` does what the others do with it.
    return f"""\
---
title: {quoted(record.title)}
date: {record.published}
publisher: {quoted(corpus.tags[record.tags[0]].name)}
author: {record.author}
original: https://example.org/{record.slug}
names: [{", ".join(quoted(corpus.tags[tag].name) for tag in record.tags)}]
---
"""


GENERATOR = Generator(
    name="Eleventy",
    ways=(
        Npm(
            packages=("@11ty/eleventy", "markdown-it", "markdown-it-footnote"),
            program="node_modules/@11ty/eleventy/cmd.cjs",
        ),
    ),
    write=write,
    source=source,
    output="_site",
    page=lambda record: f"sources/{record.slug}.html",
    index="sources/index.html",
    filed=lambda tag: f"tags/{tag.slug}.html",
    address=lambda record: f"/sources/{record.slug}.html",
    caches=(".cache",),
)
CONTESTANTS = (
    Contestant(
        name="Eleventy",
        generator=GENERATOR,
        build=("--quiet",),
        serve=("--quiet", "--serve", "--incremental", "--port={port}"),
    ),
)
