"""Front matter as plain data: where everything stands, what is bounded, and what stays an author's problem."""

import subprocess
import sys

import pytest

from dossier.located import Head, Read, document, record
from dossier.problems import Place

SOURCE = """---
title: "Mexico: what is known"
number: 0014
topics: [law, 'the border', {id: guard}]
says:
  - claim: marines-500
    quote: |
      no
        invasion
  - speaker:
---
First line.

Last line.
"""


def head(text: str) -> Head:
    read = record(text, path="sources/ap.md")
    assert read.problems == ()
    assert read.head is not None
    return read.head


def at(line: int, column: int, width: int) -> Place:
    return Place(path="sources/ap.md", line=line, column=column, width=width)


def told(read: Read) -> list[tuple[str, int, int]]:
    return [(problem.code, problem.place.line, problem.place.column) for problem in read.problems]


def test_a_value_is_found_where_it_was_typed_quotes_and_brackets_included() -> None:
    places = head(SOURCE).places
    assert places["title",] == at(2, 8, 23)
    assert places["number",] == at(3, 9, 4)
    assert places["topics",] == at(4, 9, 32)
    assert places["topics", 1] == at(4, 15, 12)
    assert places["topics", 2, "id"] == at(4, 34, 5)
    assert places["says", 0, "claim"] == at(6, 12, 11)


def test_of_a_value_on_several_lines_the_first_line_is_shown() -> None:
    places = head(SOURCE).places
    assert places["says",] == at(6, 3, 20)
    assert places["says", 0] == at(6, 5, 18)
    assert places["says", 0, "quote"] == at(7, 12, 1)


def test_a_value_left_out_stands_after_its_colon() -> None:
    assert head(SOURCE).data["says"] == [{"claim": "marines-500", "quote": "no\n  invasion\n"}, {"speaker": ""}]
    assert head(SOURCE).places["says", 1, "speaker"] == at(10, 13, 1)


def test_a_key_is_found_where_it_was_typed() -> None:
    keys = head(SOURCE).keys
    assert keys["title",] == at(2, 1, 5)
    assert keys["says", 0, "quote"] == at(7, 5, 5)
    assert keys["topics", 2, "id"] == at(4, 30, 2)


def test_the_whole_stands_at_the_opening_fence_where_a_missing_key_is_told() -> None:
    assert head(SOURCE).places[()] == at(1, 1, 3)
    assert head("---\n---\n").places[()] == at(1, 1, 3)


def test_quoted_words_and_texts_below_a_bar_are_known_as_such() -> None:
    assert head(SOURCE).quoted == {("title",), ("topics", 1), ("says", 0, "quote")}


def test_the_body_keeps_its_line_numbers() -> None:
    assert head(SOURCE).body == "First line.\n\nLast line.\n"
    assert head(SOURCE).body_line == 12
    assert head("---\na: b\n---").body == ""


def test_columns_count_characters_not_bytes() -> None:
    assert head("---\né: {😀: ñandú, b: x}\n---\n").places["é", "b"] == at(2, 18, 1)


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    assert head("\ufeff" + SOURCE.replace("\n", "\r\n")) == head(SOURCE)


def test_a_yaml_file_is_read_from_its_first_line() -> None:
    read = document("title: US & Mexico\nsections: [law]\n", path="dossier.yml")
    assert read.head is not None
    assert read.head.data == {"title": "US & Mexico", "sections": ["law"]}
    assert read.head.places["sections", 0] == Place(path="dossier.yml", line=2, column=12, width=3)
    assert read.head.body == ""


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n", "---\n...\n"])
def test_an_empty_yaml_file_holds_no_keys(text: str) -> None:
    read = document(text, path="dossier.yml")
    assert read.problems == ()
    assert read.head is not None
    assert read.head.data == {}


def test_a_yaml_file_may_open_with_its_document_mark_but_not_hold_two() -> None:
    assert document("---\ntitle: US\n", path="dossier.yml").problems == ()
    assert told(document("title: US\n---\ntitle: Mexico\n", path="dossier.yml")) == [("yaml-feature", 2, 1)]


@pytest.mark.parametrize("text", ["%YAML 1.1\n---\na: b\n", "# first\n\n%TAG ! x\n---\na: b\n"])
def test_a_directive_is_refused(text: str) -> None:
    assert [code for code, _, _ in told(document(text, path="media.yml"))] == ["yaml-feature"]


def test_the_last_of_two_values_stands_so_that_the_rest_is_still_checked() -> None:
    read = record("---\ndraft: 'true'\nsay: {a: 'x'}\ndraft: false\nsay: {a: x}\n---\n", path="a.md")
    assert told(read) == [("repeated-key", 4, 1), ("repeated-key", 5, 1)]
    assert read.head is not None
    assert read.head.data == {"draft": "false", "say": {"a": "x"}}
    assert read.head.places["draft",].line == 4
    assert read.head.quoted == frozenset()


def test_a_repeated_key_before_unreadable_yaml_gives_no_half_head() -> None:
    read = record("---\ntitle: a\ntitle: b: c\nnumber: 14\n---\n", path="a.md")
    assert told(read) == [("repeated-key", 3, 1), ("bad-yaml", 3, 9)]
    assert read.head is None


@pytest.mark.parametrize(
    "char", ["\x00", "\x1b", "\x85", "\u2028", "\u202e", "\u2066", "\ud800", "\ufdd0", "\U0001fffe"]
)
def test_a_character_that_nobody_sees_is_refused_where_it_stands(char: str) -> None:
    assert told(record(f"---\na: b\ntitle: x{char}y\n---\n", path="a.md")) == [("control-character", 3, 9)]
    assert told(record(f"---\na: b\n---\nThe body{char} is read elsewhere.\n", path="a.md")) == []


def test_a_head_full_of_control_characters_is_told_of_ten_times() -> None:
    assert len(record("---\n" + "\x07" * 500 + "\n---\n", path="a.md").problems) == 10


def test_a_head_of_64_kb_is_read_and_a_longer_one_refused_before_it_is_parsed() -> None:
    line = "title: " + "a" * (64 * 1024 - 8)
    assert record(f"---\n{line}\n---\n", path="a.md").problems == ()
    assert told(record(f"---\n{line}a\n---\n", path="a.md")) == [("over-limit", 2, 65_537)]
    assert told(document("[" * 70_000, path="media.yml")) == [("over-limit", 1, 65_537)]


def test_a_long_body_is_no_long_head() -> None:
    assert record("---\na: b\n---\n" + "word " * 100_000, path="a.md").problems == ()


# In a process of its own, for what is feared of a parser of such text is that it takes the process down.
DEEP = """
from dossier.located import record
for text in ("[", "{", "- ", "? ", "[{", "[\\n", "a: [", "- [", "{a: ", "[a, [", "&a [", "!a ["):
    for before in ("", "key: "):
        read = record(f"---\\n{before}{text * (65000 // len(text))}\\n---\\n", path="a.md")
        assert read.head is None and read.problems, text
        assert {problem.code for problem in read.problems} <= {"over-limit", "yaml-feature", "bad-yaml"}, text
"""


def test_sixty_four_kilobytes_of_brackets_are_refused_and_nothing_falls_over() -> None:
    subprocess.run([sys.executable, "-c", DEEP], check=True, timeout=60)


def test_brackets_within_words_are_not_counted() -> None:
    assert head(f'---\nnote: "{"[" * 500}" # {"[" * 500}\n---\n').data == {"note": "[" * 500}
