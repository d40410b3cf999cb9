"""What the command and the process that typesets tell each other: lines of JSON, read and written here."""

import json
from enum import Enum
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import asdict


class Step(Enum):
    """How far the work is."""

    BUILDING = "building the site"
    READING = "reading the page"
    SETTING = "setting pages"
    WRITING = "writing the PDF"


class Job(Struct, frozen=True, kw_only=True):
    """A page of a site that is to be typeset: the files it may be made from, those it carries, and where it goes.

    ``day`` is its date where the page names none of its own.
    """

    site: str
    page: str
    files: tuple[str, ...]
    attached: tuple[str, ...]
    variant: str
    day: str
    to: str


class Ready(Struct, frozen=True, kw_only=True):
    """The typesetter is loaded."""


class Missing(Struct, frozen=True, kw_only=True):
    """What the typesetter cannot be loaded without: the extra, or a library of the system."""

    extra: bool
    reason: str


class At(Struct, frozen=True, kw_only=True):
    """How far the work is; pages are counted while they are set."""

    step: str
    page: int


class Outcome(Struct, frozen=True, kw_only=True):
    """What was typeset: pages, the hash of each file that went into it, and what the typesetter complained of."""

    pages: int
    made_from: dict[str, str]
    warnings: tuple[str, ...]


Told: TypeAlias = Ready | Missing | At | Outcome
KINDS: dict[str, type[Told]] = {kind.__name__: kind for kind in (Ready, Missing, At, Outcome)}


def as_line(told: Told | Job) -> str:
    """One line that says it."""
    return json.dumps({"kind": type(told).__name__, **asdict(told)}) + "\n"


def told(line: str) -> Told:
    """What a line of the press says."""
    said = json.loads(line, object_hook=tupled)
    return KINDS[said.pop("kind")](**said)


def job_from(line: str) -> Job:
    """What a line of the command asks for."""
    asked = json.loads(line, object_hook=tupled)
    del asked["kind"]
    return Job(**asked)


def tupled(fields: dict[str, object]) -> dict[str, object]:
    """Fields as values have them: JSON knows no tuples."""
    return {name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()}
