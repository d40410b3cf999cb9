"""A build that finds nothing new but the words of a few bodies: it makes the pages that show them, and no more.

Most builds of an author's day are of this kind. The joins of the dossier, its checks and its other pages stand as the
last build left them; where anything speaks against that, the whole is gone through.
"""

import os
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from dossier import plan, quoting, read, render, stood, templates, tracing, wording, write
from dossier.cache.stored import Lost
from dossier.link import ties
from dossier.model.dossier import Dossier, Record
from dossier.model.parsed import Parsed
from dossier.model.quotation import Checked, Quoted
from dossier.model.run import Options, Report
from dossier.model.site import File, Task
from dossier.pages.desk import Desk
from dossier.pipeline import parsing, shelving
from dossier.pipeline.ground import Ground, Sight, Touch, holding
from dossier.pipeline.memory import Entry, Memory, entry
from dossier.pipeline.workshop import Workshop
from dossier.problems import DossierError, Place
from dossier.read import folder
from dossier.review import words

MOST = 20  # bodies; more of them are parsed sooner by all hands


class MoreThanWords(Exception):
    """Something else may be new than words of bodies."""


class Edit(Struct, frozen=True, kw_only=True):
    """A record of which words in the body have changed: what it was, and what is read now."""

    was: Record
    parsed: Parsed[Record]
    now: Record
    text: read.Text

    @property
    def body(self) -> str:
        """The aspect of the body."""
        return tracing.body_of(self.now.key)

    @property
    def aspects(self) -> frozenset[str]:
        """The aspects of the body and of all its parts."""
        units = range(max(len(self.was.body.units), len(self.now.body.units)))
        return frozenset((self.body, *(tracing.part(self.body, name) for name in ("references", *map(str, units)))))

    @property
    def unchanged(self) -> frozenset[str]:
        """Those that are as they were."""
        changed = (tracing.part(self.body, str(at)) for at in ties.changed_units(self.was, self.now))
        return self.aspects - {self.body, *changed}


def build(project: Path, output: Path, options: Options, workshop: Workshop, sight: Sight) -> Report | None:
    """The site made anew where a few words have changed since the last build of this output; None where more may have.

    Raises:
        DossierError: when the output folder cannot be written.
    """
    values = workshop.values
    try:
        ground = shelving.recalled(values, project, output) if values else None
        if values is None or ground is None or ground.asked != asked(options):
            return None
        shelf = parsing.Shelf(of=ground.count, values=values)
        edits = tuple(edited(text, ground, shelf) for text in saved(ground, project, sight))
        if len(edits) > MOST:
            return None
        workshop.progress("checking", 0, 0)
        touching = Touching(project, output, options, workshop, ground, edits, sight)
        touching.refuse_problems()
        workshop.progress("making pages", 0, 0)
        touch, report = touching.done()
        for edit in edits:
            shelf.learn(edit.text, edit.parsed)
        shelving.keep(touching.ground_after(touch), values, output)
        return report
    except (MoreThanWords, Lost, write.Overtaken):
        return None


def asked(options: Options) -> str:
    """What a build is asked for that its ground must have been laid for."""
    return f"{options.today} {options.drafts} {options.strict}"


def sight(seen: stood.Seen) -> Sight:
    """What was seen, as it is kept."""
    return Sight(files=seen.files, unsure=seen.unsure)


def saved(ground: Ground, project: Path, sight: Sight) -> Iterator[read.Text]:
    """The files of records that read otherwise than before.

    Raises:
        MoreThanWords: when files have come or gone, or another one may have changed.
    """
    before, root = ground.sight, f"{os.path.realpath(project)}{os.sep}"
    filed = dict(ground.paths.values())
    for path in sight.files.keys() ^ before.files.keys():
        if not folder.is_clutter(Path(path).name):
            raise MoreThanWords(path)
    other = [path for path, how in sight.files.items() if before.files.get(path, how) != how]
    for path in dict.fromkeys((*other, *(path for path in before.unsure if path in sight.files))):
        name = path.removeprefix(root).replace(os.sep, "/")
        if name in filed:
            text = reading(path, name)
            if text.digest != filed[name]:
                yield text
        elif stood.contents((path,)) != before.unsure.get(path):
            raise MoreThanWords(path)


def reading(file: str, path: str) -> read.Text:
    """What a file says now."""
    try:
        text, problems = read.contents.text(folder.Entry(file=file, path=path))
    except DossierError as error:
        raise MoreThanWords(path) from error
    if not isinstance(text, read.Text) or problems:
        raise MoreThanWords(path)
    return text


def edited(text: read.Text, ground: Ground, shelf: parsing.Shelf) -> Edit:
    """A record whose text has changed, if nothing but words of its body has."""
    kept = shelf.known(text.path)
    is_grounded = kept is not None and (text.path, kept[0]) in ground.paths.values()  # not of a build that failed
    known = parsing.opened(kept) if kept and is_grounded else None
    parsed = parsing.again(text.text, known, path=text.path) if known else None
    if known is None or parsed is None or known.value is None or parsed.value is None:
        raise MoreThanWords(text.path)
    was, now = known.value, parsed.value
    alike = (
        was.key in ground.dossier.records and ties.are_same(was, now) and words.counts_alike(was, now, ground.dossier)
    )
    if not alike:
        raise MoreThanWords(text.path)
    return Edit(was=was, parsed=parsed, now=now, text=text)


class Touching(Struct, frozen=True, dict=True):
    """One such build."""

    project: Path
    output: Path
    options: Options
    workshop: Workshop
    ground: Ground
    edits: tuple[Edit, ...]
    sight: Sight

    @cached_property
    def dossier(self) -> Dossier:
        """The dossier with the new words, and its quotations where they stand now."""
        held = holding(self.ground.dossier, {edit.now.key: edit.now for edit in self.edits})
        return replace(held, quotations={one.quoted.place: one for one in self.checked})

    @cached_property
    def moved(self) -> dict[Place, Quoted]:
        """The quotations that stand elsewhere than before, by where they stood."""
        pairs = (
            pair
            for edit in self.edits
            for pair in zip(quoting.in_body(edit.was), quoting.in_body(edit.now), strict=True)
        )
        return {was.place: now for was, now in pairs if was != now}

    @cached_property
    def checked(self) -> tuple[Checked, ...]:
        """What came of looking up each quotation, wherever it stands now."""
        return tuple(self.carried(one) for one in self.ground.checked)

    def carried(self, one: Checked) -> Checked:
        """A quotation where it stands now; its sources and their locators are those that its citation names."""
        now = self.moved.get(one.quoted.place)
        if now is None:
            return one
        pointers = tuple(pointer for pointer in now.pointers if pointer.source in self.ground.dossier.sources)
        return replace(one, quoted=replace(now, pointers=pointers))

    def refuse_problems(self) -> None:
        """Raises MoreThanWords where something is or was wrong with an edited body, since all is told at once."""
        begin = {edit.text.path: edit.parsed.body_line for edit in self.edits}
        places = (finding.problem.place for finding in self.ground.findings)
        if any(place.path in begin and place.line >= begin[place.path] for place in places):
            raise MoreThanWords
        lookup = quoting.lookup(self.dossier, self.ground.archive, {})
        footing = words.Footing(lookup=lookup, archive=self.ground.archive, names=self.ground.names)
        if any(any(words.in_words(edit.now, edit.text.text, footing)) for edit in self.edits):
            raise MoreThanWords

    @cached_property
    def aspects(self) -> dict[str, str]:
        """The aspects that are otherwise now."""
        bodies = {aspect: edit.parsed.body for edit in self.edits for aspect in edit.aspects}
        return {**bodies, **(tracing.of_quotations(self.dossier.quotations) if self.moved else {})}

    @cached_property
    def stale(self) -> frozenset[str]:
        """The tasks that would make something else now, by name, and those that the last build put off."""
        before = self.ground.memory.aspects
        same = {aspect for edit in self.edits for aspect in edit.unchanged}
        other = {aspect for aspect, digest in self.aspects.items() if before.get(aspect) != digest} - same
        gone = {tracing.quotation_at(place) for place in self.moved}
        readers = (self.ground.readers.get(aspect, frozenset()) for aspect in other | gone)
        return self.ground.memory.owed.union(*readers)

    @cached_property
    def late(self) -> frozenset[str]:
        """Those of them that are put off now."""
        entries = self.ground.memory.entries
        return frozenset(name for name in self.stale if self.options.put_off and entries[name].is_whole)

    def tasks(self, watch: tracing.Watch) -> tuple[Task, ...]:
        """What is to be made."""
        desk = Desk(
            dossier=tracing.watched(self.dossier, watch),
            words=wording.words(self.dossier.settings.language),
            editions=self.ground.editions,
            carried=self.ground.carried,
            day=self.options.today,
            watch=watch,
        )
        wanted = {name: self.ground.memory.entries[name] for name in sorted(self.stale - self.late)}
        pages = {name: plan.page_of(shelving.key(one.key), desk) if one.key else None for name, one in wanted.items()}
        tasks = tuple(task for name, task in pages.items() if task and task.name == name)
        return tasks if len(tasks) == len(wanted) else tuple(one for one in plan.tasks(desk) if one.name in wanted)

    def made(self) -> dict[str, tuple[Entry, tuple[File, ...]]]:
        """What is remembered of each task that was done, and its files."""
        watch = tracing.Watch()
        tasks = self.tasks(watch)
        of = render.Ingredients(
            theme=self.ground.theme,
            own=self.ground.own,
            language=self.dossier.settings.language,
            compiled=templates.Ready(read.compiled(), self.workshop.values.store if self.workshop.values else None),
        )
        parts = render.part(render.Work(tasks=tasks, of=of, watch=watch), range(len(tasks)))
        if any(part.problems for part in parts):
            raise MoreThanWords
        return {task.name: (entry(task, part), part.files) for task, part in zip(tasks, parts, strict=True)}

    def done(self) -> tuple[Touch, Report]:
        """What was changed, with the site as it stands then."""
        ground, made = self.ground, self.made()
        entries = {name: one for name, (one, _) in made.items()}
        self.refuse_others(entries)
        files = [file for _, found in made.values() for file in found]
        self.workshop.progress("writing", 0, 0)
        with write.aside(self.output, self.project) as room:
            written = write.over(files, room, known=ground.memory.standing)
        standing = {path: how for path, how in written.standing.items() if ground.memory.standing.get(path) != how}
        memory = Memory(aspects=self.aspects, entries=entries, standing=standing, owed=self.late)
        paths = {str(edit.now.key): (edit.text.path, edit.text.digest) for edit in self.edits}
        report = Report(
            findings=ground.findings,
            records=ground.records,
            strict=self.options.strict,
            output=self.output,
            pages=ground.pages,
            changed=written.changed,
            put_off=tuple(path for name in sorted(self.late) for path in ground.memory.entries[name].files),
            seal=written.standing[write.MANIFEST],
            quotations=self.checked,
            unlocked=ground.unlocked,
        )
        before = ground.sight.files
        sight = replace(
            self.sight, files={path: how for path, how in self.sight.files.items() if before.get(path) != how}
        )
        return Touch(sight=sight, paths=paths, checked=self.checked, memory=memory), report

    def refuse_others(self, entries: Mapping[str, Entry]) -> None:
        """Raises MoreThanWords where a task made other files than before, or read what nobody had read."""
        before, known = self.ground.memory, {*self.ground.memory.aspects, *self.aspects}
        for name, one in entries.items():
            if one.files.keys() != before.entries[name].files.keys() or not one.read <= known:
                raise MoreThanWords(name)

    def ground_after(self, touch: Touch) -> Ground:
        """What the next build can stand on."""
        return replace(self.ground.after(touch), dossier=self.dossier)
