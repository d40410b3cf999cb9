"""What tells one version of the program from another, down to an edited line or an updated library."""

import os
import sys
from collections.abc import Iterator
from hashlib import blake2b

from dossier.stood import PACKAGE

# What pages are made with.
LIBRARIES = ("babel", "jinja2", "markdown", "markupsafe", "msgspec", "nh3", "pydantic", "yaml")
# Those of them that make bytes of views, and what values are made of, which are sent as they are packed.
MAKERS = ("babel", "feedgenerator", "jinja2", "markupsafe", "msgspec", "resvg-py")


def stamp() -> str:
    """A short name for this program and its libraries as they are installed."""
    told = (sys.version, *sorted(modules(PACKAGE)), *sorted({shelf(name) for name in LIBRARIES}))
    return blake2b("\n".join(told).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def modules(folder: str) -> Iterator[str]:
    """Every module below a folder, with its size and the time of its last change."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                known = entry.stat()
                yield f"{entry.path} {known.st_size} {known.st_mtime_ns}"
            elif entry.name not in {"__pycache__", "theme"} and entry.is_dir():
                yield from modules(entry.path)


def shelf(library: str) -> str:
    """The folder in which a library is installed, and when anything in it was last put in or taken away."""
    for folder in sys.path:
        if os.path.isdir(os.path.join(folder, library)):
            return f"{folder} {os.stat(folder).st_mtime_ns}"
    return library


def traits() -> dict[str, str]:
    """What must be the same on all machines that make pages of one site; of the program itself the text counts."""
    import sqlite3  # here, since a build that changes nothing does not need them
    from importlib.metadata import PackageNotFoundError, version

    def installed(name: str) -> str:
        try:
            return version(name)
        except PackageNotFoundError:
            return ""

    return {
        "python": f"{sys.version_info.major}.{sys.version_info.minor}",
        "sqlite": sqlite3.sqlite_version,  # it writes its version into every file
        **{name: installed(name) for name in MAKERS},
        "explainer-dossier": text(),
    }


def text() -> str:
    """A short name for the program as it reads, wherever it is installed."""
    told = blake2b(digest_size=8)
    for file in sorted(line.rpartition(" ")[0].rpartition(" ")[0] for line in modules(PACKAGE)):
        told.update(os.path.relpath(file, PACKAGE).replace(os.sep, "/").encode())
        with open(file, "rb") as opened:
            told.update(blake2b(opened.read()).digest())
    return told.hexdigest()
