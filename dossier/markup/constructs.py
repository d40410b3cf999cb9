"""What the grammar finds in a body: each construct with its extent, its meaning and what is wrong with it."""

from collections.abc import Mapping
from typing import Protocol

from msgspec import Struct

from dossier.model.prose import Reference
from dossier.problems import Place, Problem


class Placing(Protocol):
    """What knows where a stretch of a body stands in its file."""

    def place(self, start: int, end: int) -> Place: ...


class Code(Struct, frozen=True, kw_only=True):
    """Words shown letter by letter: a code span, or a fenced block."""

    text: str
    fenced: bool = False


class Link(Struct, frozen=True, kw_only=True):
    """A link to another site; ``label`` where the address itself was typed between angle brackets."""

    href: str
    title: str = ""
    label: str = ""


class Attributes(Struct, frozen=True, kw_only=True):
    """``{#id .class}`` of a heading or block."""

    place: Place
    id: str = ""
    classes: tuple[str, ...] = ()


class Broken(Struct, frozen=True, kw_only=True):
    """What has been told as a problem and shows as nothing more; words inside it stay."""


Meaning = Reference | Code | Link | Attributes | Broken


class Construct(Struct, frozen=True, kw_only=True):
    """A stretch of the text with one meaning; ``words`` are the extent of what a span encloses."""

    start: int
    end: int
    meaning: Meaning
    words: tuple[int, int] | None = None
    problems: tuple[Problem, ...] = ()
    alone: bool = False  # a block of its own
    attributes: Attributes | None = None  # in braces right behind it


class Definition(Struct, frozen=True, kw_only=True):
    """Where a reference link leads: ``[label]: address "title"``."""

    address: str
    title: str


Definitions = Mapping[str, Definition]


def broken(start: int, end: int, problem: Problem, *, alone: bool = False) -> Construct:
    """A construct that means nothing but its problem."""
    return Construct(start=start, end=end, meaning=Broken(), problems=(problem,), alone=alone)
