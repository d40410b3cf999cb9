"""Whatever is typed: an answer comes, soon, with its places inside the file, and words come back as they were typed."""

from datetime import timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st

from dossier.located import Head, Path, Read, Value, document, record

VALID = """title: "Mexico: what is known"   # a comment
number: 14
topics: [law, 'the border', {id: guard}]
published: {date: 2025-11-03, basis: "caf\\xe9"}
says:
  - claim: marines-500
    quote: 'it''s "so"'
    note: |
      a text
        on lines
  - empty:
"""
PIECES = (
    *"[]{}:,-?!&*#|>'\"%@`\\\t\n \r~<=\0\x85\ufeff\u2028\ud800\u00a0é😀",
    *("\n---\n", "\n...\n", "--- ", "\n%YAML 1.9999\n", "\\x1b", "\\ud800", "\\U00110000", ": ", "- ", "? ", "<<: *a"),
    *("&a ", "!!str ", "!<x> ", "!n!x ", "|\n", "> x", "[[", "{{", "title: a\n"),
    *("\n  ", "\n\t", " #", "\\\n", "|0", ">-"),
)
QUICK = settings(max_examples=250, deadline=timedelta(seconds=2))

texts = st.text() | st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
places = st.integers(min_value=0, max_value=len(VALID))
changes = st.lists(st.tuples(places, st.integers(min_value=0, max_value=20), st.sampled_from(PIECES)), max_size=5)


def changed(edits: list[tuple[int, int, str]]) -> str:
    text = VALID
    for begin, cut, piece in edits:
        text = text[:begin] + piece + text[begin + cut :]
    return text


def assert_sound(read: Read, text: str) -> None:
    """There is a head or a reason why not, and every place is a place in the file."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert read.head or read.problems
    for place in [problem.place for problem in read.problems] + (list(read.head.places.values()) if read.head else []):
        assert 1 <= place.line <= len(lines)
        length = len(lines[place.line - 1])
        assert 1 <= place.column <= length + 1
        assert place.column + place.width <= max(length, place.column) + 1
    if read.head is None:
        assert {problem.code for problem in read.problems} != {"repeated-key"}


@QUICK
@given(text=texts)
@example(text='"\\')
@example(text="!<x> [")
@example(text="'\n...\n%YAML 1." + "9" * 5000)
def test_any_text_gets_an_answer(text: str) -> None:
    for typed in (text, f"---\n{text}\n---\n"):
        assert_sound(record(typed, path="a.md"), typed)
        assert_sound(document(typed, path="a.yml"), typed)


@QUICK
@given(edits=changes)
def test_any_slip_in_a_sound_head_gets_an_answer(edits: list[tuple[int, int, str]]) -> None:
    text = changed(edits)
    assert_sound(record(f"---\n{text}---\nThe body.\n", path="a.md"), f"---\n{text}---\nThe body.\n")
    assert_sound(document(text, path="a.yml"), text)


words = st.from_regex(r"[A-Za-z0-9é😀~][A-Za-z0-9é😀.+~/]{0,8}", fullmatch=True)
heads = st.recursive(words, lambda within: st.lists(within, max_size=4) | st.dictionaries(words, within, max_size=4))


def written(value: Value) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "[" + ", ".join(written(item) for item in value) + "]"
    return "{" + ", ".join(f"{key}: {written(item)}" for key, item in value.items()) + "}"


@QUICK
@given(data=st.dictionaries(words, heads, max_size=5))
def test_what_was_written_is_read_and_stands_where_it_was_written(data: dict[str, Value]) -> None:
    text = "---\n" + "".join(f"{key}: {written(value)}\n" for key, value in data.items()) + "---\n"
    read = record(text, path="a.md")
    assert read.head is not None
    assert read.head.data == data
    for path in read.head.keys:
        assert cut(text, read.head, path) == written(valued(data, path))


def cut(text: str, head: Head, path: Path) -> str:
    place = head.places[path]
    return text.split("\n")[place.line - 1][place.column - 1 :][: place.width]


def valued(data: Value, path: Path) -> Value:
    for part in path:
        if isinstance(data, dict):
            data = data[str(part)]
        elif isinstance(data, list):
            data = data[int(part)]
    return data
