"""All that is known of a project before a page is planned: read, parsed, linked and reviewed."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from dossier import quoting, read, tracing
from dossier.link import assembly
from dossier.model.dossier import Dossier, Record
from dossier.model.edition import Edition, in_sequence
from dossier.model.key import Key, Kind
from dossier.model.media import Medium
from dossier.model.page import Page
from dossier.model.parsed import Parsed
from dossier.model.prose import NOTHING
from dossier.model.run import Options, Report
from dossier.model.settings import Settings
from dossier.model.written import Carried, Files, Written
from dossier.pipeline import parsing
from dossier.pipeline.findings import findings
from dossier.pipeline.workshop import ALONE, Workshop
from dossier.problems import Problem
from dossier.review import whole as checks


class Survey(Struct, frozen=True, kw_only=True):
    """All that is known of a project before a page is planned."""

    inputs: read.Inputs
    settings: Settings | None
    dossier: Dossier | None
    editions: tuple[Edition, ...]
    lookup: quoting.Lookup | None
    records: int
    problems: tuple[Problem, ...]
    marks: Mapping[Key, tracing.Marks]

    def report(self, options: Options, problems: tuple[Problem, ...] = ()) -> Report:
        """What was found, here and later, in reading order."""
        found = findings((*self.problems, *problems), self.inputs, self.settings)
        quotations = self.lookup.checked if self.lookup else ()
        unlocked = self.lookup.unlocked if self.lookup else 0
        return Report(
            findings=found, records=self.records, strict=options.strict, quotations=quotations, unlocked=unlocked
        )


class Gathered(Struct, frozen=True, kw_only=True):
    """What the files of a project say, each by itself; ``broken`` are the records that cannot be read."""

    settings: Parsed[Settings]
    media: Parsed[tuple[Medium, ...]]
    editions: Parsed[tuple[Edition, ...]]
    records: tuple[Parsed[Record], ...]
    broken: Mapping[Key, tuple[str, ...]]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with any of them."""
        return tuple(
            problem for one in (self.settings, self.media, self.editions, *self.records) for problem in one.problems
        )

    @property
    def marks(self) -> dict[Key, tracing.Marks]:
        """The digests of every record that can be read."""
        return {
            one.key: tracing.Marks(outline=one.outline, body=one.body) for one in self.records if one.key and one.value
        }


def gathered(inputs: read.Inputs, options: Options, workshop: Workshop) -> Gathered:
    """What the files say."""
    records = parsing.records(inputs.records, workshop)
    return Gathered(
        settings=parsed_settings(inputs, workshop),
        media=parsed_media(inputs, workshop),
        editions=parsed_editions(inputs, options, workshop),
        records=records,
        broken=broken(records, inputs),
    )


def surveyed(project: Path, options: Options, workshop: Workshop = ALONE) -> Survey:
    """The project read, parsed, linked and reviewed; what fails at one step is not told again by the next."""
    workshop.progress("reading", 0, 0)
    inputs = read.project(project, workshop.reading())
    files = gathered(inputs, options, workshop)
    workshop.progress("linking", 0, 0)
    linked = assembly.dossier(material(inputs, files, options))
    lock, unlocked = locked(inputs)
    lookup = quoting.lookup(linked.dossier, inputs.archive, lock) if linked.dossier else None
    workshop.progress("checking", 0, 0)
    around = checks.Surroundings(
        archive=inputs.archive,
        files=exposed(inputs, files.records),
        editions=files.editions.value or (),
        today=options.today,
        broken=frozenset(files.broken),
        is_whole=not files.broken and not linked.problems,
    )
    reviewed = checks.problems(lookup, around) if lookup else ()
    return Survey(
        inputs=inputs,
        settings=files.settings.value,
        dossier=replace(lookup.dossier, quotations=lookup.by_place) if lookup else None,
        lookup=lookup,
        editions=files.editions.value or (),
        records=len(files.records),
        problems=(*inputs.problems, *files.problems, *linked.problems, *unlocked, *reviewed),
        marks=files.marks,
    )


def material(inputs: read.Inputs, files: Gathered, options: Options) -> assembly.Material:
    """What the dossier is joined from."""
    shown, withheld = gated(files.records, options)
    return assembly.Material(
        records=shown,
        settings=files.settings.value,
        media=files.media.value or (),
        pictures=frozenset(Path(picture.path).name for picture in inputs.media),
        broken=files.broken,
        withheld=withheld,
    )


def parsed_settings(inputs: read.Inputs, workshop: Workshop) -> Parsed[Settings]:
    """The settings; a project without any is no project, and ``read`` has found it by them."""
    if inputs.settings is None:
        return Parsed(value=None, problems=())
    return parsing.once(inputs.settings, parsing.settings, workshop)


def parsed_media(inputs: read.Inputs, workshop: Workshop) -> Parsed[tuple[Medium, ...]]:
    """The pictures' credits, where a file gives them."""
    if inputs.media_list is None:
        return Parsed(value=(), problems=())
    return parsing.once(inputs.media_list, parsing.media, workshop)


def parsed_editions(inputs: read.Inputs, options: Options, workshop: Workshop) -> Parsed[tuple[Edition, ...]]:
    """The editions, oldest first; none where one is at fault, since only all of them tell what was published."""
    texts = (text for name, text in inputs.editions.items() if name != options.without)
    parsed = [parsing.once(text, parsing.edition, workshop) for text in texts]
    problems = tuple(problem for one in parsed for problem in one.problems)
    kept = in_sequence(one.value for one in parsed if one.value)
    return Parsed(value=None if problems else kept, problems=problems)


def locked(inputs: read.Inputs) -> tuple[quoting.Lock, tuple[Problem, ...]]:
    """What was verified earlier, where a file tells of it."""
    return quoting.read(inputs.lock.text, path=inputs.lock.path) if inputs.lock else ({}, ())


def exposed(inputs: read.Inputs, parsed: tuple[Parsed[Record], ...]) -> Files:
    """Everything that somebody could come to see: content, drafts too, the look of the project, and its pictures."""
    settings = (text for text in (inputs.settings, inputs.media_list) if text)
    bodies = {one.value.filed.path: one.value.body for one in parsed if one.value}
    return Files(
        content=tuple(
            Written(path=text.path, text=text.text, body=bodies.get(text.path, NOTHING))
            for text in (*settings, *inputs.records)
        ),
        look=tuple(Written(path=f"templates/{name}", text=text) for name, text in inputs.templates.items()),
        carried=(
            *(Carried(path=f"templates/{asset.path}", data=asset.data) for asset in inputs.assets),
            *(Carried(path=picture.path, data=picture.data) for picture in inputs.media),
        ),
    )


def gated(parsed: tuple[Parsed[Record], ...], options: Options) -> tuple[tuple[Record, ...], tuple[Record, ...]]:
    """The records that readers may see, and those withheld: the one gate that drafts and embargoes meet.

    A page of a section that is withheld is withheld with it.
    """
    records = tuple(one.value for one in parsed if one.value)
    if options.drafts:
        return records, ()
    hidden = {record.key for record in records if record.filed.is_withheld(options.today)}
    sections = {key.id for key in hidden if key.kind is Kind.SECTION}
    hidden |= {record.key for record in records if isinstance(record, Page) and record.section in sections}
    shown = tuple(record for record in records if record.key not in hidden)
    return shown, tuple(record for record in records if record.key in hidden)


def broken(parsed: tuple[Parsed[Record], ...], inputs: read.Inputs) -> dict[Key, tuple[str, ...]]:
    """The records whose own files are at fault, with the names read of them: what leads to them is passed over."""
    unread = (parsing.named(problem.place.path) for problem in inputs.problems)
    return {key: () for key in unread if key} | {one.key: one.names for one in parsed if one.key and not one.value}
