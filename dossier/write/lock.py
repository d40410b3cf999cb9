"""One build of a project at a time."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dossier.problems import DossierError
from dossier.write.errors import told

PATIENCE = 60.0  # seconds; a build that writes for longer than that is stuck
PAUSE = 0.05


@contextmanager
def held(project: Path, *, patience: float = PATIENCE) -> Iterator[None]:
    """While inside, no other build of this project writes; waits for one that does, but not for ever."""
    folder = project / ".dossier"
    with told(folder):
        folder.mkdir(exist_ok=True)
        if not (folder / ".gitignore").exists():
            (folder / ".gitignore").write_text("*\n", encoding="utf-8")
        # Read only, so that a lock made by someone else who works on the project serves us too.
        lock = os.open(folder / "lock", os.O_RDONLY | os.O_CREAT | os.O_CLOEXEC, 0o666)
    try:
        wait(lock, folder / "lock", patience)
        yield
    finally:
        os.close(lock)


def wait(lock: int, file: Path, patience: float) -> None:
    """Waits until the lock is ours; the system gives it back when its holder ends, however it ends."""
    end = time.monotonic() + patience
    while not taken(lock):
        if time.monotonic() > end:
            raise DossierError(f"another build has held {file} for {patience:.0f} seconds; stop it, then run again")
        time.sleep(PAUSE)


def taken(lock: int) -> bool:
    """Whether the lock is ours now."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
