"""Bodies with mistakes in them, and some that only look so: ``tests/cases/prose/*.txt``.

A case is the body of a record, then a line ``=====``, then what is found, in reading order, one a line:
``code line:column``. A line that begins with ``shows`` gives words that a reader sees on the page, tags apart.
"""

import re
from html import unescape
from pathlib import Path

import pytest

from dossier.markup import prose

CASES = sorted((Path(__file__).parent / "cases" / "prose").glob("*.txt"))
TAG = re.compile(r"<[^<>]*>")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_body_gives_its_findings_and_shows_its_words(case: Path) -> None:
    body, _, expected = case.read_text(encoding="utf-8").partition("=====\n")
    rendered = prose(body, path="a.md", first_line=1, prefix="a")
    lines = expected.split("\n")[:-1]
    found = [f"{each.code} {each.place.line}:{each.place.column}" for each in rendered.problems]
    seen = unescape(TAG.sub("", "".join(part for part in rendered.prose.segments if isinstance(part, str))))
    assert found == [line for line in lines if not line.startswith("shows ")]
    assert [line for line in lines if line.startswith("shows ") and line[6:] not in " ".join(seen.split())] == []
