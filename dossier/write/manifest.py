"""manifest.json: the list of what a build wrote, with the hash of each file, and our licence to remove it.

Where pages have been printed it says of each PDF what it was made from, so that a build knows how long it is true.
"""

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from dossier.model.printed import Printed
from dossier.model.site import File
from dossier.problems import DossierError
from dossier.stood import Stood, at
from dossier.write.errors import told
from dossier.write.files import is_safe

NAME = "manifest.json"
GENERATOR = "explainer-dossier"
VERSION = 1


def of(files: Iterable[File], kept: Mapping[str, str], printed: Iterable[Printed] = ()) -> File:
    """The manifest of these files, of those kept with their hashes, and of which some are printed pages."""
    hashes = dict(sorted({**kept, **{file.path: file.hash for file in files}}.items()))
    sheets = {each.url: {"pages": each.pages, "made_from": dict(sorted(each.made_from.items()))} for each in printed}
    listed = {"generator": GENERATOR, "manifest": VERSION, "files": hashes, **({"printed": sheets} if sheets else {})}
    return File.of(NAME, (json.dumps(listed, ensure_ascii=False, indent=1) + "\n").encode())


def listed(folder: Path) -> Mapping[str, str] | None:
    """What a build wrote there, with the hash of each file; none if no manifest is there.

    Raises:
        DossierError: when what is called so is no manifest of ours.
    """
    file = folder / NAME
    if not file.is_file() or file.is_symlink():
        return None
    found = entries(file, at(file))
    if found is None:
        raise DossierError(
            f"{file} was not written by this program, so what stands beside it is not ours to replace; "
            "choose another output folder"
        )
    return found


def hashes(folder: Path) -> Mapping[str, str]:
    """The hash of each file that a build wrote there, by path; nothing, where the manifest does not tell."""
    file = folder / NAME
    return (entries(file, at(file)) if file.is_file() else None) or {}


def printed(folder: Path) -> tuple[Printed, ...]:
    """The pages printed there, as far as each PDF still is the one that was written."""
    file = folder / NAME
    with told(file):
        is_there = file.is_file() and not file.is_symlink() and b'"printed"' in file.read_bytes()
        found = said(file) if is_there else None
    match found:
        case {"generator": "explainer-dossier", "manifest": 1, "files": {**files}, "printed": {**sheets}}:
            each = (sheet(folder, url, entry, files.get(url)) for url, entry in sorted(sheets.items()))
            return tuple(one for one in each if one)
    return ()


def sheet(folder: Path, url: object, entry: object, hash: object) -> Printed | None:
    """One printed page, if the file is there and has this hash."""
    match url, entry:
        case str(), {"pages": int(pages), "made_from": {**files}} if is_safe(url):
            data = plain_bytes(folder / url)
            made_from = {path: was for path, was in files.items() if isinstance(path, str) and isinstance(was, str)}
            if data is not None and sha256(data).hexdigest() == hash and len(made_from) == len(files):
                return Printed(url=url, pages=pages, made_from=made_from, data=data)
    return None


def plain_bytes(file: Path) -> bytes | None:
    """The bytes of a plain file; none of a link or of what cannot be read."""
    try:
        return file.read_bytes() if file.is_file() and not file.is_symlink() else None
    except OSError:
        return None


def said(file: Path) -> object:
    """What the manifest says; nothing, where it is no JSON."""
    try:
        found: object = json.loads(file.read_bytes())
    except (ValueError, RecursionError):
        return None
    return found


@lru_cache(maxsize=1)  # a build asks for it several times, and that of a large site takes a while to read
def entries(file: Path, _: Stood | None) -> Mapping[str, str] | None:
    """The files in a manifest that stands like this, with their hashes, if it is one of ours and whole."""
    match said(file):
        case {"generator": "explainer-dossier", "manifest": 1, "files": {**files}}:
            named = {name: hash for name, hash in files.items() if isinstance(name, str) and isinstance(hash, str)}
            return named if len(named) == len(files) and all(map(is_safe, named)) else None
    return None
