"""What tells one version of the program from another, down to an edited line or an updated library."""

import os
import sys
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
LIBRARIES = ("babel", "jinja2", "markdown", "markupsafe", "nh3", "pydantic", "yaml")  # what pages are made with


def stamp() -> str:
    """A short name for this program and its libraries as they are installed."""
    told = [sys.version, *sorted(files(str(PACKAGE))), *sorted({installed(name) for name in LIBRARIES})]
    return blake2b("\n".join(told).encode(), digest_size=16).hexdigest()


def files(folder: str) -> list[str]:
    """Every module below a folder, with its size and the time of its last change."""
    found: list[str] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                found += files(entry.path) if entry.name != "__pycache__" else []
            elif entry.name.endswith(".py"):
                known = entry.stat()
                found.append(f"{entry.path} {known.st_size} {known.st_mtime_ns}")
    return found


def installed(name: str) -> str:
    """The folder in which a library is installed, and when anything in it was last put in or taken away."""
    spec = find_spec(name)
    if spec is None or not spec.origin:
        return name
    shelf = Path(spec.origin).parents[1]
    return f"{shelf} {shelf.stat().st_mtime_ns}"
