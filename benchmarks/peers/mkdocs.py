"""MkDocs, whose theme is in looks/mkdocs/. It knows no tags and no feed: lists are given to it ready, a feed is not."""

from collections.abc import Callable
from pathlib import Path

from benchmarks.contestant import Contestant, Generator
from benchmarks.corpus import Corpus, Dialect, Record, body
from benchmarks.files import look, put, quoted
from benchmarks.packages import Wheel

DIALECT = Dialect(
    cite=lambda record: f"([{record.title}]({record.slug}.md))",
    mention=lambda tag: f"[{tag.name}](../tags/{tag.slug}.md)",
)


def write(corpus: Corpus, folder: Path) -> None:
    look("mkdocs", folder)
    docs = folder / "docs"
    put(docs / "index.md", "# Corpus\n\nGenerated, to see what building costs.\n\n- [Sources](sources/index.md)\n")
    put(docs / "sources/index.md", f"# Sources\n\n{listed(corpus.records, corpus, lambda slug: f'{slug}.md')}")
    tags = "".join(f"- [{tag.name}]({tag.slug}.md)\n" for tag in corpus.tags)
    put(docs / "tags/index.md", f"# Tags\n\n{tags}")
    for number, tag in enumerate(corpus.tags):
        filed = tuple(record for record in corpus.records if number in record.tags)
        text = listed(filed, corpus, lambda slug: f"../sources/{slug}.md")
        put(docs / f"tags/{tag.slug}.md", f"# {tag.name}\n\n{text}")
    for record in corpus.records:
        put(folder / source(record), front_matter(record, corpus) + body(record, corpus, DIALECT))


def listed(records: tuple[Record, ...], corpus: Corpus, href: Callable[[str], str]) -> str:
    """A list of links, newest last, with the outlet and the day of each."""
    ordered = sorted(records, key=lambda record: (record.published, record.slug))
    return "".join(
        f"- [{record.title}]({href(record.slug)}) {corpus.tags[record.tags[0]].name}, {record.published}\n"
        for record in ordered
    )


def source(record: Record) -> str:
    return f"docs/sources/{record.slug}.md"


def front_matter(record: Record, corpus: Corpus) -> str:
    tags = "".join(
        f"- {{slug: {corpus.tags[tag].slug}, name: {quoted(corpus.tags[tag].name)}}}\n" for tag in record.tags
    )
    return f"""\
---
title: {quoted(record.title)}
date: {record.published}
publisher: {quoted(corpus.tags[record.tags[0]].name)}
author: {record.author}
original: https://example.org/{record.slug}
tags:
{tags}---
"""


GENERATOR = Generator(
    name="MkDocs",
    ways=(Wheel(requirements=("mkdocs",), program="bin/mkdocs"),),
    write=write,
    source=source,
    output="site",
    page=lambda record: f"sources/{record.slug}.html",
    index="sources/index.html",
    filed=lambda tag: f"tags/{tag.slug}.html",
    address=lambda record: f"/sources/{record.slug}.html",
)
SERVE = ("serve", "--quiet", "--dev-addr", "127.0.0.1:{port}")
CONTESTANTS = (
    Contestant(name="MkDocs", generator=GENERATOR, build=("build", "--quiet"), serve=SERVE),
    Contestant(
        name="MkDocs --dirty",
        generator=GENERATOR,
        build=("build", "--quiet", "--dirty"),
        serve=(*SERVE, "--dirty"),
    ),
)
