"""The second door: a whole site onto the disk, or nothing of it.

The new site is made aside, on the output's own file system, and swapped in whole, so that a build which is killed,
or runs out of space, leaves the old site or the new one. Only what a build wrote, by its manifest, is ever removed.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

from msgspec import Struct, field

from dossier import stood
from dossier.model.printed import Printed
from dossier.model.site import File
from dossier.problems import DossierError
from dossier.stood import Stood
from dossier.write import manifest
from dossier.write.aside import Aside, aside, carry, make_folders, put, put_over, swap, sweep
from dossier.write.danger import refuse_dangerous
from dossier.write.edition import edition
from dossier.write.errors import told
from dossier.write.files import in_order, obstacle
from dossier.write.kept import keep
from dossier.write.lock import held
from dossier.write.manifest import NAME as MANIFEST
from dossier.write.manifest import printed
from dossier.write.standing import Standing, remove, standing

__all__ = [
    "MANIFEST",
    "Aside",
    "File",
    "Overtaken",
    "Stood",
    "Written",
    "aside",
    "clean",
    "edition",
    "keep",
    "over",
    "printed",
    "refuse_dangerous",
    "site",
]

NOTHING: Mapping[str, str] = {}


class Overtaken(DossierError):
    """Another site was put in the place of the one of which files were to be kept."""


class Written(Struct, frozen=True, kw_only=True):
    """What a build did to its output, the manifest aside: files it has now, those new or changed, those removed.

    ``standing`` is how all of them stand now.
    """

    files: int
    changed: int
    removed: int
    standing: Mapping[str, Stood] = field(default_factory=dict)


def site(
    files: Iterable[File], room: Aside, *, kept: Mapping[str, str] = NOTHING, sheets: Iterable[Printed] = ()
) -> Written:
    """Makes the output hold exactly these files, their manifest, and what was there that no build wrote.

    Files without bytes have been put into ``room``, which is the place aside of that output. ``kept`` are files of the
    site that stand there as they should, with their hashes. ``sheets`` are pages of the site in print, and files of it
    like the others. A site of which one file changes, and one inside ``.dossier/``, which nobody publishes, is changed
    where it stands.

    Raises:
        Overtaken: when what stands there is no longer the site of the files that were to be kept.
        DossierError: when another build is at work, or the disk refuses.
    """
    refuse_dangerous(room.output, room.project)  # once more, since pages take a while to make
    sheets = tuple(sheets)
    made = (*files, *(File.of(sheet.url, sheet.data) for sheet in sheets))
    with held(room.project):
        sweep(room.output)
        old = standing(room.output)
        if not (old.ours.issuperset(kept) and kept.items() <= old.hashes.items()):
            raise Overtaken(f"{room.output} was changed while this ran; run again")
        return written(made, old, kept, sheets, room)


def over(files: Iterable[File], room: Aside, *, known: Mapping[str, Stood]) -> Written:
    """Puts files in the stead of those of a site that have the same paths; ``known`` is how all of it stood.

    Raises:
        Overtaken: when the site does not stand like that, or pages of it have been printed.
        DossierError: when another build is at work, or the disk refuses.
    """
    made = tuple(files)
    paths = frozenset(file.path for file in made)
    with held(room.project):
        sweep(room.output)
        old = standing(room.output)
        is_printed = any(path.endswith(".pdf") for path in old.ours)
        if {path: old.stood[path] for path in old.ours} != known or not paths <= old.ours or is_printed:
            raise Overtaken(f"{room.output} does not stand as it was left")
        kept = {path: hash for path, hash in old.hashes.items() if path not in paths}
        return written(made, old, kept, (), room)


def written(
    made: tuple[File, ...], old: Standing, kept: Mapping[str, str], sheets: tuple[Printed, ...], room: Aside
) -> Written:
    """What came of putting files, and those that are kept, where a site stands."""
    register = manifest.of(made, kept, sheets)
    listed = in_order((*made, register), kept)
    paths = frozenset((*kept, *(file.path for file in listed)))
    new = tuple(file for file in listed if not old.holds(file))
    gone = old.ours - paths
    standing = dict(old.stood)
    if (new or gone) and old.has_manifest and (is_preview(room) or is_one(new, gone)):
        pages = tuple(file for file in new if file is not register)
        meanwhile = partial(manifest.of, made, {**old.hashes, **kept}, sheets)
        renew(old, new=pages, gone=gone, registers=(meanwhile, register), aside=room.folder)
        standing |= how_they_stand(old.folder, (*(file.path for file in new), manifest.NAME))
    elif new or gone:
        same = paths - {file.path for file in new}
        room.drop(file for file in listed if file.path in same)
        replace(old, new=new, same=same, aside=room.folder)
        room.end()  # with the old site go its links to files that stay, which changes how these stand
        standing = how_they_stand(old.folder, paths)
    return Written(
        files=len(paths) - 1,
        changed=sum(file.path != manifest.NAME for file in new),
        removed=len(gone),
        standing={path: standing[path] for path in paths if path in standing},
    )


def how_they_stand(output: Path, paths: Iterable[str]) -> dict[str, Stood]:
    """How files of an output stand that have just been written there."""
    return {path: how for path in paths if (how := stood.at(output / path))}


def is_one(new: tuple[File, ...], gone: frozenset[str]) -> bool:
    """Whether one file is all that changes: put in its place it makes the new site of the old one in one step, too."""
    return not gone and sum(file.path != manifest.NAME for file in new) <= 1


def is_preview(room: Aside) -> bool:
    """Whether an output is one that only its author looks at."""
    return (room.project / ".dossier").resolve() in room.output.resolve().parents


def renew(
    old: Standing,
    *,
    new: tuple[File, ...],
    gone: frozenset[str],
    registers: tuple[Callable[[], File], File],
    aside: Path,
) -> None:
    """Changes a site where it stands, each file whole, so that a kill costs only time.

    ``registers`` are what makes the manifest of old and new site together, by which what a kill leaves can be told as
    ours, and the manifest of the new one.
    """
    meanwhile, register = registers
    paths = frozenset(file.path for file in new)
    first = () if paths <= old.ours else (meanwhile(),)
    refuse_obstacle(old, paths)
    make_folders(paths, old.folder, shown=old.folder)
    make_folders(paths, aside, shown=old.folder)
    for file in (*first, *new):
        put_over(file, aside, old.folder)
    for path in sorted(gone):
        (old.folder / path).unlink(missing_ok=True)
    put_over(register, aside, old.folder)


def replace(old: Standing, *, new: tuple[File, ...], same: frozenset[str], aside: Path) -> None:
    """Puts a site of the new files, those that stay the same and those of others where the old site stands."""
    written = frozenset(file.path for file in new)
    refuse_obstacle(old, written | same)
    make_folders(written | same | old.foreign, aside, shown=old.folder)
    for file in new:
        if file.data is not None:
            put(file.path, file.data, aside, shown=old.folder)
    for path in sorted(same | old.foreign):
        carry(path, old.folder, aside)
    swap(aside, old.folder)
    keep_late(old, aside)


def refuse_obstacle(old: Standing, wanted: frozenset[str]) -> None:
    """Raises DossierError where something of others' stands in the way of these files."""
    blocked = obstacle(old.foreign, wanted)
    if blocked is not None:
        raise DossierError(
            f"{old.folder / blocked} was not written by a build, and the site now needs its place; move it elsewhere"
        )


def keep_late(old: Standing, aside: Path) -> None:
    """Saves what another program put into the old folder after we looked, before that folder goes."""
    late = standing(aside).foreign - old.foreign
    make_folders(late, old.folder, shown=old.folder)
    for path in sorted(late):
        carry(path, aside, old.folder)


def clean(output: Path) -> int:
    """Removes what a build wrote there, by its manifest, and the folders that this leaves empty; says how many."""
    if output.is_symlink():
        raise DossierError(f"{output} is a symbolic link; name the folder itself")
    old = standing(output)
    if not old.has_manifest:
        raise DossierError(f"{output} has no {manifest.NAME}, so no build made it and there is nothing to remove")
    with told(output):
        return remove(old)
