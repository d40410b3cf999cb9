"""What is in a file: read whole or not at all, never past its limit, never while it is being changed."""

import os
import stat
import time
from collections.abc import Callable, Iterable
from functools import cached_property
from hashlib import blake2b

from msgspec import Struct

from dossier import stood
from dossier.problems import DossierError, Place, Problem
from dossier.read.decoding import decoded
from dossier.read.folder import Entry

TEXT_LIMIT = 2_000_000  # bytes; a book is half of it, so a larger text is a mistake (a log, a dump, a renamed film)
PICTURE_LIMIT = 20_000_000  # bytes; no reader's phone is well served by more
SETTLING = 0.05  # seconds; an editor that is saving has finished by then


class Text(Struct, frozen=True, kw_only=True, dict=True):
    """A text file: its path below the project, and its words with one line feed at the end of each line."""

    path: str
    text: str

    @cached_property
    def digest(self) -> str:
        """A short name for these very words."""
        return blake2b(self.text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


class Blob(Struct, frozen=True, kw_only=True):
    """A file of bytes: a picture with its path below the project, an asset with its name in the look."""

    path: str
    data: bytes


class Changing(Exception):
    """The file changed while it was being read."""


Found = tuple[Text | Blob | None, tuple[Problem, ...]]


class Earlier:
    """What the readings of one process found, so that the next opens only what has changed.

    A file is what it was where its size, its times and its place on the disk are, and the last change came long enough
    before it was read that the disk's clock had moved on since.
    """

    def __init__(self) -> None:
        self.held: dict[tuple[str, str], tuple[stood.Stood, Found]] = {}
        self.moment = 0

    def begin(self, moment: int) -> None:
        """Another reading begins, at this time by the clock of the disk, in nanoseconds."""
        self.moment = moment

    def once(self, entry: Entry, read: Callable[[Entry], Found]) -> Found:
        """What was found in a file, if it is what it was, else what is read now."""
        how = stood.at(entry.file)
        held = self.held.get((entry.file, entry.path))
        if held and held[0] == how:
            return held[1]
        found = read(entry)
        if how and not stood.is_fresh(how, self.moment):
            self.held[entry.file, entry.path] = (how, found)
        return found


def texts(entries: Iterable[Entry], earlier: Earlier | None = None) -> tuple[tuple[Text, ...], tuple[Problem, ...]]:
    """The texts of these files, and what is wrong with them as texts."""
    found, problems = each(entries, text, earlier)
    return tuple(one for one in found if isinstance(one, Text)), problems


def blobs(entries: Iterable[Entry], earlier: Earlier | None = None) -> tuple[tuple[Blob, ...], tuple[Problem, ...]]:
    """The bytes of these files, bar those over the limit."""
    found, problems = each(entries, blob, earlier)
    return tuple(one for one in found if isinstance(one, Blob)), problems


def each(
    entries: Iterable[Entry], read: Callable[[Entry], Found], earlier: Earlier | None
) -> tuple[list[Text | Blob | None], tuple[Problem, ...]]:
    """What is in these files, and what is wrong with them."""
    outcomes = [earlier.once(entry, read) if earlier else read(entry) for entry in entries]
    return [found for found, _ in outcomes], tuple(problem for _, wrong in outcomes for problem in wrong)


def text(entry: Entry) -> Found:
    """One file as a text."""
    data = contents(entry, limit=TEXT_LIMIT)
    if isinstance(data, Problem):
        return None, (data,)
    words, problems = decoded(data, path=entry.path)
    return Text(path=entry.path, text=words) if words is not None else None, problems


def blob(entry: Entry) -> Found:
    """One file as bytes."""
    data = contents(entry, limit=PICTURE_LIMIT)
    return (None, (data,)) if isinstance(data, Problem) else (Blob(path=entry.path, data=data), ())


def contents(entry: Entry, *, limit: int) -> bytes | Problem:
    """The whole file as it was at one moment; read a second time if it was being saved."""
    try:
        return snapshot(entry, limit=limit)
    except (Changing, FileNotFoundError):
        time.sleep(SETTLING)
    except OSError as error:
        raise unreadable(entry, error.strerror or "") from error
    try:
        return snapshot(entry, limit=limit)
    except Changing as error:
        raise unreadable(entry, "it is being changed by another program; run again when that is done") from error
    except OSError as error:
        raise unreadable(entry, error.strerror or "") from error


def unreadable(entry: Entry, reason: str) -> DossierError:
    return DossierError(f"{entry.file} cannot be read: {reason}")


def snapshot(entry: Entry, *, limit: int) -> bytes | Problem:
    """The whole file, if nothing touched it meanwhile."""
    # It was a plain file when it was listed; should a pipe or a link have taken its place, these flags keep us from
    # waiting for ever and from following it.
    with os.fdopen(os.open(entry.file, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW), "rb") as file:
        before = os.fstat(file.fileno())
        if not stat.S_ISREG(before.st_mode):
            raise Changing
        if before.st_size > limit:
            return over_limit(entry, before.st_size, limit)
        data = file.read(limit + 1)
        after = os.fstat(file.fileno())
    if (len(data), after.st_mtime_ns, after.st_ctime_ns) != (before.st_size, before.st_mtime_ns, before.st_ctime_ns):
        raise Changing
    return data


def over_limit(entry: Entry, size: int, limit: int) -> Problem:
    return Problem(
        code="over-limit",
        place=Place(path=entry.path, line=1),
        message=f"`{entry.path}` has {size / 1_000_000:.1f} MB; at most {limit // 1_000_000} MB are read",
        help="split the text" if limit == TEXT_LIMIT else "save the picture smaller",
    )
