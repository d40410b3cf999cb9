"""What parsing gives: a value if there is one, and every problem met on the way."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from dossier.model.key import Key
from dossier.problems import Problem

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, kw_only=True)
class Parsed(Generic[T_co]):
    """A value, or None where the file is too broken to give one; ``key`` and ``names`` tell of a record even then.

    ``outline`` is a digest of the head of a record's file, with its path, and ``body`` one of all below it.
    """

    value: T_co | None
    problems: tuple[Problem, ...]
    key: Key | None = None
    names: tuple[str, ...] = ()
    outline: str = ""
    body: str = ""
