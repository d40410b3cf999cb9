"""From bytes to text: what is not UTF-8 is told at its byte, what cannot be seen is told by its escape."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.problems import Place
from dossier.read.decoding import CONTROL, decoded

PATH = "content/sources/ap.md"


def text_of(data: bytes) -> str | None:
    return decoded(data, path=PATH)[0]


@pytest.mark.parametrize("data", [b"one\ntwo\n", b"one\r\ntwo\r\n", b"one\rtwo\r", b"\xef\xbb\xbfone\r\ntwo\n"])
def test_every_line_ends_in_one_line_feed(data: bytes) -> None:
    assert text_of(data) == "one\ntwo\n"


@pytest.mark.parametrize(
    ("data", "line", "column", "message"),
    [
        (
            "title: El señor\n".encode("latin-1"),
            1,
            13,
            "the byte \\xf1 is not UTF-8; the file seems to be Windows-1252 (Latin-1), where it is ñ",
        ),
        (
            b"one\r\ntwo\rhe said \x93yes\x94\n",
            3,
            9,
            "the byte \\x93 is not UTF-8; the file seems to be Windows-1252 (Latin-1), where it is \u201c",
        ),
        ("title: x\n".encode("utf-16"), 1, 1, "the byte \\xff is not UTF-8; the file seems to be UTF-16"),
        (
            "title: x\n".encode("utf-16-be").join([b"\xfe\xff", b""]),
            1,
            1,
            "the byte \\xfe is not UTF-8; the file seems to be UTF-16",
        ),
        ("a ñ and then ".encode() + b"\xf1\n", 1, 14, "the byte \\xf1 is not UTF-8"),
        (
            "cut in an ñ".encode()[:-1],
            1,
            11,
            "the byte \\xc3 is not UTF-8; the file seems to be Windows-1252 (Latin-1), where it is Ã",
        ),
        ("cut in a €".encode()[:-1], 1, 10, "the byte \\xe2 is not UTF-8"),
        (b"\x81\n", 1, 1, "the byte \\x81 is not UTF-8"),
        (b"\xef\xbb\xbf\xed\xa0\x80", 1, 1, "the byte \\xed is not UTF-8"),
    ],
)
def test_a_byte_that_is_not_utf_8_is_told_with_what_the_file_seems_to_be(
    data: bytes, line: int, column: int, message: str
) -> None:
    text, problems = decoded(data, path=PATH)

    assert text is None
    assert [(problem.code, problem.place) for problem in problems] == [
        ("bad-encoding", Place(path=PATH, line=line, column=column))
    ]
    assert problems[0].message == message


@pytest.mark.parametrize(
    ("char", "shown"),
    [
        ("\x00", "\\x00"),
        ("\x02", "\\x02"),
        ("\x0c", "\\x0c"),
        ("\x1b", "\\x1b"),
        ("\x7f", "\\x7f"),
        ("\x85", "\\x85"),
        ("\x9f", "\\x9f"),
        ("\u2028", "\\u2028"),
        ("\u202e", "\\u202e"),
        ("\u2069", "\\u2069"),
        ("\ufdd0", "\\ufdd0"),
        ("\uffff", "\\uffff"),
    ],
)
def test_an_invisible_character_is_told_at_its_place(char: str, shown: str) -> None:
    text, problems = decoded(f"---\ntitle: Tro{char}ops\n---\n".encode(), path=PATH)

    assert text == "---\ntitle: Tro\ufffdops\n---\n"
    assert [(problem.code, problem.place) for problem in problems] == [
        ("control-character", Place(path=PATH, line=2, column=11))
    ]
    assert problems[0].message == f"the invisible character {shown} stands here"


def test_of_a_thousand_invisible_characters_the_first_ten_are_told() -> None:
    text, problems = decoded(b"\x00" * 1000, path=PATH)

    assert [problem.place.column for problem in problems] == list(range(1, 11))
    assert text == "\ufffd" * 1000


@pytest.mark.parametrize(
    "text", ["Ciudad Juárez\tMéxico\n", "soft\u00adhyphen", "عربي\u200f", "👩\u200d💻", "a\u00a0b"]
)
def test_what_people_write_is_left_alone(text: str) -> None:
    assert decoded(text.encode(), path=PATH) == (text, ())


@given(st.binary())
def test_any_bytes_become_a_clean_text_or_a_problem(data: bytes) -> None:
    text, problems = decoded(data, path=PATH)

    assert text is not None or len(problems) == 1
    assert CONTROL.search(text or "") is None


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cn", "Zl", "Zp"])))
def test_a_text_without_such_characters_comes_back_as_it_was(text: str) -> None:
    assert decoded(text.encode(), path=PATH) == (text, ())
