"""What stands in the output before a build: what earlier builds wrote there, and what others did."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dossier.write import manifest
from dossier.write.errors import told
from dossier.write.files import File, folders


@dataclass(frozen=True, kw_only=True)
class Standing:
    """An output as it stands: files by path, links never followed, ours by the manifest and the rest foreign."""

    folder: Path
    has_manifest: bool
    ours: frozenset[str]
    foreign: frozenset[str]

    def holds(self, file: File) -> bool:
        """Whether this very file is there already, bytes and all."""
        if file.path not in self.ours:
            return False
        try:
            with os.fdopen(os.open(self.folder / file.path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as old:
                return old.read(len(file.data) + 1) == file.data
        except OSError:
            return False


Stood = tuple[int, int, int, int]


def how_stands(file: Path) -> Stood | None:
    """What tells a file from any other that might stand there: its size, place on the disk, and times.

    The time of its writing can be set back by whoever wrote over it; that of any change cannot.
    """
    try:
        known = file.lstat()
    except OSError:
        return None
    return known.st_size, known.st_mtime_ns, known.st_ino, known.st_ctime_ns


def standing(output: Path) -> Standing:
    """What stands there now; nothing, if the folder is not there."""
    with told(output):
        here = frozenset(leaves(output)) if output.exists() else frozenset()
        listed = manifest.paths(output)
    ours = here & (listed or frozenset())
    return Standing(folder=output, has_manifest=listed is not None, ours=ours, foreign=here - ours)


def leaves(folder: Path) -> Iterator[str]:
    """The path of everything below a folder that is not itself a folder."""
    waiting = [""]
    while waiting:
        below = waiting.pop()
        with os.scandir(folder / below) as found:
            for entry in found:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{below}{entry.name}/")
                else:
                    yield f"{below}{entry.name}"


def remove(old: Standing) -> int:
    """Removes our files, the manifest last, and each folder that this leaves empty; says how many files."""
    # The manifest goes last: a clean that is killed can be run again.
    for path in sorted(old.ours, key=lambda path: (path == manifest.NAME, path)):
        (old.folder / path).unlink()
    for name in (*sorted(folders(old.ours), reverse=True), "."):
        folder = old.folder / name
        if not any(folder.iterdir()):
            folder.rmdir()
    return len(old.ours)
