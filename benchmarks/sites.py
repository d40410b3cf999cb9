"""A contestant's project on the disk: laid, built, edited, and looked at."""

import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from benchmarks.contestant import Contestant
from benchmarks.corpus import Corpus, Record
from benchmarks.measuring import Command, FailedError
from benchmarks.packages import Installed

ROOT = Path(__file__).parents[1]
TAG = re.compile(r"<[^<>]*>")
SHOWN = 80  # characters of what a page lacks


@dataclass(frozen=True, kw_only=True)
class Site:
    """One contestant with the corpus before it."""

    contestant: Contestant
    program: Installed
    corpus: Corpus
    folder: Path

    @property
    def output(self) -> Path:
        return self.folder / self.contestant.generator.output

    @property
    def edited(self) -> Record:
        """The record that is edited: one from the middle."""
        return self.corpus.records[len(self.corpus.records) // 2]


@dataclass(frozen=True, kw_only=True)
class Made:
    """What a cold build has made."""

    pages: int
    files: int
    size: int


def lay(contestant: Contestant, program: Installed, corpus: Corpus, folder: Path) -> Site:
    """Writes the project anew."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    contestant.generator.write(corpus, folder)
    if program.modules:
        (folder / "node_modules").symlink_to(program.modules)
    return Site(contestant=contestant, program=program, corpus=corpus, folder=folder)


def command(site: Site, words: tuple[str, ...]) -> Command:
    environment = {"PYTHONPATH": str(ROOT)} if site.contestant.ours else {}
    return Command(words=(*site.program.command, *words), folder=site.folder, environment=environment)


def forget(site: Site) -> None:
    """Removes what builds have left, so that the next is a first one."""
    for name in (site.contestant.generator.output, *site.contestant.generator.caches):
        path = site.folder / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def edit(site: Site, word: str) -> None:
    """Saves the edited record with one more word behind the first sentences of its body."""
    first = site.edited.told[0]
    file = site.folder / site.contestant.generator.source(site.edited)
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(rf"{re.escape(first)}(?: edited\d+)?", f"{first} {word}", text, count=1), encoding="utf-8")


def holds(site: Site, word: str) -> None:
    """Raises unless the edited record's page has the word."""
    demand(page(site, site.edited), [word])


def looked_through(site: Site) -> Made:
    """What was made, once every page is found to say what its record says, and every list to name all it has to."""
    generator, corpus = site.contestant.generator, site.corpus
    for record in corpus.records:
        demand(page(site, record), [record.title, *record.told])
    demand(site.output / generator.index, [record.title for record in corpus.records])
    filed = [[tag.name] for tag in corpus.tags]
    for record in corpus.records:
        for number in record.tags:
            filed[number].append(record.title)
    for tag, words in zip(corpus.tags, filed, strict=True):
        demand(site.output / generator.filed(tag), words)
    files = [file for file in site.output.rglob("*") if file.is_file()]
    pages = sum(file.suffix == ".html" for file in files)
    return Made(pages=pages, files=len(files), size=sum(file.stat().st_size for file in files))


def demand(file: Path, words: Iterable[str]) -> None:
    """Raises unless the page has all these words."""
    if not file.is_file():
        raise FailedError(f"{file.name} was not made")
    html = file.read_text(encoding="utf-8")
    text = " ".join(unescape(TAG.sub("", html)).split())
    # Most words stand alone between two tags, and a long list is not searched for each of them.
    alone = {unescape(piece.strip()) for piece in TAG.split(html)}
    lacking = next((each for each in words if each not in alone and each not in text), None)
    if lacking is not None:
        raise FailedError(f"{file.name} lacks “{lacking[:SHOWN]}”")


def page(site: Site, record: Record) -> Path:
    return site.output / site.contestant.generator.page(record)
