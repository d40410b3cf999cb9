"""How files stand on the disk, and when that proves what is in them.

A file is taken to be the same where its size, its place on the disk and its times are. Of one that was changed less
than two seconds before it was read the times prove nothing, since the clock of a disk may tick that slowly: its bytes
are compared. This is loaded before it is known whether anything has to be done, so it loads next to nothing itself.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b

TICK = 2_000_000_000  # nanoseconds between two times that a disk can tell apart: on FAT, the coarsest in use
PACKAGE = os.path.dirname(os.path.realpath(__file__))

Stood = tuple[int, int, int, int]


def of(known: os.stat_result) -> Stood:
    """What tells a file from any other that might stand there: its size, place on the disk, and times.

    The time of its writing can be set back by whoever wrote over it; that of any change cannot.
    """
    return known.st_size, known.st_mtime_ns, known.st_ino, known.st_ctime_ns


def at(file: str | os.PathLike[str]) -> Stood | None:
    """How one file stands, if it is there; of a link, how that stands itself."""
    try:
        return of(os.lstat(file))
    except OSError:
        return None


def is_fresh(stood: Stood, moment: int) -> bool:
    """Whether a file was changed so shortly before this time, in nanoseconds, that it may change without a sign."""
    return stood[3] + TICK >= moment


class Seen:
    """How the files of a project stand that a build is going to read.

    ``moment`` is the time at which they were looked at, by the clock of their disk, in nanoseconds. ``unsure`` are the
    files whose times prove nothing by then, each with a short name for its bytes; these are read now, before anything
    else is.
    """

    def __init__(self, files: Mapping[str, Stood], moment: int) -> None:
        self.files = files
        self.unsure = {path: contents((path,)) for path, how in self.files.items() if is_fresh(how, moment)}


def looked(project: str | os.PathLike[str], moment: int) -> Seen:
    """How the files of a project stand now; ``moment`` is the present by the clock of their disk."""
    return Seen(dict(inputs(os.path.realpath(project))), moment)


def inputs(project: str) -> Iterator[tuple[str, Stood]]:
    """How everything stands that a build of this project reads."""
    packaged = (os.path.join(PACKAGE, "theme"), os.path.join(os.path.dirname(PACKAGE), "templates"))
    for folder in (os.path.join(project, "content"), os.path.join(project, "templates"), *packaged):
        yield from below(folder)


def below(folder: str) -> Iterator[tuple[str, Stood]]:
    """How everything in a folder stands; of folders no more is told than that they are there."""
    try:
        with os.scandir(folder) as entries:
            yield folder, (0, 0, 0, 0)
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    yield from below(entry.path)
                else:
                    yield entry.path, of(entry.stat(follow_symlinks=False))
    except OSError:
        yield folder, (-1, -1, -1, -1)


def contents(files: Iterable[str]) -> bytes:
    """A short name for the bytes of some files."""
    told = blake2b(digest_size=16)
    for file in files:
        try:
            with open(file, "rb", opener=at_once) as opened:
                told.update(blake2b(opened.read()).digest())
        except OSError:
            told.update(b"\0")
    return told.digest()


def at_once(path: str, flags: int) -> int:
    """Opens a file, and waits for nobody to write to it where it is a pipe."""
    return os.open(path, flags | os.O_NONBLOCK)
