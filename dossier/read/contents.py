"""What is in a file: read whole or not at all, never past its limit, never while it is being changed."""

import os
import stat
import time
from collections.abc import Iterable
from dataclasses import dataclass

from dossier.problems import DossierError, Place, Problem
from dossier.read.decoding import decoded
from dossier.read.folder import Entry

TEXT_LIMIT = 2_000_000  # bytes; a book is half of it, so a larger text is a mistake (a log, a dump, a renamed film)
PICTURE_LIMIT = 20_000_000  # bytes; no reader's phone is well served by more
SETTLING = 0.05  # seconds; an editor that is saving has finished by then


@dataclass(frozen=True, kw_only=True)
class Text:
    """A text file: its path below the project, and its words with one line feed at the end of each line."""

    path: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Blob:
    """A file of bytes: a picture with its path below the project, an asset with its name in the look."""

    path: str
    data: bytes


class Changing(Exception):
    """The file changed while it was being read."""


def texts(entries: Iterable[Entry]) -> tuple[tuple[Text, ...], tuple[Problem, ...]]:
    """The texts of these files, and what is wrong with them as texts."""
    found: list[Text] = []
    problems: list[Problem] = []
    for entry in entries:
        data = contents(entry, limit=TEXT_LIMIT)
        if isinstance(data, Problem):
            problems.append(data)
            continue
        text, wrong = decoded(data, path=entry.path)
        problems.extend(wrong)
        if text is not None:
            found.append(Text(path=entry.path, text=text))
    return tuple(found), tuple(problems)


def blobs(entries: Iterable[Entry]) -> tuple[tuple[Blob, ...], tuple[Problem, ...]]:
    """The bytes of these files, bar those over the limit."""
    found: list[Blob] = []
    problems: list[Problem] = []
    for entry in entries:
        data = contents(entry, limit=PICTURE_LIMIT)
        if isinstance(data, Problem):
            problems.append(data)
        else:
            found.append(Blob(path=entry.path, data=data))
    return tuple(found), tuple(problems)


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
