"""manifest.json: the list of what a build wrote, with the hash of each file, and our licence to remove it."""

import json
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from dossier.problems import DossierError
from dossier.write.files import File, is_safe

NAME = "manifest.json"
GENERATOR = "explainer-dossier"
VERSION = 1


def of(files: Iterable[File]) -> File:
    """The manifest of these files."""
    hashes = {file.path: sha256(file.data).hexdigest() for file in files}
    listed = {"generator": GENERATOR, "manifest": VERSION, "files": hashes}
    return File(path=NAME, data=(json.dumps(listed, ensure_ascii=False, indent=1) + "\n").encode())


def paths(folder: Path) -> frozenset[str] | None:
    """What a build wrote there, the manifest too; none if no manifest is there."""
    file = folder / NAME
    if not file.is_file() or file.is_symlink():
        return None
    try:
        found: object = json.loads(file.read_bytes())
    except (ValueError, RecursionError):
        found = None
    listed = entries(found)
    if listed is None:
        raise DossierError(
            f"{file} was not written by this program, so what stands beside it is not ours to replace; "
            "choose another output folder"
        )
    return listed | {NAME}


def entries(found: object) -> frozenset[str] | None:
    """The paths in a manifest, if it is one of ours and whole."""
    match found:
        case {"generator": "explainer-dossier", "manifest": 1, "files": {**files}}:
            names = [name for name in files if isinstance(name, str) and is_safe(name)]
            return frozenset(names) if len(names) == len(files) else None
    return None
