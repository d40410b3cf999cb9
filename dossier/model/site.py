"""The site that is to be made: every page with its address, its maker and a finished view."""

from collections.abc import Callable

from msgspec import Struct

from dossier.model.key import Key
from dossier.model.printed import hash_of


class Planned(Struct, frozen=True, kw_only=True):
    """One file of the site: a template's name, or the name of a data maker, and what it is given.

    ``told`` is the record that a problem of this page is told at, as a path; empty for pages of no one record.
    """

    url: str
    maker: str
    view: object
    told: str = ""


class Task(Struct, frozen=True, kw_only=True):
    """Files of the site that are planned together when they are wanted: a page by its address, or several by a name.

    ``key`` is the record whose page it is, ``given`` what it is told besides the dossier. What is ``whole`` shows
    something of every record, and takes its time.
    """

    name: str
    plan: Callable[[], Planned | tuple[Planned, ...]]
    key: Key | None = None
    given: tuple[str, ...] = ()
    is_whole: bool = False

    @property
    def planned(self) -> tuple[Planned, ...]:
        """The files, planned now."""
        planned = self.plan()
        return planned if isinstance(planned, tuple) else (planned,)


class File(Struct, frozen=True, kw_only=True):
    """A file of the site: its path below the output folder, with ``/``, the hash of its bytes, and the bytes.

    There are no ``data`` where they have been put on the disk already.
    """

    path: str
    hash: str
    data: bytes | None

    @classmethod
    def of(cls, path: str, data: bytes) -> "File":
        """A file that is still to be put on the disk."""
        return cls(path=path, hash=hash_of(data), data=data)


class Site(Struct, frozen=True, kw_only=True):
    """All that a site is made of: the tasks that make its pages and files, and what is carried over."""

    tasks: tuple[Task, ...]
    assets: tuple[File, ...]
