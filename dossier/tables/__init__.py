"""Tables for other programs: what each column holds is said once, and every format is made from that."""

from dataclasses import dataclass
from enum import Enum

VERSION = 1  # raised when a reader of the files would have to change; a new column alone does not raise it

Cell = str | int | float | bool | None | tuple[str, ...]


class Holds(Enum):
    """What the cells of a column are."""

    WORDS = "words"
    WHOLE = "whole"
    NUMBER = "number"
    FLAG = "flag"
    DAY = "day"


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column with what its cells mean.

    ``refers`` names the table and column in which its values stand, as ``entities.id``; ``is_many`` says that a cell
    is a list, and ``may_lack`` that it may hold nothing.
    """

    name: str
    means: str
    holds: Holds = Holds.WORDS
    choices: tuple[str, ...] = ()
    refers: str = ""
    is_unique: bool = False
    is_many: bool = False
    may_lack: bool = False


@dataclass(frozen=True, kw_only=True)
class Table:
    """Rows under typed columns; the first column is the key."""

    name: str
    means: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Header:
    """What every data file says of the dossier it is from."""

    title: str
    covers: str
    licence: str
    generator: str = "explainer-dossier"


@dataclass(frozen=True, kw_only=True)
class Document:
    """One table with its header, as one file."""

    header: Header
    table: Table


@dataclass(frozen=True, kw_only=True)
class Ledger:
    """Every table; ``id`` is the address under which the schema of their files is published."""

    id: str
    header: Header
    tables: tuple[Table, ...]
