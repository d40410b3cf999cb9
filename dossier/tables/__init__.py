"""Tables for other programs: what each column holds is said once, and every format is made from that."""

from enum import Enum

from msgspec import Struct

VERSION = 1  # raised when a reader of the files would have to change; a new column alone does not raise it

Cell = str | int | float | bool | None | tuple[str, ...]


class Holds(Enum):
    """What the cells of a column are."""

    WORDS = "words"
    WHOLE = "whole"
    NUMBER = "number"
    FLAG = "flag"
    DAY = "day"


class Column(Struct, frozen=True, kw_only=True):
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


class Table(Struct, frozen=True, kw_only=True):
    """Rows under typed columns; the first column is the key."""

    name: str
    means: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


class Header(Struct, frozen=True, kw_only=True):
    """What every data file says of the dossier it is from."""

    title: str
    covers: str
    licence: str
    generator: str = "explainer-dossier"


class Document(Struct, frozen=True, kw_only=True):
    """One table with its header, as one file."""

    header: Header
    table: Table


class Ledger(Struct, frozen=True, kw_only=True):
    """Every table; ``id`` is the address under which the schema of their files is published."""

    id: str
    header: Header
    tables: tuple[Table, ...]
