"""What tells one version of the program from another, down to an edited line or an updated library."""

import os
import sys
from collections.abc import Iterator
from hashlib import blake2b

PACKAGE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
LIBRARIES = ("babel", "jinja2", "markdown", "markupsafe", "nh3", "pydantic", "yaml")  # what pages are made with


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
