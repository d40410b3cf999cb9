"""What each file below content/ is for, told from its path alone."""

import re
from collections.abc import Iterable, Mapping
from enum import Enum, auto
from pathlib import PurePosixPath

from msgspec import Struct

from dossier.model import edition
from dossier.model.naming import ID, nearest, slug
from dossier.problems import Place, Problem
from dossier.read.folder import Entry

RECORD_FOLDERS = ("sections", "sources", "claims", "disagreements", "measures", "entities", "events", "terms")
FOLDERS = (*RECORD_FOLDERS, "media", "archive", "editions")
PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif")  # not SVG, which can run scripts when opened by itself

# Lower case, since Map.png and map.png are one file on some disks and hosts, and two on others.
FILE_NAME = re.compile(r"[a-z0-9_-][a-z0-9._-]{0,99}")
# Windows gives these to devices, with any ending: a dossier that has one cannot be opened from a USB stick there.
DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})


class Role(Enum):
    """What a file below content/ is for."""

    SETTINGS = auto()
    MEDIA_LIST = auto()
    RECORD = auto()
    ARCHIVE = auto()
    PICTURE = auto()
    EDITION = auto()
    LOCK = auto()


class Content(Struct, frozen=True, kw_only=True):
    """The files of content/ by role, each in order of path, and those that have none."""

    files: Mapping[Role, tuple[Entry, ...]]
    problems: tuple[Problem, ...]


def placed(entries: Iterable[Entry]) -> Content:
    """Each file where it belongs; a folder that nobody knows is told once, not file by file."""
    files: dict[Role, list[Entry]] = {role: [] for role in Role}
    problems: dict[Problem, None] = {}
    for entry in entries:
        found = role(PurePosixPath(entry.path))
        if isinstance(found, Problem):
            problems[found] = None
        else:
            files[found].append(entry)
    return Content(files={role: tuple(found) for role, found in files.items()}, problems=tuple(problems))


def role(path: PurePosixPath) -> Role | Problem:
    """What the file is for, or what is wrong with where it stands or how it is called."""
    room, *below = path.parts[1:]
    if not below:
        return top(path)
    if room in RECORD_FOLDERS:
        return record(path)
    if room == "media":
        return picture(path)
    if room == "archive":
        return archived(path)
    if room == "editions":
        return frozen(path)
    return unknown_folder(path.parents[len(below) - 1])


def top(path: PurePosixPath) -> Role | Problem:
    """A file directly in content/: the settings, the list of pictures, or a page."""
    named = {"dossier.yml": Role.SETTINGS, "media.yml": Role.MEDIA_LIST, "quotations.lock": Role.LOCK}
    return named[path.name] if path.name in named else record(path)


def record(path: PurePosixPath) -> Role | Problem:
    """A record: any folders below its kind are for the authors alone, bar the one that names a section."""
    if path.suffix != ".md":
        return unknown_file(path)
    section = path.parents[len(path.parts) - 4] if path.parts[1] == "sections" and len(path.parts) > 3 else None
    if section is not None and not is_id(section.name):
        return bad_id(section, section.name)
    return Role.RECORD if is_id(path.stem) else bad_id(path, path.stem)


def archived(path: PurePosixPath) -> Role | Problem:
    """The full text of a source: directly in archive/, since its name alone says whose it is."""
    if path.suffix != ".txt" or len(path.parts) != 3:
        return unknown_file(path)
    return Role.ARCHIVE if is_id(path.stem) else bad_id(path, path.stem)


def frozen(path: PurePosixPath) -> Role | Problem:
    """An edition: directly in editions/, since its file name is what it is called."""
    if path.suffix != ".json" or len(path.parts) != 3:
        return unknown_file(path)
    return Role.EDITION if is_edition(path.stem) else bad_id(path, path.stem, most=40)


def is_edition(name: str) -> bool:
    """Whether an edition may be called so."""
    return edition.NAME.fullmatch(name) is not None and not is_device(name)


def picture(path: PurePosixPath) -> Role | Problem:
    """A raster picture: its path goes into addresses as it is."""
    if path.suffix.lower() not in PICTURES:
        return unknown_file(path)
    return unfit_name(path) or Role.PICTURE


def unfit_name(path: PurePosixPath) -> Problem | None:
    """What is wrong with a path below the second folder that will be an address as it is, if anything."""
    fit = all(FILE_NAME.fullmatch(part) and not is_device(part) for part in path.parts[2:])
    return None if fit else bad_name(path)


def is_id(name: str) -> bool:
    """Whether a record may be called so."""
    return ID.fullmatch(name) is not None and not is_device(name)


def is_device(name: str) -> bool:
    """Whether Windows would take the name for a device."""
    return name.partition(".")[0].lower() in DEVICES


def bad_id(path: PurePosixPath, name: str, *, most: int = 80) -> Problem:
    near, ending = slug(name)[:most].strip("-"), path.name.removeprefix(name)
    device = "Windows keeps this name for a device"
    return Problem(
        code="bad-id",
        place=Place(path=str(path), line=1),
        message=f"`{name}` cannot be an id: {device if is_device(name) else f'an id has 1 to {most} of a-z 0-9 -'}",
        help=f"rename it to `{near}{ending}`" if is_id(near) else "give it another name",
    )


def bad_name(path: PurePosixPath) -> Problem:
    near = slug(path.stem)
    return Problem(
        code="bad-id",
        place=Place(path=str(path), line=1),
        message=f"`{'/'.join(path.parts[2:])}` cannot be an address: each part has 1 to 100 of a-z 0-9 - _ .",
        help=f"rename it, for example to `{near if is_id(near) else 'picture'}{path.suffix.lower()}`",
    )


def unknown_file(path: PurePosixPath) -> Problem:
    return Problem(
        code="unknown-file",
        place=Place(path=str(path), line=1),
        message=f"nothing is known to do with `{path}`",
        help=belonging(path),
    )


def belonging(path: PurePosixPath) -> str:
    """Where such files belong, or what belongs there instead."""
    if path.suffix.lower() in PICTURES:
        return f"pictures belong in content/media/: move it to content/media/{path.name}"
    if path.parts[1] == "media":
        return f"content/media/ takes raster pictures: {' '.join(PICTURES)}"
    if path.parts[1] == "archive":
        return "content/archive/ takes <source-id>.txt, and no folders"
    if path.parts[1] == "editions":
        return "content/editions/ takes the .json files that `dossier edition` writes there, and no folders"
    return "a record is a file that ends in .md; keep other files outside content/"


def unknown_folder(folder: PurePosixPath) -> Problem:
    return Problem(
        code="unknown-folder",
        place=Place(path=str(folder), line=1),
        message=f"`{folder.name}` is not a folder of content/ ({', '.join(FOLDERS[:-1])})",
        help=nearest(folder.name, FOLDERS) or "move its files to one of these, or outside content/",
    )
