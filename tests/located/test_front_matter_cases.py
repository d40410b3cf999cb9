"""Every file of cases/front-matter: an input, a line `=====`, and what is to be found in it.

What is to be found is either lines of `code line:column`, with words of the message or the help if they matter, or
`ok` and lines of `key = value`, where `says.0.claim` is a key within a list and `\\n` a new line.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier.located import Head, Read, Value, record

CASES = sorted((Path(__file__).parents[1] / "cases" / "front-matter").glob("*.txt"))


def parted(case: Path) -> tuple[str, list[str]]:
    text, _, expected = ("\n" + case.read_bytes().decode("utf-8")).rpartition("\n=====\n")
    return (text + "\n").removeprefix("\n"), expected.splitlines()


def leaves(value: Value, name: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield name, value
        return
    parts = value.items() if isinstance(value, dict) else enumerate(value)
    for part, within in parts:
        yield from leaves(within, f"{name}.{part}" if name else str(part))


def said(head: Head) -> set[str]:
    lines = {f"{name} = {words}" for name, words in [*leaves(dict(head.data)), ("body", head.body)]}
    return {line.replace("\n", "\\n") for line in lines}


def found(read: Read) -> list[str]:
    return [f"{problem.code} {problem.place.line}:{problem.place.column}" for problem in read.problems]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_head_is_read_or_refused_as_its_case_says(case: Path) -> None:
    text, expected = parted(case)
    read = record(text, path="a.md")
    if expected[0] == "ok":
        assert not read.problems
        assert read.head is not None
        assert set(expected[1:]) <= said(read.head)
        return
    assert found(read) == [" ".join(line.split(" ")[:2]) for line in expected]
    for problem, line in zip(read.problems, expected, strict=True):
        assert " ".join(line.split(" ")[2:]) in f"{problem.message} {problem.help}"
        assert problem.help, "every problem has a way on"


def test_there_are_cases() -> None:
    assert len(CASES) > 90
