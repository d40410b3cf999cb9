"""Bytes by name, each in a file of its own with what proves it whole and ours.

This is loaded before it is known whether anything has to be done, so it loads next to nothing itself.
"""

import os
from contextlib import suppress
from hashlib import blake2b

from dossier.stood import at_once

HEADER = b"explainer-dossier cache 1\n"
SIZE = 16  # bytes of a digest


class Store:
    """The cache of a project; ``stamp`` names what fills it: the program in this very version. A sealed one is read."""

    def __init__(self, project: str | os.PathLike[str], stamp: str, *, is_sealed: bool = False) -> None:
        self.folder = os.path.join(project, ".dossier", "cache")
        self.stamp, self.is_sealed = stamp, is_sealed

    def get(self, name: str) -> bytes | None:
        """What was put there under this name, if it is whole and of this version."""
        try:
            with open(os.path.join(self.folder, name), "rb", opener=at_once) as file:
                head, data = file.read(len(HEADER) + SIZE), file.read()
        except OSError:
            return None
        return data if head == HEADER + self.proof(data) else None

    def put(self, name: str, data: bytes) -> None:
        """Keeps bytes under a name; a disk that will not have them costs the next build some time."""
        if self.is_sealed:
            return
        file = os.path.join(self.folder, name)
        aside = f"{file}.{os.getpid()}"
        with suppress(OSError):
            self.hide()
            os.makedirs(os.path.dirname(file), exist_ok=True)
            try:
                with open(aside, "wb") as opened:
                    opened.write(HEADER + self.proof(data))
                    opened.write(data)
                os.replace(aside, file)
            except BaseException:
                with suppress(OSError):
                    os.unlink(aside)
                raise

    def sweep(self, prefix: str, *, most: int) -> None:
        """Forgets all but the newest so many of the names that begin so, and what builds left that were killed."""
        if self.is_sealed:
            return
        files = [os.path.join(folder, name) for folder, _, names in os.walk(self.folder) for name in names]
        begun, left = os.path.join(self.folder, prefix), [file for file in files if is_left_over(file)]
        kept = sorted((file for file in files if file.startswith(begun) and file not in left), key=last_written)
        for file in (*left, *kept[:-most]):
            with suppress(OSError):
                os.unlink(file)

    def hide(self) -> None:
        """Keeps the cache out of what its project keeps for good."""
        os.makedirs(self.folder, exist_ok=True)
        with suppress(FileExistsError), open(os.path.join(self.folder, ".gitignore"), "x") as file:
            file.write("*\n")

    def proof(self, data: bytes) -> bytes:
        """What only these bytes have, put there by this version."""
        return blake2b(data, digest_size=SIZE, key=self.stamp.encode()).digest()

    def moment(self) -> int:
        """The present by the clock of the disk, in nanoseconds, to be held against the times of files; 0 if unknown."""
        touched = os.path.join(self.folder, f"now.{os.getpid()}")
        try:
            self.hide()
            with open(touched, "wb") as file:
                known = os.fstat(file.fileno())
            os.unlink(touched)
        except OSError:
            return 0
        return known.st_mtime_ns


def last_written(file: str) -> int:
    """The time at which a file was last written, in nanoseconds; of one that is gone by now the earliest."""
    try:
        return os.stat(file, follow_symlinks=False).st_mtime_ns
    except OSError:
        return 0


def is_left_over(file: str) -> bool:
    """Whether a file is one that a process writes aside, and that process is no more."""
    _, _, process = file.rpartition(".")
    if not process.isdecimal():
        return False
    try:
        os.kill(int(process), 0)
    except (ProcessLookupError, OverflowError):
        return True
    except OSError:
        return False  # somebody else's
    return False
