"""What the last build of an output left behind: which task made which files, and from what."""

from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from dossier import stood, tracing
from dossier.cache.stored import over
from dossier.model.site import Task
from dossier.render import Made
from dossier.stood import Stood
from dossier.write import MANIFEST


class Entry(Struct, frozen=True, kw_only=True):
    """What a task read, by aspect, and made: the hash of each file, and where its problems are told.

    ``key`` is the record whose page it is, in words; empty where it is that of none. What is ``whole`` shows something
    of every record.
    """

    read: frozenset[str]
    given: str
    files: Mapping[str, tuple[str, str]]
    key: str = ""
    is_whole: bool = False


class Memory(Struct, frozen=True, kw_only=True):
    """Tasks by name, what the aspects were that they read, and how their files stood once they were written.

    ``everywhere`` stands for all that every page shows. ``owed`` are tasks whose files were left as they stood.
    """

    everywhere: str = ""
    aspects: Mapping[str, str | None] = field(default_factory=dict)
    entries: Mapping[str, Entry] = field(default_factory=dict)
    standing: Mapping[str, Stood] = field(default_factory=dict)
    owed: frozenset[str] = frozenset()

    def kept(
        self, tasks: Iterable[Task], *, everywhere: str, aspects: Mapping[str, str], output: Path
    ) -> dict[str, Entry]:
        """The tasks, by name, that would make again what they made, and whose files stand as they were written.

        Under another manifest none of them may be ours.
        """
        if everywhere != self.everywhere or not self.stands(MANIFEST, output):
            return {}
        changed = {aspect for aspect, was in self.aspects.items() if tracing.digest(aspects, aspect) != was}
        found = ((task, self.entries.get(task.name)) for task in tasks if task.name not in self.owed)
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

    def after(self, changed: "Memory") -> "Memory":
        """The same with what a build has changed of it."""
        return replace(
            self,
            aspects={**self.aspects, **changed.aspects},
            entries=over(self.entries, changed.entries),
            standing={**self.standing, **changed.standing},
            owed=changed.owed,
        )

    @property
    def pages(self) -> tuple[str, ...]:
        """The files that were made, by address; what was carried over is not among them."""
        return tuple(path for entry in self.entries.values() for path in entry.files)

    def stands(self, path: str, output: Path) -> bool:
        """Whether a file stands as it was written."""
        return stood.at(output / path) == self.standing.get(path, ())


def entry(task: Task, made: Made) -> Entry:
    """What is remembered of a task."""
    files = {file.path: (file.hash, made.told[file.path]) for file in made.files}
    return Entry(read=made.read, given=given(task), files=files, key=str(task.key or ""), is_whole=task.is_whole)


def given(task: Task) -> str:
    """What a task is told besides the dossier, in short."""
    return blake2b("\n".join(task.given).encode(), digest_size=12).hexdigest() if task.given else ""
