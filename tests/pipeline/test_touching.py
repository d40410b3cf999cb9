"""A few new words: only what shows them is made, and the site is the one that a first build makes."""

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from dossier import pipeline
from dossier.model.run import Options, Report
from tests.pipeline.building import Site, built, changed, first, records, write
from tests.test_docs import A_DAY

WORD = re.compile(r"(?<=[a-z] )[a-z]{4,}(?= [a-z])")  # between words, so that it stands in no link and no mark
RECORDS = "about courier-march vale-radio-may budget-paper marrowick-courier ines-calloway price pile index".split()


class Told:
    """The stages that a build tells of."""

    def __init__(self) -> None:
        self.stages: list[str] = []

    def __call__(self, stage: str, done: int, of: int) -> None:
        self.stages.append(stage)

    @property
    def was_whole(self) -> bool:
        """Whether the whole was gone through."""
        return "linking" in self.stages


def told(workshop: pipeline.Workshop, folder: Path) -> tuple[Told, Report, Site]:
    said = Told()
    return said, *built(folder, replace(workshop, progress=said))


def reword(file: Path, chance: random.Random) -> None:
    head, _, body = file.read_text("utf-8")[4:].partition("\n---\n")
    found = list(WORD.finditer(body))
    if found:
        one = chance.choice(found)
        body = f"{body[: one.start()]}{one[0]} {chance.choice(('indeed', 'once', 'again'))}{body[one.end() :]}"
        file.write_text(f"---\n{head}\n---\n{body}", encoding="utf-8")


def add_a_sentence(file: Path) -> None:
    with file.open("a", encoding="utf-8") as opened:
        opened.write("\nNobody has seen it since.\n{.own-voice}\n")


@pytest.mark.parametrize("is_warm", [True, False], ids=["warm", "anew"])
@pytest.mark.parametrize("name", RECORDS)
def test_a_sentence_more_in_any_body_is_a_touch(guide: Path, name: str, is_warm: bool) -> None:
    workshop = pipeline.workshop(guide, is_warm=is_warm)
    built(guide, workshop)
    for _ in range(2):
        add_a_sentence(next(file for file in records(guide) if file.stem == name))
        said, report, site = told(workshop, guide)

        assert not said.was_whole
        assert report.changed > 0
        assert site == first(guide)


@pytest.mark.parametrize("seed", range(4))
def test_whatever_words_change_the_site_is_that_of_a_first_build(guide: Path, seed: int) -> None:
    chance, warm = random.Random(seed), pipeline.workshop(guide, is_warm=True)
    built(guide, warm)
    before = shutil.copytree(guide / "content", guide.parent / "before")
    touches = 0
    for _ in range(12):
        for file in chance.sample(records(guide), chance.choice((1, 1, 2))):
            reword(file, chance)
        said, report, site = told(chance.choice((warm, pipeline.workshop(guide))), guide)
        shutil.rmtree(guide / "first", ignore_errors=True)
        once, fresh = built(guide, pipeline.ALONE, "first")

        assert (report.findings, report.quotations) == (once.findings, once.quotations)
        if not once.is_clean:  # what follows should be about a site again
            shutil.rmtree(guide / "content")
            shutil.copytree(before, guide / "content")
            continue
        assert {path for path in {*site, *fresh} if site.get(path) != fresh.get(path)} == set()
        touches += not said.was_whole
    assert touches > 3


def cite_more(guide: Path) -> None:
    changed(
        guide / "content" / "sources" / "budget-paper.md",
        "\n---\n\nThe paper",
        "\n---\n\nSee [[Vale Radio]]. The paper",
    )


def quote_otherwise(guide: Path) -> None:
    changed(guide / "content" / "sections" / "bridge" / "price.md", "the first of September”", "the first of May”")


def count_in_a_cited_source(guide: Path) -> None:
    changed(guide / "content" / "sources" / "budget-paper.md", "the members of the council", "all 17 of the council")


def count_on_a_page(guide: Path) -> None:
    changed(guide / "content" / "sections" / "bridge" / "price.md", "[twelve million", "[fourteen million")


def mistake_a_weekday(guide: Path) -> None:
    changed(guide / "content" / "sources" / "courier-march.md", "meeting of 11 March", "meeting of Sunday, 11 March")


def leave_a_paragraph_bare(guide: Path) -> None:
    changed(
        guide / "content" / "sections" / "bridge" / "price.md", "closes its books.\n{.own-voice}", "closes its books."
    )


def break_the_markup(guide: Path) -> None:
    changed(guide / "content" / "terms" / "pile.md", "\n---\n", "\n---\n\nSee <!-- what\n\n")


def change_a_title(guide: Path) -> None:
    changed(guide / "content" / "sources" / "budget-paper.md", "title: Budget paper 3", "title: Budget paper 4")


def write_a_draft(guide: Path) -> None:
    write(guide / "content" / "terms" / "weir.md", "---\nterm: Weir\ndraft: true\n---\nA dam.\n")


def change_the_settings(guide: Path) -> None:
    with (guide / "content" / "dossier.yml").open("a", encoding="utf-8") as opened:
        opened.write("base_url: https://example.org/\n")


MORE: tuple[Callable[[Path], None], ...] = (
    cite_more,
    quote_otherwise,
    count_in_a_cited_source,
    count_on_a_page,
    mistake_a_weekday,
    leave_a_paragraph_bare,
    break_the_markup,
    change_a_title,
    write_a_draft,
    change_the_settings,
)


@pytest.mark.parametrize("more", MORE)
def test_what_may_bear_on_other_records_has_the_whole_gone_through(guide: Path, more: Callable[[Path], None]) -> None:
    workshop = pipeline.workshop(guide)
    built(guide, workshop)
    more(guide)

    said, report, site = told(workshop, guide)
    once, fresh = built(guide, pipeline.ALONE, "first")

    assert said.was_whole
    assert report.findings == once.findings
    if once.is_clean:
        assert site == fresh


def test_a_quotation_that_moves_in_its_line_is_told_where_it_stands_now(guide: Path) -> None:
    price = guide / "content" / "sections" / "bridge" / "price.md"
    spoken = "She said: We will walk across it on the first of September."
    text = f"The council spoke of 12 million.\n\n{spoken}\n\n%% caption\nthe river Ouzle\n"
    write(guide / "content" / "archive" / "courier-march.txt", text)
    before, _ = built(guide, pipeline.workshop(guide))
    changed(price, "promised that the town", "promised once that the town")

    said, report, site = told(pipeline.workshop(guide), guide)
    once, fresh = built(guide, pipeline.ALONE, "first")

    assert before.quotations
    assert not said.was_whole
    assert report.quotations == once.quotations != before.quotations
    assert site == fresh


def test_what_a_touch_puts_off_is_made_by_the_next_one(guide: Path) -> None:
    workshop, options = pipeline.workshop(guide, is_warm=True), Options(today=A_DAY, output=guide / "build")
    pipeline.build(guide, options, workshop)
    add_a_sentence(guide / "content" / "sources" / "courier-march.md")
    put_off = pipeline.build(guide, replace(options, put_off=True), workshop).put_off

    said, report, site = told(workshop, guide)

    assert "print.html" in put_off
    assert not said.was_whole
    assert report.put_off == ()
    assert site == first(guide)


def test_a_whole_build_after_a_touch_that_put_something_off_makes_it_too(guide: Path) -> None:
    options = Options(today=A_DAY, output=guide / "build", put_off=True)
    built(guide, pipeline.workshop(guide))
    add_a_sentence(guide / "content" / "sources" / "courier-march.md")
    assert pipeline.build(guide, options, pipeline.workshop(guide)).put_off
    change_a_title(guide)

    assert built(guide, pipeline.workshop(guide))[1] == first(guide)


def test_a_file_that_an_editor_leaves_beside_a_record_is_no_reason_to_go_through_the_whole(guide: Path) -> None:
    workshop = pipeline.workshop(guide)
    built(guide, workshop)
    write(guide / "content" / "sources" / ".courier-march.md.swp", "unsaved")
    add_a_sentence(guide / "content" / "sources" / "courier-march.md")

    assert not told(workshop, guide)[0].was_whole


def test_a_page_that_was_changed_by_hand_is_made_anew_by_a_touch_of_another(guide: Path) -> None:
    workshop = pipeline.workshop(guide)
    built(guide, workshop)
    write(guide / "build" / "claims" / "bridge-cost.html", "by hand")
    add_a_sentence(guide / "content" / "terms" / "pile.md")

    assert built(guide, workshop)[1] == first(guide)


@pytest.mark.parametrize("lost", ["ground-*", "ground-*-since", "records/*"])
def test_where_the_cache_has_lost_something_it_costs_time_only(guide: Path, lost: str) -> None:
    workshop = pipeline.workshop(guide)
    built(guide, workshop)
    for name in ("pile", "courier-march", "price"):
        add_a_sentence(next(file for file in records(guide) if file.stem == name))
        built(guide, workshop)
        for file in (guide / ".dossier" / "cache").glob(lost):
            file.unlink()

    assert built(guide, workshop)[1] == first(guide)


@pytest.mark.parametrize("is_warm", [True, False], ids=["warm", "anew"])
def test_what_a_build_read_that_failed_is_nothing_to_stand_on(guide: Path, is_warm: bool) -> None:
    workshop = pipeline.workshop(guide, is_warm=is_warm)
    file = guide / "content" / "terms" / "pile.md"
    text = file.read_text("utf-8")
    built(guide, workshop)
    for words in ("See [[Nobody]].", "Look at [[Nobody]]."):
        write(file, f"{text}\n{words}\n")
        assert not built(guide, workshop)[0].is_clean
    write(file, f"{text}\nIt is long.\n")

    assert built(guide, workshop)[1] == first(guide)
