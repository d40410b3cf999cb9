"""JSON that knows where each value stands: an offset for every member, found only when someone asks."""

import json

from dossier.problems import Place

BLANKS = " \t\n\r"
DECODER = json.JSONDecoder()


def offset(text: str, *path: str | int) -> int:
    """Where the value at a path begins in a valid JSON text, or the nearest value around it."""
    at = after_blanks(text, 0)
    for step in path:
        inside = members(text, at)
        if step not in inside:
            return at
        at = inside[step]
    return at


def members(text: str, at: int) -> dict[str | int, int]:
    """Where each value of the object or list that begins there begins, by its key or its index from 0."""
    found: dict[str | int, int] = {}
    is_object = text[at] == "{"
    if not is_object and text[at] != "[":
        return found
    at = after_blanks(text, at + 1)
    while text[at] not in "}]":
        key: str | int = len(found)
        if is_object:
            key, at = DECODER.raw_decode(text, at)
            at = after_blanks(text, after_blanks(text, at) + 1)
        found[key] = at
        at = after_blanks(text, DECODER.raw_decode(text, at)[1])
        if text[at] == ",":
            at = after_blanks(text, at + 1)
    return found


def after_blanks(text: str, at: int) -> int:
    """The first sign that is no blank, from there on."""
    while text[at] in BLANKS:
        at += 1
    return at


def place(text: str, at: int, *, path: str) -> Place:
    """The place of the value that begins at an offset, as far as it goes on its line."""
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    end = DECODER.raw_decode(text, at)[1]
    width = len(text[at:end].partition("\n")[0])
    return Place(path=path, line=line, column=column, width=width)
