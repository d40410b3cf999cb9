"""Bytes by name, each in a file of its own with what proves it whole and ours."""

import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

HEADER = b"explainer-dossier cache 1\n"
SIZE = 16  # bytes of a digest


@dataclass(frozen=True, kw_only=True)
class Store:
    """The cache of a project; ``stamp`` names what fills it: the program in this very version."""

    folder: Path
    stamp: str
    is_sealed: bool = False  # nothing is written

    def get(self, name: str) -> bytes | None:
        """What was put there under this name, if it is whole and of this version."""
        try:
            found = (self.folder / name).read_bytes()
        except OSError:
            return None
        start = len(HEADER) + SIZE
        head, data = found[:start], found[start:]
        return data if head == HEADER + self.proof(data) else None

    def put(self, name: str, data: bytes) -> None:
        """Keeps bytes under a name; a disk that will not have them costs the next build some time."""
        file = self.folder / name
        if self.is_sealed:
            return
        with suppress(OSError):
            self.hide()
            file.parent.mkdir(parents=True, exist_ok=True)
            handle, aside = tempfile.mkstemp(prefix=".", dir=file.parent)
            try:
                with os.fdopen(handle, "wb") as opened:
                    opened.write(HEADER + self.proof(data))
                    opened.write(data)
                Path(aside).replace(file)
            except BaseException:
                Path(aside).unlink(missing_ok=True)
                raise

    def hide(self) -> None:
        """Keeps the cache out of what its project keeps for good."""
        self.folder.mkdir(parents=True, exist_ok=True)
        if not (self.folder / ".gitignore").exists():
            (self.folder / ".gitignore").write_text("*\n", encoding="utf-8")

    def proof(self, data: bytes) -> bytes:
        """What only these bytes have, put there by this version."""
        return blake2b(data, digest_size=SIZE, key=self.stamp.encode()[:64]).digest()

    def moment(self) -> int:
        """The present by the clock of the disk, in nanoseconds, to be held against the times of files."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=self.folder) as touched:
                return os.fstat(touched.fileno()).st_mtime_ns
        except OSError:
            return 0
