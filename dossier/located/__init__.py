"""YAML that knows its places: front matter and YAML files as plain data, each value with its line and column.

Every scalar is the words typed (``NO``, ``22:30``, ``0123``): what they mean is for the fields of a record to say.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

import yaml
from msgspec import Struct
from yaml.events import Event

from dossier.located.mistakes import directive, mistake
from dossier.located.sheet import Sheet, control_characters, sheet
from dossier.located.walk import ROOT, Path, Value, Walk
from dossier.problems import Place, Problem, in_order

__all__ = ["Head", "Path", "Read", "Value", "document", "normal", "record", "scalars"]

FENCE = "---"
LARGEST = 64 * 1024  # characters; a head of this size names hundreds of claims, and reading it stays quick
SHOWN = 10  # control characters; what holds more is no text
LEADING_DIRECTIVE = re.compile(r"(?:[ \t]*(?:#.*)?\n)*(?P<directive>%.*)")
ALMOST_A_FENCE = re.compile(r"\s*(?:[-–—]{2,}|\.{3}|\+{3}|\*{3})\s*")
OF_A_HEAD = re.compile(r"\s|#|- |-?$|[]}]|[\"']?[\w-]+[\"']?\s*:(?:\s|$)")


class Head(Struct, frozen=True, kw_only=True):
    """What a front matter or a YAML file says, and where.

    ``places`` has every value, the whole (the empty path) among them, and ``keys`` every key. ``quoted`` are the
    scalars in quotes or below ``|`` and ``>``. ``body`` is the text after the closing fence.
    """

    data: Mapping[str, Value]
    places: Mapping[Path, Place]
    keys: Mapping[Path, Place]
    quoted: frozenset[Path]
    body: str
    body_line: int


class Read(Struct, frozen=True, kw_only=True):
    """A head, unless something hides what it says, and everything that is wrong with it.

    A key said twice hides nothing: its last value stands, so that the rest can be checked in the same run.
    """

    head: Head | None
    problems: tuple[Problem, ...]


def record(text: str, *, path: str) -> Read:
    """The front matter and the body of a record's file."""
    lines = normal(text).split("\n")
    if not is_fence(lines[0]):
        return Read(head=None, problems=(unopened(lines, path=path),))
    closing = next((number for number, line in enumerate(lines) if number and is_fence(line)), None)
    if closing is None:
        return Read(head=None, problems=(unclosed(lines, path=path),))
    return read(
        sheet("".join(f"{line}\n" for line in lines[1:closing]), path=path, above=1),
        whole=Place(path=path, line=1, width=len(FENCE)),
        body="\n".join(lines[closing + 1 :]),
        body_line=closing + 2,
    )


def document(text: str, *, path: str) -> Read:
    """A file that is YAML from its first line to its last."""
    written = sheet(normal(text), path=path, above=0)
    return read(written, whole=Place(path=path, line=1), body="", body_line=len(written.lines) + 1)


def scalars(data: Mapping[str, Value]) -> Iterator[tuple[Path, str]]:
    """Every single value of a head, by its path."""
    waiting: list[tuple[Path, Value]] = [((key,), value) for key, value in data.items()]
    while waiting:
        path, value = waiting.pop(0)
        if isinstance(value, str):
            yield path, value
        else:
            steps = enumerate(value) if isinstance(value, list) else value.items()
            waiting += [((*path, step), item) for step, item in steps]


def normal(text: str) -> str:
    """The text without a byte order mark, each line ended by a line feed."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def is_fence(line: str) -> bool:
    return line.rstrip(" \t") == FENCE


def unopened(lines: Sequence[str], *, path: str) -> Problem:
    """A file without front matter, or with front matter that is not where it must be."""
    first = next((number for number, line in enumerate(lines) if line.strip()), None)
    help = "begin with a line `---`, then `key: value` lines, then a line `---`"
    if first is None:
        message = "the file is empty"
    elif first and is_fence(lines[first]):
        message, help = "the front matter does not begin on the first line", "delete the lines above it"
    elif ALMOST_A_FENCE.fullmatch(lines[first]):
        message, help = "the first line is not `---`", "write three hyphens, from the first column, and nothing else"
    else:
        message = "the file has no front matter"
    width = max(1, len(lines[0].rstrip()))
    return Problem(code="no-front-matter", place=Place(path=path, line=1, width=width), message=message, help=help)


def unclosed(lines: Sequence[str], *, path: str) -> Problem:
    """Front matter that never ends, and where its end was probably meant."""
    return Problem(
        code="open-front-matter",
        place=Place(path=path, line=1, width=len(FENCE)),
        message="the front matter that opens here is never closed",
        help=likely_end(lines),
    )


def likely_end(lines: Sequence[str]) -> str:
    for number, line in enumerate(lines[1:], start=2):
        if ALMOST_A_FENCE.fullmatch(line):
            return f"write line {number} as three hyphens, from the first column, and nothing else"
        if not OF_A_HEAD.match(line):
            return f"put a line `---` above line {number}, where the front matter seems to end"
    return "put a line `---` below its last line"


def read(written: Sheet, *, whole: Place, body: str, body_line: int) -> Read:
    """What a sheet says: bounded and free of control characters before any YAML is read."""
    refused = tuple(islice(refusals(written), SHOWN))
    if refused:
        return Read(head=None, problems=refused)
    walk = walked(written)
    problems = in_order(walk.problems)
    if any(problem.code != "repeated-key" for problem in problems):
        return Read(head=None, problems=problems)
    head = Head(
        data=walk.data,
        places={**walk.places, ROOT: whole},
        keys=walk.keys,
        quoted=frozenset(walk.quoted),
        body=body,
        body_line=body_line,
    )
    return Read(head=head, problems=problems)


def refusals(written: Sheet) -> Iterator[Problem]:
    """What is refused before the parser sees it."""
    if len(written.text) > LARGEST:
        yield Problem(
            code="over-limit",
            place=written.place_at(LARGEST, 1),
            message=f"more than {LARGEST // 1024} kB of YAML in one file",
            help="move long texts below the front matter, or make several records of this one",
        )
        return
    yield from control_characters(written)
    if found := LEADING_DIRECTIVE.match(written.text):
        yield directive(written.place_at(found.start("directive"), len(found["directive"])))


def walked(written: Sheet) -> Walk:
    """The walk over all events of the quick parser or, where it stumbles, of the one that tells better why."""
    walk = Walk(written, quick_events(written.text))
    try:
        walk.stream()
    except yaml.YAMLError:
        walk = Walk(written, patient_events(written.text))
        try:
            walk.stream()
        except yaml.MarkedYAMLError as error:
            walk.problems.extend(unless_told(mistake(error, walk), walk.problems))
    return walk


def unless_told(problem: Problem, told: Sequence[Problem]) -> tuple[Problem, ...]:
    """The problem, unless a sign refused on the same line is what led to it."""
    refused = {earlier.place.line for earlier in told if earlier.code == "yaml-feature"}
    return () if problem.place.line in refused else (problem,)


def quick_events(text: str) -> Iterator[Event]:
    """The events as libyaml tells them: twenty times as fast, and without recursion, so that no nesting hurts it."""
    return iter(yaml.CSafeLoader(text).get_event, None) if yaml.__with_libyaml__ else patient_events(text)


def patient_events(text: str) -> Iterator[Event]:
    """The events as pure Python tells them, every failure of it a YAML error with its mark."""
    loader = yaml.SafeLoader(text)
    try:
        while loader.check_event():
            yield loader.get_event()  # type: ignore[no-untyped-call]  # the stubs leave it bare
    except (ValueError, OverflowError) as error:
        # A number too large for its purpose: the character of a `\U` escape or the version of a directive.
        mark = loader.get_mark()
        escape = text[: mark.index].endswith("\\U")
        reading = "while scanning a double-quoted scalar" if escape else "while scanning a directive"
        raise yaml.MarkedYAMLError(reading, None, str(error), mark) from error
    finally:
        loader.dispose()
