"""What the server and the process that builds tell each other: values, each after its own length."""

import pickle
from pathlib import Path
from typing import BinaryIO, TypeAlias

from msgspec import Struct

from dossier.model.run import Options, Report

LENGTH = 8  # bytes that say how long a value is


class Job(Struct, frozen=True, kw_only=True):
    """A build that is wanted."""

    project: Path
    options: Options


class Refused(Struct, frozen=True, kw_only=True):
    """Why a build could not run."""

    reason: str


Answer: TypeAlias = Report | Refused


def framed(value: Job | Answer) -> bytes:
    """A value as it goes through a pipe."""
    data = pickle.dumps(value)
    return len(data).to_bytes(LENGTH) + data


def job(pipe: BinaryIO) -> Job | None:
    """The next build that is wanted; none when nobody is left to want one."""
    length = pipe.read(LENGTH)
    data = pipe.read(int.from_bytes(length))
    # Only our own other half writes to this pipe.
    found = pickle.loads(data) if data else None
    return found if isinstance(found, Job) else None


def answer(data: bytes) -> Answer:
    """What came of a build."""
    found = pickle.loads(data)
    if isinstance(found, Report | Refused):
        return found
    raise TypeError(f"not what a build comes to: {found!r}")
