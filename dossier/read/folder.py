"""What stands in a folder: its plain files, however deep; no link is followed and nothing else is opened."""

import os
import stat
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from msgspec import Struct

from dossier.problems import DossierError, Place, Problem, visible

# What editors and file managers leave beside a file: never content, and never worth a word.
CLUTTER = (".*", "*~", "#*#", "4913", "*.swp", "*.tmp", "Thumbs.db")


class Entry(Struct, frozen=True, kw_only=True):
    """A plain file: where it is, and its path as authors know it, below the project and with ``/``."""

    file: str
    path: str


class Listing(Struct, frozen=True, kw_only=True):
    """The plain files below a folder in order of path, and what else stood there."""

    files: tuple[Entry, ...]
    problems: tuple[Problem, ...]


def files(folder: Path, *, label: str) -> Listing:
    """Every plain file below ``folder``, which authors know as ``label``."""
    if folder.is_symlink():
        return Listing(files=(), problems=(not_a_file(label, stat.S_IFLNK),))
    found: list[Entry] = []
    problems: list[Problem] = []
    waiting = [(os.fspath(folder), label)]
    while waiting:
        here, name = waiting.pop()
        for entry in entries(here):
            path = f"{name}/{entry.name}"
            if not entry.name.isprintable():
                problems.append(unprintable(path))
            elif entry.is_dir(follow_symlinks=False):
                waiting.append((entry.path, path))
            elif entry.is_file(follow_symlinks=False):
                found.append(Entry(file=entry.path, path=path))
            else:
                problems.append(not_a_file(path, entry.stat(follow_symlinks=False).st_mode))
    return Listing(files=tuple(sorted(found, key=lambda entry: entry.path)), problems=tuple(problems))


def entries(folder: str) -> Iterator[os.DirEntry[str]]:
    """What stands in one folder, bar clutter; a folder that cannot be listed is never taken for an empty one."""
    try:
        with os.scandir(folder) as listed:
            yield from (entry for entry in listed if not is_clutter(entry.name))
    except OSError as error:
        raise DossierError(f"{folder} cannot be read: {error.strerror}") from error


def is_clutter(name: str) -> bool:
    """Whether an editor or a file manager left this here."""
    return any(fnmatchcase(name, pattern) for pattern in CLUTTER)


def not_a_file(path: str, mode: int) -> Problem:
    """A link, a pipe, a socket or a device where only files and folders belong."""
    return Problem(
        code="not-a-file",
        place=Place(path=visible(path), line=1),
        message=f"`{visible(path)}` is {what(mode)}, not a file or a folder",
        help="put the file itself here" if stat.S_ISLNK(mode) else "take it away",
    )


def what(mode: int) -> str:
    """What such a mode stands for, in words."""
    if stat.S_ISLNK(mode):
        return "a symbolic link"
    if stat.S_ISFIFO(mode):
        return "a named pipe"
    return "a socket" if stat.S_ISSOCK(mode) else "a device"


def unprintable(path: str) -> Problem:
    """A name that a terminal, an address or another system could not show."""
    return Problem(
        code="bad-id",
        place=Place(path=visible(path), line=1),
        message=f"the name `{visible(path)}` holds characters that cannot be shown",
        help="rename it with letters, digits and `-`",
    )
