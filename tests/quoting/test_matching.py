"""A quotation looked up in a text: what counts as the same words, and what does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.quoting.archived import archived
from dossier.quoting.folding import folded
from dossier.quoting.matching import passages
from dossier.quoting.pattern import pattern
from dossier.quoting.shelf import ShelfText

TEXT = ShelfText(
    archived(
        """\
%% title
Sheinbaum: “No Invasion”

Sheinbaum repeated, “The United States is not going to come into the north by any military. We’re cooperating – but
there will be no in\u00advasion.” She had 2,500 guards, 1.5 a mile, and can't say more.

%% heading
What the agencies do

It spoke of *active-duty* troops . . . and of the agencies’ work; the U.S. would act later.
"""
    )
)


def where(quotation: str) -> list[str]:
    return [TEXT.cited(found.start, found.end) for found in passages(pattern(quotation), TEXT)]


@pytest.mark.parametrize(
    "quotation",
    [
        "there will be no invasion",
        "there will be  no\u00a0inva\u200bsion.",
        "We're cooperating—but there will be",
        "We‘re cooperating -- but there will be no invasion!",
        "repeated, 'The United States",
        "military […] there will be no invasion",
        "military … there will be no invasion",
        "military. (...) there will be",
        "… there will be no invasion …",
        "[T]here will be no invasion",
        "[The US] is not going to come",
        "The [US] is not going to come",
        "not [ever] going to come",
        "is not go[es] to come",
        "2,500 guards",
        "1.5 a mile",
        "Sheinbaum repeated",
    ],
)
def test_what_a_quotation_may_change_is_no_change(quotation: str) -> None:
    assert where(quotation) == ["¶1"]


@pytest.mark.parametrize(
    "quotation",
    [
        "there will not be an invasion",
        "There will be no invasion",
        "there will be no invasions",
        "here will be no invasion",
        "there will be no inva",
        "500 guards",
        "5 a mile",
        "2,500 guard",
        "and can say more",
        "and can",
        "no invasion … there will be",
        "The United States [says that there will be] no invasion",
        "active duty troops",
        "Invasion … later",
    ],
)
def test_a_change_of_words_is_one(quotation: str) -> None:
    assert where(quotation) == []


def test_words_left_out_may_reach_into_the_next_paragraph_past_a_heading() -> None:
    assert where("no invasion … active-duty troops") == ["¶1–2"]


def test_words_that_stand_twice_are_found_twice() -> None:
    assert where("agencies") == ["heading", "¶2"]


def test_a_quotation_without_a_word_asks_for_nothing() -> None:
    assert pattern("…?").pieces == ()


def test_two_ways_to_type_the_same_words_are_one_key() -> None:
    assert pattern("“We’re” — […] here.").digest == pattern('"We\'re"-... here').digest
    assert pattern("here we are").digest != pattern("here … we are").digest


@given(st.integers(0, 30), st.integers(1, 20))
def test_every_run_of_whole_words_is_found(first: int, count: int) -> None:
    run = TEXT.line.replace("...", "").split()[first : first + count]
    said = " ".join(run)
    assert not run or "..." in said or where(said) or not pattern(said).pieces or "agencies" in said


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.text(max_size=80))
def test_no_quotation_makes_it_fail(text: str) -> None:
    assert len(pattern(text).digest) == 64
    assert isinstance(where(text), list)
