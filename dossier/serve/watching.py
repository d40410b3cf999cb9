"""The files that a site is made from, watched: which were saved, told once a save has settled."""

import asyncio
import os
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from pathlib import Path

from livereload.watcher import Watcher
from watchfiles import Change, awatch

from dossier.problems import DossierError
from dossier.read.folder import is_clutter

INPUTS = ("content", "templates")
SETTLED = 20  # milliseconds without another change: an editor's steps of one save lie closer
AT_LAST = 400  # milliseconds after which a stream of changes is built from, settled or not

Noticed = Callable[[frozenset[str]], None]


class Saves(Watcher):  # type: ignore[misc]  # livereload carries no types
    """Tells which files were saved, by their paths below the project, and asks livereload to poll nothing.

    The first telling, of no file, says that from now on nothing is missed.
    """

    def __init__(self, project: Path, noticed: Noticed) -> None:
        super().__init__()
        self.project = project.resolve()
        self.noticed = noticed
        self.watch(str(self.project))  # livereload takes the working folder where it is told of none

    def start(self, callback: Callable[[], None]) -> bool:
        """That there is nothing to poll, which is what livereload asks here."""
        return True

    async def follow(self) -> None:
        """Tells of saves for as long as it runs."""
        saved: frozenset[str] = frozenset()
        while True:
            folders = watched(self.project)
            # Told when the next watch is in place: what is saved into a new folder until then is in that build.
            asyncio.get_running_loop().call_soon(self.noticed, saved)
            saved = await self.until_folders_change(folders)

    async def until_folders_change(self, folders: frozenset[str]) -> frozenset[str]:
        """Tells of saves until a folder comes or goes; answers with those that are not told yet."""
        try:
            async with aclosing(self.saves(folders)) as saves:
                async for paths in saves:
                    names = frozenset(os.path.relpath(path, self.project) for path in paths)
                    if any(path in folders or Path(path).is_dir() for path in paths):
                        return names
                    self.noticed(names)
        except FileNotFoundError as error:
            if not self.project.is_dir():
                raise DossierError(f"{self.project} is gone, so there is nothing left to preview") from error
            await asyncio.sleep(SETTLED / 1000)  # a folder went before it could be watched: look again
        except OSError as error:
            raise DossierError(f"{self.project} cannot be watched: {error.strerror or error}") from error
        return frozenset()

    async def saves(self, folders: frozenset[str]) -> AsyncGenerator[frozenset[str], None]:
        """The paths of each save in these folders themselves."""
        # Not recursive: a watch of all that is below would follow links, and one of them may lead to the whole disk.
        watch = awatch(*folders, watch_filter=self.matters, debounce=AT_LAST, step=SETTLED, recursive=False)
        async with aclosing(watch) as changes:
            async for found in changes:
                yield lasting(found)

    def matters(self, change: Change, path: str) -> bool:
        """Whether a site could come out otherwise for it: not for what editors leave beside a file."""
        room, *below = Path(path).relative_to(self.project).parts or [""]
        return room in INPUTS and not any(is_clutter(name) for name in below)


def watched(project: Path) -> frozenset[str]:
    """The project's own folder, where inputs come and go, and every folder of inputs; no link is followed."""
    folders = {os.fspath(project)}
    for name in INPUTS:
        for here, below, _ in os.walk(project / name):
            below[:] = [folder for folder in below if not is_clutter(folder)]
            folders.add(here)
    return frozenset(folders)


def lasting(changes: set[tuple[Change, str]]) -> frozenset[str]:
    """The paths that changed, without those of files that came and went in one save, if others are left."""
    came, went = ({path for change, path in changes if change is kind} for kind in (Change.added, Change.deleted))
    paths = frozenset(path for _, path in changes)
    return frozenset(path for path in paths if path not in came & went or Path(path).exists()) or paths
