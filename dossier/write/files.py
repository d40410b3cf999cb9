"""What is to be written: files by their paths in the output, none of which can leave it or meet another."""

import unicodedata
from collections.abc import Iterable
from itertools import pairwise

from dossier.model.site import File


def in_order(files: Iterable[File], beside: Iterable[str] = ()) -> tuple[File, ...]:
    """The files by path; paths that not every disk could hold side by side are a fault of this program.

    ``beside`` are the paths of files that stand with them.
    """
    ordered = tuple(sorted(files, key=lambda file: file.path))
    for file in ordered:
        if not is_safe(file.path):
            raise ValueError(f"not a path inside a site: {file.path!r}")
    names = sorted(path.casefold() for path in (*beside, *(file.path for file in ordered)))
    clash = [name for name, following in pairwise(names) if name == following] or sorted(folders(names) & set(names))
    if clash:
        raise ValueError(f"two files want the place {clash[0]!r}")
    return ordered


def is_safe(path: str) -> bool:
    """Whether the path stays below its folder, on any system."""
    parts = path.split("/")
    return not ({"", ".", ".."} & set(parts)) and "\\" not in path and unicodedata.is_normalized("NFC", path)


def folders(paths: Iterable[str]) -> frozenset[str]:
    """Every folder that these paths need."""
    found: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return frozenset(found)


def obstacle(foreign: Iterable[str], wanted: frozenset[str]) -> str | None:
    """The first path of someone else's that stands where a file or a folder of the site must be."""
    needed = wanted | folders(wanted)
    return next((path for path in sorted(foreign) if path in needed or folders([path]) & wanted), None)
