"""Whether a picture is what its name says: a raster picture, which cannot run anything."""

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from dossier.problems import Place, Problem
from dossier.read.contents import Blob, Earlier, blobs
from dossier.read.folder import Entry

JPEG = rb"\xff\xd8\xff"
SIGNATURES = {
    ".jpg": JPEG,
    ".jpeg": JPEG,
    ".png": rb"\x89PNG\r\n\x1a\n",
    ".webp": rb"RIFF.{4}WEBP",
    ".avif": rb".{4}ftyp",
    ".gif": rb"GIF8[79]a",
}


def pictures(entries: Iterable[Entry], earlier: Earlier | None = None) -> tuple[tuple[Blob, ...], tuple[Problem, ...]]:
    """The pictures among these files, and what the rest are instead."""
    found, problems = blobs(entries, earlier)
    wrong = {blob.path: not_a_picture(blob) for blob in found if not begins(blob, PurePosixPath(blob.path).suffix)}
    return tuple(blob for blob in found if blob.path not in wrong), (*problems, *wrong.values())


def begins(blob: Blob, named: str) -> bool:
    """Whether the bytes begin as a picture named so does."""
    return re.match(SIGNATURES[named], blob.data, re.DOTALL) is not None


def not_a_picture(blob: Blob) -> Problem:
    path = PurePosixPath(blob.path)
    instead = next((named for named in SIGNATURES if begins(blob, named)), None)
    return Problem(
        code="unknown-file",
        place=Place(path=blob.path, line=1),
        message=f"`{path.name}` does not hold a {path.suffix[1:].upper()} picture",
        help=f"rename it to `{path.with_suffix(instead).name}`" if instead else "save it again from a picture editor",
    )
