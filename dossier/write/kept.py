"""Files that commands write into content/, to be committed: in place whole, or as they were."""

import os
import tempfile
from pathlib import Path

from dossier.write.errors import told
from dossier.write.lock import held


def keep(text: str, path: str, *, project: Path) -> bool:
    """Puts a text at a path below the project; whether it differs from what was there.

    Raises:
        DossierError: when the disk refuses, or another run of this program is writing.
    """
    file = project / path
    with held(project), told(file):
        if file.is_symlink():
            raise OSError(None, "it is a symbolic link")
        if file.exists() and file.read_bytes() == text.encode():
            return False
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, aside = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as opened:
                opened.write(text)
            Path(aside).chmod(0o644)
            Path(aside).replace(file)
        except BaseException:
            Path(aside).unlink(missing_ok=True)
            raise
    return True
