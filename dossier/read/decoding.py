"""From bytes to text: UTF-8 only, one kind of line end, and no character that hides or hurts."""

import codecs
import re
from itertools import islice

from dossier.problems import Place, Problem, escaped

FIRST = 10  # problems of one file; a binary file in a text's clothes has thousands

# C0 but tab and line feed, DEL, C1; line and paragraph separators; bidi overrides and isolates, which show words in
# another order than they stand; noncharacters. Some are markers inside a Markdown library, others fool a reviewer.
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]")


def decoded(data: bytes, *, path: str) -> tuple[str | None, tuple[Problem, ...]]:
    """The text, none if it is not UTF-8; a control character is told and U+FFFD stands in its place."""
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = even_lines(data.decode())
    except UnicodeDecodeError as error:
        return None, (bad_encoding(data, error, path=path),)
    first = islice(CONTROL.finditer(text), FIRST)
    problems = tuple(control_character(text, match.start(), path=path) for match in first)
    # In its place, not taken out: every column after it stays true, and nothing further on meets it.
    return (CONTROL.sub("\ufffd", text) if problems else text), problems


def even_lines(text: str) -> str:
    """The text with each CRLF and each lone CR as a line feed."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def control_character(text: str, index: int, *, path: str) -> Problem:
    return Problem(
        code="control-character",
        place=place(path, text[:index]),
        message=f"the invisible character {escaped(text[index])} stands here",
        help="delete it, and type the words around it again if they look out of order",
    )


def bad_encoding(data: bytes, error: UnicodeDecodeError, *, path: str) -> Problem:
    return Problem(
        code="bad-encoding",
        place=place(path, even_lines(data[: error.start].decode())),
        message=f"the byte \\x{data[error.start]:02x} is not UTF-8{seeming(data, error)}",
        help="save the file as UTF-8 (in most editors: Save as, or Save with encoding)",
    )


def seeming(data: bytes, error: UnicodeDecodeError) -> str:
    """Which encoding it seems to be instead, as the end of a sentence; nothing where there is no telling."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "; the file seems to be UTF-16"
    bad, following = data[error.start : error.start + 1], data[error.start + 1 : error.start + 2]
    if not data.decode(errors="ignore").isascii() or not following.isascii():
        return ""  # UTF-8 elsewhere, or half a character: a damaged file rather than one in another encoding
    try:
        meant = bad.decode("cp1252")
    except UnicodeDecodeError:
        return ""
    return f"; the file seems to be Windows-1252 (Latin-1), where it is {meant}"


def place(path: str, before: str) -> Place:
    """The place right after this much text."""
    return Place(path=path, line=before.count("\n") + 1, column=len(before) - before.rfind("\n"))
