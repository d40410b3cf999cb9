"""What the last build of an output left behind: which task made which files, and from what."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from dossier.cache.values import Values
from dossier.model.site import Task
from dossier.write import MANIFEST, Stood, how_stands


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What a task read, by aspect, and made: the hash of each file, and where its problems are told."""

    read: frozenset[str]
    given: str
    files: Mapping[str, tuple[str, str]]


@dataclass(frozen=True, kw_only=True)
class Memory:
    """Tasks by name, what the aspects were that they read, and how their files stood once they were written.

    ``everywhere`` stands for all that every page shows.
    """

    everywhere: str = ""
    aspects: Mapping[str, str | None] = field(default_factory=dict)
    entries: Mapping[str, Entry] = field(default_factory=dict)
    standing: Mapping[str, Stood] = field(default_factory=dict)

    def kept(
        self, tasks: Iterable[Task], *, everywhere: str, aspects: Mapping[str, str], output: Path
    ) -> dict[str, Entry]:
        """The tasks, by name, that would make again what they made, and whose files stand as they were written.

        Under another manifest none of them may be ours.
        """
        if everywhere != self.everywhere or not self.stands(MANIFEST, output):
            return {}
        changed = {aspect for aspect, was in self.aspects.items() if aspects.get(aspect) != was}
        found = ((task, self.entries.get(task.name)) for task in tasks)
        same = (
            (task.name, entry)
            for task, entry in found
            if entry and entry.given == given(task) and entry.read.isdisjoint(changed)
        )
        return {name: entry for name, entry in same if all(self.stands(path, output) for path in entry.files)}

    def late(self, tasks: Iterable[Task], *, output: Path) -> dict[str, Entry]:
        """Of these tasks those that show something of every record, and whose files stand as some build wrote them."""
        found = ((task.name, self.entries.get(task.name)) for task in tasks if task.is_whole)
        return {
            name: entry for name, entry in found if entry and all(self.stands(path, output) for path in entry.files)
        }

    @property
    def pages(self) -> tuple[str, ...]:
        """The files that were made, by address; what was carried over is not among them."""
        return tuple(path for entry in self.entries.values() for path in entry.files)

    def stands(self, path: str, output: Path) -> bool:
        """Whether a file stands as it was written."""
        return how_stands(output / path) == self.standing.get(path, ())


def given(task: Task) -> str:
    """What a task is told besides the dossier, in short."""
    return blake2b("\n".join(task.given).encode(), digest_size=12).hexdigest() if task.given else ""


def recalled(values: Values, output: Path) -> Memory:
    """What the last build of this output left behind, if it can be read."""
    found = values.get(place(output))
    return found if isinstance(found, Memory) else Memory()


def remember(memory: Memory, values: Values, output: Path) -> None:
    """Keeps a memory for the next build of this output."""
    values.put(place(output), memory)


def place(output: Path) -> str:
    """The name under which the memory of an output is kept."""
    return f"site-{blake2b(os.fsencode(output.resolve()), digest_size=8).hexdigest()}"
