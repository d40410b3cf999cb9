"""What the machine refuses, as one sentence that names the place and the reason."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dossier.problems import DossierError


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Whatever the disk refuses inside is told as a matter of ``path``, which is what the user knows."""
    try:
        yield
    except OSError as error:
        raise DossierError(f"{path} cannot be written: {error.strerror or error}") from error
