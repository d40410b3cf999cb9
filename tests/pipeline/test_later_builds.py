"""What once made a later build differ from a first one, or might have."""

import re
from pathlib import Path

from dossier import editions, pipeline
from dossier.model.run import Options
from tests.pipeline.building import built, changed, first, later, records, write
from tests.test_docs import A_DAY

DATES = re.compile(r"^(?:published|updated): .*\n|^corrections:\n(?:  .*\n)+", re.MULTILINE)
DISPUTED = "was: twelve\n    now: thirteen\n    why: We misread it"


def test_an_edition_that_is_called_otherwise_is_called_so_on_every_page(guide: Path) -> None:
    editions.freeze(guide, "first", Options(today=A_DAY), replace=False)
    later(guide)
    kept = guide / "content" / "editions"
    (kept / "first.json").rename(kept / "second.json")

    assert later(guide) == first(guide)


def test_the_first_correction_brings_the_feed_to_every_page(guide: Path) -> None:
    for file in (*records(guide, "bridge"), *records(guide, "claims")):
        write(file, DATES.sub("", file.read_text("utf-8")))
    assert "feed.xml" not in later(guide)
    source = guide / "content" / "sources" / "vale-radio-may.md"
    changed(source, "\n---\n", f"\ncorrections:\n  - date: 2024-06-01\n    {DISPUTED}\n---\n")

    site = first(guide)

    assert "feed.xml" in site
    assert later(guide) == site


def test_a_draft_that_is_taken_in_gets_its_links(guide: Path) -> None:
    changed(guide / "content" / "sources" / "courier-march.md", "author: Lena Orwick", "author: lena-orwick")
    write(guide / "content" / "entities" / "lena-orwick.md", "---\nname: Lena Orwick\nkind: person\ndraft: true\n---\n")
    _, without = built(guide, pipeline.workshop(guide), "public")
    _, taken_in = built(guide, pipeline.workshop(guide), "public", drafts=True)
    _, as_first = built(guide, pipeline.ALONE, "first", drafts=True)

    assert taken_in == as_first
    assert taken_in != without


def test_a_warm_workshop_is_none_the_worse_for_a_build_that_fails(guide: Path) -> None:
    workshop = pipeline.workshop(guide, is_warm=True)
    built(guide, workshop)
    index = guide / "content" / "index.md"
    text = index.read_text("utf-8")
    write(index, "no front matter")
    assert not built(guide, workshop)[0].is_clean
    index.unlink()
    index.mkdir()
    assert not built(guide, workshop)[0].is_clean
    index.rmdir()
    write(index, text.replace("\n---\n", "\n---\n\nA word.\n{.own-voice}\n", 1))

    assert built(guide, workshop)[1] == first(guide)
