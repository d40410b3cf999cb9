"""What stands in the output before a build: what earlier builds wrote there, and what others did."""

import os
from collections.abc import Iterator, Mapping
from hashlib import file_digest
from pathlib import Path
from stat import S_ISREG

from msgspec import Struct, field

from dossier import stood
from dossier.model.site import File
from dossier.stood import Stood
from dossier.write import manifest
from dossier.write.errors import told
from dossier.write.files import folders


class Standing(Struct, frozen=True, kw_only=True):
    """An output as it stands: files by path, links never followed, ours by the manifest and the rest foreign.

    ``hashes`` are those that the manifest gives; ``stood`` tells how every file stands.
    """

    folder: Path
    has_manifest: bool
    ours: frozenset[str]
    foreign: frozenset[str]
    hashes: Mapping[str, str] = field(default_factory=dict)
    stood: Mapping[str, Stood] = field(default_factory=dict)

    def holds(self, file: File) -> bool:
        """Whether this very file is there already, bytes and all."""
        if file.path not in self.ours or self.hashes.get(file.path, file.hash) != file.hash:
            return False
        try:
            with os.fdopen(os.open(self.folder / file.path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as old:
                is_file = S_ISREG(os.fstat(old.fileno()).st_mode)
                return is_file and file_digest(old, "sha256").hexdigest() == file.hash
        except OSError:
            return False


def standing(output: Path) -> Standing:
    """What stands there now; nothing, if the folder is not there."""
    with told(output):
        here = dict(leaves(output)) if output.exists() else {}
        listed = manifest.listed(output)
    ours = here.keys() & ({*listed, manifest.NAME} if listed is not None else set())
    return Standing(
        folder=output,
        has_manifest=listed is not None,
        ours=frozenset(ours),
        foreign=frozenset(here.keys() - ours),
        hashes=listed or {},
        stood=here,
    )


def leaves(folder: Path) -> Iterator[tuple[str, Stood]]:
    """The path of everything below a folder that is not itself a folder, and how it stands."""
    waiting = [""]
    while waiting:
        below = waiting.pop()
        with os.scandir(folder / below) as found:
            for entry in found:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{below}{entry.name}/")
                else:
                    yield f"{below}{entry.name}", stood.of(entry.stat(follow_symlinks=False))


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
