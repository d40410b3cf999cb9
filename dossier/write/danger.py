"""Which folders are never an output: where one wrong word on the command line would cost someone their work."""

import os
import pwd
from pathlib import Path

from dossier.problems import DossierError
from dossier.write import manifest

INPUTS = ("content", "templates")


def refuse_dangerous(output: Path, project: Path) -> None:
    """Raises DossierError if a build of ``project`` must not write to ``output``; touches nothing."""
    try:
        reason = danger(output, project)
    except OSError as error:
        raise DossierError(f"{output} cannot be an output folder: {error.strerror or error}") from error
    if reason is not None:
        raise DossierError(f"{output} {reason}; choose an output folder of its own, such as build")


def danger(output: Path, project: Path) -> str | None:
    """Why ``output`` must not be written to, if there is a reason."""
    if output.is_symlink():
        return "is a symbolic link"
    if any(above.exists() and not above.is_dir() for above in (output, *output.parents)):
        return "is a file, or inside one"
    return misplaced(output.resolve(), project.resolve()) or occupied(output)


def misplaced(output: Path, project: Path) -> str | None:
    """What is wrong with where it is."""
    if output == output.parent:
        return "is the root of a disk"
    if any(stands_in(home, output) for home in homes()):
        return "is your home folder, or holds it"
    if stands_in(project, output):
        return "is the project itself, or holds it"
    inside = next((name for name in INPUTS if stands_in(output, project / name)), None)
    if inside is not None:
        return f"is inside {inside}/, which a build only reads"
    own = project / ".dossier"
    if stands_in(output, own) and output != own / "preview":
        return "is where the program keeps its own files"
    if ".git" in output.parts:
        return "is inside the .git folder of a repository"
    return "is the root of a git repository" if (output / ".git").exists() else None


def homes() -> tuple[Path, ...]:
    """The home folder of whoever runs this, as the system knows it; none for a user that it does not know."""
    try:
        return (Path(pwd.getpwuid(os.getuid()).pw_dir),)
    except KeyError:
        return ()


def stands_in(folder: Path, other: Path) -> bool:
    """Whether ``folder`` is ``other`` or below it, under whatever names."""
    return any(is_same(above, other) for above in (folder, *folder.parents))


def is_same(one: Path, other: Path) -> bool:
    """Whether two paths are one folder: on a disk that folds case, or through a mount, their names may differ."""
    return one == other or (one.exists() and other.exists() and one.samefile(other))


def occupied(output: Path) -> str | None:
    """What is wrong with what it holds."""
    if not output.exists() or manifest.listed(output) is not None or not any(output.iterdir()):
        return None
    return f"holds files and no {manifest.NAME}, so no build made it; empty it yourself if nothing there is needed"
