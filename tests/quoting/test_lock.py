"""The lock: what it says, and what is no lock."""

import pytest

from dossier.model.key import SourceId
from dossier.quoting.lock import Lock, Locked, Stood, read, written

LOCK: Lock = {
    SourceId("times"): Locked(
        text="ab", quotations={"12": Stood(where="¶3", quoted_in=("page:about", "source:times"))}
    ),
    SourceId("post"): Locked(text="cd", quotations={}),
}


def test_what_is_written_is_read_again() -> None:
    assert read(written(LOCK), path="content/quotations.lock") == (LOCK, ())


def test_the_order_in_which_things_were_found_does_not_show() -> None:
    assert written(LOCK) == written(dict(sorted(LOCK.items())))


@pytest.mark.parametrize(
    "text",
    ["", "{}", "[]", '{"format": 2, "sources": {}}', '{"format": 1}', '{"format": 1, "sources": {"a": []}}',
     '{"format": 1, "sources": {"a": {"text": 1, "quotations": {}}}}',
     '{"format": 1, "sources": {"a": {"text": "", "quotations": {"b": {"where": "¶1"}}}}}',
     "[" * 100_000],
)  # fmt: skip
def test_what_is_no_lock_is_told_and_proves_nothing(text: str) -> None:
    lock, problems = read(text, path="content/quotations.lock")
    assert lock == {}
    assert [problem.code for problem in problems] == ["bad-lock"]
