"""Runs of words that one text shares with others."""

import time

from dossier.quoting.copying import Index
from dossier.quoting.folding import words
from dossier.quoting.shelf import shelf

ARCHIVE = {"post": "Nobody among the reporters at the briefing knew how many of them would stay in the north."}


def shared(text: str) -> list[tuple[str, int, int]]:
    return [(run.source, run.start, run.length) for run in Index(shelf(ARCHIVE)).shared(words(text))]


def test_the_longest_run_is_told_once() -> None:
    said = "It says: NOBODY among the reporters — at the briefing knew how many of them would stay in the south."
    assert shared(said) == [("post", 2, 16)]


def test_eleven_words_are_too_few() -> None:
    assert shared("Nobody among the reporters at the briefing knew how many of us") == []


def test_dashes_and_marks_do_not_hide_a_run() -> None:
    assert shared("“nobody” among the *reporters* at the ‘briefing’ knew how many of them would leave") != []


def test_a_long_archive_and_a_long_page_take_no_long_time() -> None:
    archive = {f"post-{n}": " ".join(f"word{n}x{at}" for at in range(20_000)) for n in range(5)}
    begun = time.perf_counter()
    index = Index(shelf(archive))
    assert list(index.shared([f"other{at}" for at in range(100_000)])) == []
    assert time.perf_counter() - begun < 5
