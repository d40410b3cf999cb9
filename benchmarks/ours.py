"""The corpus as a dossier: records are sources, tags are entities."""

from functools import partial
from pathlib import Path

from benchmarks.contestant import Contestant, Generator
from benchmarks.corpus import Corpus, Dialect, Record, body
from benchmarks.files import put, quoted
from benchmarks.packages import Here

# The outputs that the other generators make too; all are the default.
WHAT_PEERS_MAKE = "outputs: [pages, feed]\n"

# Embargoes are decided by the day: on another one the whole is looked at anew, and a race may last past midnight.
ON_A_DAY = ("--today", "2025-11-22")

DIALECT = Dialect(cite=lambda record: f"[@{record.slug}]", mention=lambda tag: f"[[entity:{tag.slug}|{tag.name}]]")
SETTINGS = """\
title: Corpus
description: A corpus of source summaries, generated to see what building costs.
language: en
covers: 2025
sections: [one]
base_url: https://example.org/
"""
HOME = "---\ntitle: Corpus\ndescription: Generated.\n---\nGenerated, to see what building costs.\n{.own-voice}\n"
SECTION = """\
---
title: One
description: The only section.
published: 2025-11-01
---
Nothing is told here but where the summaries are.
{.own-voice}
"""


def write(corpus: Corpus, folder: Path, *, outputs: str) -> None:
    """A project of the corpus; ``outputs`` is a line of dossier.yml, or nothing for all."""
    content = folder / "content"
    put(content / "dossier.yml", SETTINGS + outputs)
    put(content / "index.md", HOME)
    put(content / "sections/one/index.md", SECTION)
    for tag in corpus.tags:
        kind = "outlet" if tag.is_outlet else "person"
        put(content / f"entities/{tag.slug}.md", f"---\nname: {quoted(tag.name)}\nkind: {kind}\n---\n{tag.note}\n")
    for record in corpus.records:
        put(content / source(record), front_matter(record, corpus) + body(record, corpus, DIALECT))


def source(record: Record) -> str:
    return f"sources/{record.slug}.md"


def front_matter(record: Record, corpus: Corpus) -> str:
    return f"""\
---
title: {quoted(record.title)}
publisher: {corpus.tags[record.tags[0]].slug}
author: {record.author}
published: {record.published}
kind: article
url: https://example.org/{record.slug}
licence: unknown
language: en
---
"""


def generator(name: str, *, outputs: str) -> Generator:
    """Ours, told in dossier.yml what to make."""
    return Generator(
        name=name,
        ways=(Here(),),
        write=partial(write, outputs=outputs),
        source=lambda record: f"content/{source(record)}",
        output="build",
        page=lambda record: f"sources/{record.slug}.html",
        index="sources/index.html",
        filed=lambda tag: f"entities/{tag.slug}.html",
        address=lambda record: f"/sources/{record.slug}.html",
        caches=(".dossier",),
    )


def contestant(name: str, *, outputs: str) -> Contestant:
    return Contestant(
        name=name,
        generator=generator(name, outputs=outputs),
        build=("build", "--quiet", *ON_A_DAY),
        serve=("serve", "--port", "{port}", *ON_A_DAY),
        ours=True,
    )


LEAN = contestant("dossier", outputs=WHAT_PEERS_MAKE)
WHOLE = contestant("dossier, all outputs", outputs="")
CONTESTANTS = (LEAN, WHOLE)
