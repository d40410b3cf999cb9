"""A build that keeps what it learnt makes what a first build makes, to the byte, whatever was done in between."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from dossier import pipeline
from dossier.model.run import Options
from tests.pipeline.building import built, records, write
from tests.test_docs import A_DAY

WORDS = "the order named a bridge that nobody had seen before the river rose".split()
Change = Callable[[Path, random.Random], None]


def add_words(folder: Path, chance: random.Random) -> None:
    file = chance.choice(records(folder))
    with file.open("a", encoding="utf-8") as opened:
        opened.write(f"\n{' '.join(chance.choices(WORDS, k=6)).capitalize()}.\n{{.own-voice}}\n")


def mention_somebody(folder: Path, chance: random.Random) -> None:
    file, target = chance.choice(records(folder)), chance.choice(records(folder, "entities", "terms", "events"))
    with file.open("a", encoding="utf-8") as opened:
        opened.write(f"\nSee [[{target.stem}]].\n")


def call_it_otherwise(folder: Path, chance: random.Random) -> None:
    file = chance.choice(records(folder))
    lines = file.read_text("utf-8").split("\n")
    named = [at for at, line in enumerate(lines) if line.startswith(("title:", "name:", "term:", "claim:"))]
    if named:
        key = lines[named[0]].partition(":")[0]
        lines[named[0]] = f"{key}: {' '.join(chance.choices(WORDS, k=3)).capitalize()}"
        file.write_text("\n".join(lines), encoding="utf-8")


def take_away(folder: Path, chance: random.Random) -> None:
    chance.choice(records(folder)).unlink()


def bring_a_copy(folder: Path, chance: random.Random) -> None:
    file = chance.choice(records(folder, "sources", "entities", "events", "terms"))
    shutil.copy(file, file.with_name(f"copy-{chance.randrange(1000)}.md"))


def rename(folder: Path, chance: random.Random) -> None:
    file = chance.choice(records(folder))
    file.rename(file.with_name(f"renamed-{chance.randrange(1000)}.md"))


def change_the_settings(folder: Path, chance: random.Random) -> None:
    file = folder / "content" / "dossier.yml"
    kept = [
        line for line in file.read_text("utf-8").split("\n") if not line.startswith(("base_url", "outputs", "paper"))
    ]
    more = ("base_url: https://example.org/", "outputs: [pages, feed]", "paper: letter", "")
    write(file, "\n".join((*kept, chance.choice(more))))


def change_the_look(folder: Path, chance: random.Random) -> None:
    write(folder / "templates" / "partials" / "crumbs.html", f"<p>{chance.choice(WORDS)}</p>\n")


def damage_the_cache(folder: Path, chance: random.Random) -> None:
    kept = [file for file in sorted((folder / ".dossier" / "cache").rglob("*")) if file.is_file()]
    for file in chance.sample(kept, min(2, len(kept))):
        data = file.read_bytes()
        file.write_bytes(chance.choice((b"", data[: len(data) // 2], data[:-1] + b"?", b"something else")))


def damage_the_site(folder: Path, chance: random.Random) -> None:
    made = sorted((folder / "build").rglob("*.html"))
    if made:
        chance.choice(made).write_text("by hand", encoding="utf-8")


CHANGES: tuple[Change, ...] = (
    add_words,
    mention_somebody,
    call_it_otherwise,
    take_away,
    bring_a_copy,
    rename,
    change_the_settings,
    change_the_look,
    damage_the_cache,
    damage_the_site,
)


@pytest.mark.parametrize("seed", range(5))
def test_whatever_is_changed_a_later_build_makes_what_a_first_one_makes(guide: Path, seed: int) -> None:
    chance = random.Random(seed)
    built(guide, pipeline.workshop(guide), "build")
    before = shutil.copytree(guide / "content", guide.parent / "before")
    for _ in range(8):
        change = chance.choice(CHANGES)
        change(guide, chance)
        report, site = built(guide, pipeline.workshop(guide), "build")
        shutil.rmtree(guide / "first", ignore_errors=True)
        first, fresh = built(guide, pipeline.ALONE, "first")

        assert report.findings == first.findings, change.__name__
        if first.is_clean:
            assert site == fresh, change.__name__
        else:  # what follows should be about a site again
            shutil.rmtree(guide / "content")
            shutil.copytree(before, guide / "content")
            built(guide, pipeline.workshop(guide), "build")


def test_one_body_edited_makes_few_files_anew(guide: Path) -> None:
    built(guide, pipeline.workshop(guide), "build")
    write(
        guide / "content" / "dossier.yml", (guide / "content" / "dossier.yml").read_text("utf-8") + "outputs: [pages]\n"
    )
    built(guide, pipeline.workshop(guide), "build")
    source = records(guide, "sources")[0]
    source.write_text(source.read_text("utf-8") + "\nWords.\n", encoding="utf-8")

    report, _ = built(guide, pipeline.workshop(guide), "build")

    assert report.changed == 1


def test_what_shows_the_whole_dossier_can_be_put_off_and_is_made_later(guide: Path) -> None:
    workshop = pipeline.workshop(guide, is_warm=True)
    options = Options(today=A_DAY, output=guide / "build")
    pipeline.build(guide, options, workshop)
    source = records(guide, "sources")[0]
    source.write_text(source.read_text("utf-8") + "\nA word that nobody wrote before.\n", encoding="utf-8")

    first = pipeline.build(guide, replace(options, put_off=True), workshop)
    assert "print.html" in first.put_off
    assert "nobody wrote before" in (guide / "build" / "sources" / f"{source.stem}.html").read_text("utf-8")
    assert "nobody wrote before" not in (guide / "build" / "print.html").read_text("utf-8")

    assert pipeline.build(guide, options, workshop).put_off == ()
    assert built(guide, pipeline.ALONE, "first")[1] == built(guide, workshop, "build")[1]
