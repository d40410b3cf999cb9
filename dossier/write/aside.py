"""The place beside the output where a new site is made, and the one step that puts it in the old one's stead."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import cached_property
from pathlib import Path

from dossier.model.printed import hash_of
from dossier.model.site import File
from dossier.write.danger import refuse_dangerous
from dossier.write.errors import told
from dossier.write.files import folders, is_safe
from dossier.write.lock import held, taken

MARKER = "made-by-explainer-dossier"  # without this file inside, a folder beside the output is not ours to remove
AT_FDCWD, RENAME_EXCHANGE = -100, 2  # from linux/fcntl.h and linux/fs.h


class Aside:
    """A folder beside the output for files of a new site; it is made when it is first asked for."""

    def __init__(self, output: Path, project: Path, undo: ExitStack) -> None:
        self.output, self.project, self.undo = output, project, undo

    @cached_property
    def folder(self) -> Path:
        """The folder; whoever asks for it first holds the project's lock, so that nobody takes it for a left-over."""
        return self.undo.enter_context(fresh_folder(self.output))

    def begin(self) -> Path:
        """The folder, made now, so that copies of this process can all put files there."""
        with held(self.project):
            return self.folder

    def put(self, path: str, data: bytes) -> File:
        """Puts a file there, and gives it back without its bytes.

        Raises:
            ValueError: when the path does not stay below the folder.
            DossierError: when the disk refuses.
        """
        if not is_safe(path):
            raise ValueError(f"not a path inside a site: {path!r}")
        file = self.folder / path
        with told(self.output / path):
            try:
                file.write_bytes(data)
            except FileNotFoundError:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(data)
        return File(path=path, hash=hash_of(data), data=None)

    def drop(self, files: Iterable[File]) -> None:
        """Removes those of these files that have been put there."""
        for file in files:
            if file.data is None:
                (self.folder / file.path).unlink()

    def end(self) -> None:
        """Removes the folder with all that is in it."""
        self.undo.close()


@contextmanager
def aside(output: Path, project: Path) -> Iterator[Aside]:
    """A place for files of a new site of a project; afterwards whatever is in it then is gone.

    Raises:
        DossierError: when the output may not be written to.
    """
    refuse_dangerous(output, project)
    with ExitStack() as undo:
        yield Aside(output, project, undo)


@contextmanager
def fresh_folder(output: Path) -> Iterator[Path]:
    """An empty folder beside the output; afterwards whatever is in it then is gone."""
    with ExitStack() as undo:
        with told(output):
            output.parent.mkdir(parents=True, exist_ok=True)
            holder = Path(tempfile.mkdtemp(prefix=prefix(output), dir=output.parent))
            undo.callback(discard, holder)
            marker = os.open(holder / MARKER, os.O_RDONLY | os.O_CREAT | os.O_CLOEXEC, 0o666)
            undo.callback(os.close, marker)
            taken(marker)
            (holder / "site").mkdir()
        yield holder / "site"


def prefix(output: Path) -> str:
    """How the folders beside an output are named while a build is at work."""
    return f".{output.name}.new-"


def sweep(output: Path) -> None:
    """Removes what killed builds left beside the output; puts back an old site that one had moved out of the way."""
    if not output.parent.is_dir():
        return
    with told(output):
        for holder in sorted(output.parent.iterdir()):
            if holder.name.startswith(prefix(output)) and is_left_over(holder):
                if (holder / "old").is_dir() and not output.exists():
                    (holder / "old").rename(output)
                discard(holder)


def is_left_over(holder: Path) -> bool:
    """Whether a build made this folder and is no more: its lock on the marker went with it."""
    if holder.is_symlink() or not holder.is_dir():
        return False
    try:
        marker = os.open(holder / MARKER, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except FileNotFoundError:
        return not any(holder.iterdir())  # killed before it could leave its mark
    try:
        return taken(marker)
    finally:
        os.close(marker)


def discard(holder: Path) -> None:
    """Removes a folder aside, its mark last, so that what a kill or the disk keeps there can still be told as ours."""
    with suppress(OSError):
        for made in ("site", "old"):
            if (holder / made).exists():
                shutil.rmtree(holder / made)
        (holder / MARKER).unlink(missing_ok=True)
        holder.rmdir()


def make_folders(paths: Iterable[str], folder: Path, *, shown: Path) -> None:
    """Makes every folder that these paths need."""
    for path in sorted(folders(paths)):
        with told(shown / path):
            (folder / path).mkdir(exist_ok=True)


def put(path: str, data: bytes, folder: Path, *, shown: Path) -> None:
    """Writes a file that is new or changed; ``shown`` is where the user will know it to be."""
    with told(shown / path), (folder / path).open("xb") as opened:
        opened.write(data)


def put_over(file: File, aside: Path, folder: Path) -> None:
    """Puts a file that may lie aside already in the stead of the one that stands there, in one step."""
    if file.data is not None:
        put(file.path, file.data, aside, shown=folder)
    with told(folder / file.path):
        (aside / file.path).replace(folder / file.path)


def carry(path: str, source: Path, target: Path) -> None:
    """Gives another folder the same file at the same path, with its bytes and its time shared where the disk can."""
    with told(source / path):
        try:
            os.link(source / path, target / path, follow_symlinks=False)
        except FileExistsError:
            raise
        except OSError:
            shutil.copy2(source / path, target / path, follow_symlinks=False)


def swap(aside: Path, output: Path) -> None:
    """Puts the folder aside in the output's stead, and what stood there aside."""
    with told(output):
        if not output.exists():
            aside.rename(output)
            return
        shutil.copymode(output, aside)
        if not exchange(aside, output):
            swap_in_two_steps(aside, output)


def exchange(one: Path, other: Path) -> bool:
    """Whether the system could let the two change places in one step."""
    if sys.platform != "linux":
        return False
    import ctypes  # here, since it is slow to load, and few new words need no exchange

    try:
        renameat2 = ctypes.CDLL(None).renameat2
    except AttributeError:
        return False  # a C library from before 2018
    return bool(renameat2(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0)


def swap_in_two_steps(aside: Path, output: Path) -> None:
    """As near to an exchange as other systems come: for an instant there is no output."""
    old = aside.with_name("old")
    output.rename(old)
    try:
        aside.rename(output)
    except OSError:
        old.rename(output)
        raise
    old.rename(aside)
