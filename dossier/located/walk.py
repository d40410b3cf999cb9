"""One pass over the parser's events: plain data, the place of everything in it, and what the data may not use."""

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import TypeAlias

from yaml.events import (
    CollectionStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from dossier.located.sheet import CONTROL, Sheet, control_escapes, span
from dossier.problems import Place, Problem

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
Path: TypeAlias = tuple[str | int, ...]

DEPTH = 20  # levels: no record needs more than five or six, and whoever walks the data must not run out of stack
ROOT: Path = ()
SHARING = {  # what each sign at the head of a value begins in YAML, and what to write instead
    "*": ("a YAML alias", "write the value itself here, or put it"),
    "&": ("a YAML anchor", "leave it out, or put the whole value"),
    "!": ("a YAML tag", "leave it out, or put the whole value"),
}


class TooDeep(Exception):
    """The data goes deeper than anyone writes by hand; the walk has said where."""


class Walk:
    """What one pass has found so far: where the parser stumbles, the walk keeps what it had."""

    def __init__(self, sheet: Sheet, events: Iterator[Event]) -> None:
        self.sheet = sheet
        self.events = events
        self.has_hashes = "#" in sheet.text
        self.data: dict[str, Value] = {}
        self.places: dict[Path, Place] = {}
        self.keys: dict[Path, Place] = {}
        self.quoted: set[Path] = set()
        self.problems: list[Problem] = []
        self.last: Event | None = None
        self.unclosed: list[CollectionStartEvent] = []

    def take(self) -> Event:
        self.last = next(self.events)
        return self.last

    def report(self, code: str, place: Place, message: str, help: str) -> None:
        self.problems.append(Problem(code=code, place=place, message=message, help=help))

    def stream(self) -> None:
        """Walk the whole stream, as far as it goes."""
        with suppress(TooDeep):
            self.only_document()

    def only_document(self) -> None:
        """Walk what a stream may hold: one mapping or nothing at all."""
        self.take()  # the stream begins
        if isinstance(self.take(), StreamEndEvent):
            return
        root = self.take()
        value = self.value(root, ROOT)
        self.take()  # the document ends
        if isinstance(value, dict):
            self.data = value
        elif value != "" or ROOT in self.quoted:
            self.refuse_root(root, value)
        if not isinstance(second := self.take(), StreamEndEvent):
            self.report(
                "yaml-feature",
                self.sheet.place_of(second),
                "a second YAML document begins here, and a file holds one",
                "leave this line out, or put words that begin with `---` in quotes",
            )

    def refuse_root(self, event: Event, value: Value) -> None:
        self.report(
            "wrong-type",
            self.sheet.place_of(event),
            f"{'words' if isinstance(value, str) else 'a list'} where lines of `key: value` belong",
            "give each value its key, a colon and a space: `title: …`",
        )

    def value(self, event: Event, at: Path) -> Value:
        self.refuse_sharing(event)
        if isinstance(event, ScalarEvent):
            return self.scalar(event, at)
        if isinstance(event, CollectionStartEvent):
            return self.collection(event, at)
        return ""  # an alias, which has been refused

    def scalar(self, event: ScalarEvent, at: Path) -> str:
        self.places[at] = self.sheet.place_of(event)
        # A repeated key puts a second value on the same path, where the quotes of the first count no more.
        (self.quoted.add if event.style else self.quoted.discard)(at)
        self.refuse_characters(event)
        if self.has_hashes:
            self.refuse_cut(event)
        return event.value

    def collection(self, event: CollectionStartEvent, at: Path) -> Value:
        if len(at) == DEPTH:
            self.report(
                "over-limit",
                self.sheet.place_of(event),
                f"lists and keys within one another are more than {DEPTH} levels deep here",
                "write it flatter, or put the value in quotes if the brackets belong to the words",
            )
            raise TooDeep
        self.unclosed.append(event)
        value = self.pairs(at) if isinstance(event, MappingStartEvent) else self.items(at)
        self.unclosed.pop()
        self.places[at] = self.sheet.place_of(event, self.last)
        return value

    def items(self, at: Path) -> list[Value]:
        values: list[Value] = []
        while not isinstance(item := self.take(), SequenceEndEvent):
            values.append(self.value(item, (*at, len(values))))
        return values

    def pairs(self, at: Path) -> dict[str, Value]:
        data: dict[str, Value] = {}
        firsts: dict[str, Place] = {}
        while not isinstance(event := self.take(), MappingEndEvent):
            place = self.sheet.place_of(event)
            key = self.key(event, at, place)
            path = (*at, key)
            first = firsts.setdefault(key, place)
            if key and first is not place:
                self.repeated(key, place, first=first)
            self.keys[path] = place
            data[key] = self.value(self.take(), path)
        return data

    def key(self, event: Event, at: Path, place: Place) -> str:
        """The words of a key; nothing where it cannot be one, which has then been reported."""
        if not isinstance(event, ScalarEvent):
            self.complex_key(event, at)
            return ""
        self.refuse_sharing(event)
        self.refuse_characters(event)
        if not event.style:
            self.refuse_plain_key(event, place)
        return event.value

    def complex_key(self, event: Event, at: Path) -> None:
        self.value(event, (*at, "?"))  # what is wrong inside is told too
        if isinstance(event, CollectionStartEvent):
            self.report(
                "yaml-feature",
                self.sheet.place_of(event),
                "a list or a mapping cannot be a key",
                "write one word as the key, or put the whole value in quotes if the brackets belong to the words",
            )

    def repeated(self, key: str, place: Place, *, first: Place) -> None:
        self.report(
            "repeated-key",
            place,
            f"`{key}` is said twice, first on line {first.line}",
            "keep one of the two; for several values write a list under one key",
        )

    def refuse_plain_key(self, event: ScalarEvent, place: Place) -> None:
        start, _ = span(event)
        before = self.sheet.lines[start.line][: start.column].rstrip(" \t") if start.column else ""
        if before.endswith("?"):
            sign = self.sheet.place(start.line, len(before) - 1, 1)
            self.report("yaml-feature", sign, "`? ` begins a YAML key of several lines", "write `key: value`")
        elif event.value == "<<":
            self.report("yaml-feature", place, "`<<` merges another mapping in", "write the keys themselves here")
        elif not event.value:
            self.report("bad-yaml", place, "a key is missing before this colon", "write `key: value`")
        elif event.value != event.value.strip():
            # Pasted no-break spaces indent nothing: they become part of the key, where nobody can see them.
            self.report("bad-yaml", place, "this key holds a blank that is no ordinary space", "type spaces instead")

    def refuse_sharing(self, event: Event) -> None:
        """No alias, anchor or tag: a record says everything where it stands, in the words typed."""
        if not isinstance(event, NodeEvent) or (event.anchor is None and getattr(event, "tag", None) is None):
            return
        start, _ = span(event)
        sign = re.split(r"[\s,\[\]{}]", self.sheet.lines[start.line][start.column :], maxsplit=1)[0]
        what, instead = SHARING[sign[0]]
        self.report(
            "yaml-feature",
            self.sheet.place(start.line, start.column, len(sign)),
            f"`{sign}` is {what}",
            f"{instead} in quotes if the `{sign[0]}` belongs to the words",
        )

    def refuse_cut(self, event: ScalarEvent) -> None:
        """No comment behind bare words: YAML ends `Case #5` after `Case`, and nobody sees it."""
        if event.style or not event.value:
            return
        _, end = span(event)
        behind = self.sheet.lines[end.line][end.column :]
        if not behind.lstrip().startswith("#"):
            return
        self.report(
            "yaml-feature",
            self.sheet.place(end.line, end.column + len(behind) - len(behind.lstrip()), 1),
            "` #` begins a YAML comment, and the value ends before it",
            "put the value in quotes if the words belong to it, or the comment on a line of its own",
        )

    def refuse_characters(self, event: ScalarEvent) -> None:
        if event.style == '"' and CONTROL.search(event.value):  # as typed, they have been refused before
            self.problems.extend(control_escapes(self.sheet, event))
