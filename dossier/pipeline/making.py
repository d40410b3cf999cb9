"""The files of a site: those that stand as they would be made again are kept, and the rest is made."""

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from pathlib import Path

from msgspec import Struct

from dossier import plan, read, render, templates, tracing, wording, write
from dossier.model.dossier import Dossier
from dossier.model.printed import Printed, hash_of
from dossier.model.run import Options
from dossier.model.site import File, Site, Task
from dossier.pages.desk import PRINTED, TODAY, Desk
from dossier.pipeline.memory import Memory, entry
from dossier.pipeline.survey import Survey
from dossier.pipeline.workshop import Workshop
from dossier.problems import Problem

FEWEST = 100  # tasks; below it a second process costs more than it saves
MOST = 1000  # tasks in a share; with more of them nobody sees how far the work is


class Making(Struct, frozen=True, kw_only=True):
    """A site that only needs writing: its files, made now or kept as they stand with their hashes, and what is amiss.

    ``memory`` is what a later build needs to know of it, but for how its files will stand. ``late`` are those of the
    kept that are left for a later build.
    """

    made: tuple[File, ...]
    kept: Mapping[str, str]
    late: tuple[str, ...]
    problems: tuple[Problem, ...]
    memory: Memory

    @property
    def hashes(self) -> dict[str, str]:
        """The hash of every file."""
        return {**self.kept, **{file.path: file.hash for file in self.made}}


class Bench(Struct, frozen=True, dict=True):
    """Where a site is made: what it is made from, what the last build of this output left, and who shares the work.

    ``room`` is where its files may be put; without it nothing will be written.
    """

    survey: Survey
    dossier: Dossier
    carried: Mapping[str, bytes]
    options: Options
    output: Path
    memory: Memory
    workshop: Workshop
    room: write.Aside | None = None

    @cached_property
    def watch(self) -> tracing.Watch:
        """Notes what tasks read."""
        return tracing.Watch()

    @cached_property
    def watched(self) -> Dossier:
        """The dossier that tasks read."""
        return tracing.watched(self.dossier, self.watch)

    @cached_property
    def aspects(self) -> dict[str, str]:
        """What can change by itself, and how it is now."""
        return {**tracing.digests(self.dossier, self.survey.marks), TODAY: self.options.today.isoformat()}

    @cached_property
    def everywhere(self) -> str:
        """What every page shows or is made with, in short."""
        inputs = self.survey.inputs
        shown = (self.dossier.home, *(page for part in self.dossier.sections for page in (part.page, *part.explainers)))
        look = {**inputs.theme, **{f"own/{name}": text for name, text in inputs.templates.items()}}
        return tracing.short(
            (
                self.workshop.values.store.stamp if self.workshop.values else "",
                inputs.settings.text if inputs.settings else "",
                *(self.survey.marks[page.key].outline for page in shown),
                f"{self.dossier.is_dated}",
                *(word for name, text in inputs.editions.items() for word in (name, text.text)),
                *(word for entry in sorted(look.items()) for word in entry),
                *sorted(self.carried),
            )
        )

    def site(self, printed: Printed | None) -> Site:
        """All that is to be made, with the way to the whole dossier in print if there is one."""
        desk = Desk(
            dossier=self.watched,
            words=wording.words(self.dossier.settings.language),
            editions=self.survey.editions,
            carried=frozenset(self.carried),
            day=self.options.today,
            sheet=printed,
            watch=self.watch,
        )
        return plan.site(desk, self.carried)

    def made(self, printed: Printed | None) -> Making:
        """The site with the way to the whole dossier in print, if that still shows what the site tells."""
        if printed and not printed.shows(self.making(plan.IN_PRINT, None).hashes):
            printed = None
        return self.making((), printed)

    def making(self, names: tuple[str, ...], printed: Printed | None) -> Making:
        """The tasks of these names, or all of them, done as far as they must be; and the files that are carried."""
        site = self.site(printed)
        tasks = tuple(task for task in site.tasks if not names or task.name in names)
        aspects = {**self.aspects, PRINTED: f"{printed.pages} {len(printed.data)}" if printed else ""}
        kept = self.memory.kept(tasks, everywhere=self.everywhere, aspects=aspects, output=self.output)
        stale = tuple(task for task in tasks if task.name not in kept)
        late = self.memory.late(stale, output=self.output) if self.options.put_off else {}
        done = self.done(tuple(task for task in stale if task.name not in late))
        entries = {**kept, **late, **{task.name: entry(task, done[task.name]) for task in tasks if task.name in done}}
        told = {path: where for one in entries.values() for path, (_, where) in one.files.items()}
        read = sorted({aspect for one in entries.values() for aspect in one.read})
        return Making(
            made=(*(file for one in done.values() for file in one.files), *site.assets),
            kept={path: hash for one in (*kept.values(), *late.values()) for path, (hash, _) in one.files.items()},
            late=tuple(path for one in late.values() for path in one.files),
            problems=(
                *plan.clashes(told, site.assets),
                *(problem for one in done.values() for problem in one.problems),
            ),
            memory=Memory(
                everywhere=self.everywhere,
                aspects={aspect: tracing.digest(aspects, aspect) for aspect in read},
                entries=entries,
                owed=frozenset(late),
            ),
        )

    def put(self, count: int) -> Callable[[str, bytes], File]:
        """What becomes of finished files of so many tasks: many are put on the disk by the process that makes them."""
        if self.room is None:
            return noted
        if count < FEWEST or self.workshop.cluster:
            return File.of
        self.room.begin()
        return self.room.put

    def done(self, tasks: tuple[Task, ...]) -> dict[str, render.Made]:
        """These tasks done, by name."""
        inputs = self.survey.inputs
        afar = self.workshop.cluster if len(tasks) >= FEWEST else None
        cache = self.workshop.values.store if self.workshop.values else None
        # Those that show something of every record take the longest; they are dealt out first, so that all get some.
        ordered = tuple(sorted(tasks, key=lambda task: not task.is_whole))
        work = render.Work(
            tasks=ordered,
            of=render.Ingredients(
                theme=inputs.theme,
                own=inputs.templates,
                language=self.dossier.settings.language,
                compiled=None if afar else templates.Ready(read.compiled(), cache),
            ),
            watch=self.watch,
            put=self.put(len(tasks)),
        )
        if afar:
            parts = afar.each(render.part, work, len(tasks))
        else:
            shares = self.workshop.shares(range(len(tasks)), fewest=FEWEST, most=MOST)
            parts = self.workshop.each("making pages", partial(render.part, work), shares)
        return {one.name: one for part in parts for one in part}


def noted(path: str, data: bytes) -> File:
    """A file that nobody is going to write."""
    return File(path=path, hash=hash_of(data), data=None)
