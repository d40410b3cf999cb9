"""What parsing gives: a value if there is one, and every problem met on the way."""

from hashlib import blake2b
from typing import Generic, TypeVar

from msgspec import Struct

from dossier.model.key import Key
from dossier.problems import Problem

T_co = TypeVar("T_co", covariant=True)


class Parsed(Struct, Generic[T_co], frozen=True, kw_only=True):
    """A value, or None where the file is too broken to give one; ``key`` and ``names`` tell of a record even then.

    ``outline`` is a digest of the head of a record's file, with its path, and ``body`` one of all below it, which
    begins on ``body_line``.
    """

    value: T_co | None
    problems: tuple[Problem, ...]
    key: Key | None = None
    names: tuple[str, ...] = ()
    outline: str = ""
    body: str = ""
    body_line: int = 0


def outline(path: str, head: str) -> str:
    """A digest of all that stands above a body, and of the path that gives the record its name."""
    return digest(path, head)


def below(first_line: int, text: str) -> str:
    """A digest of a body; its line counts, since the places of what stands in it do."""
    return digest(str(first_line), text)


def digest(*parts: str) -> str:
    """A short name for these very words."""
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
