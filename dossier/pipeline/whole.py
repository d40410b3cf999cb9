"""The whole of a project gone through, readable on one screen: read, parse, link, review, plan, render, write."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from dossier import quoting, read, rules, templates, urls, write
from dossier.model.printed import Printed
from dossier.model.run import Options, Report
from dossier.pipeline import shelving, touching
from dossier.pipeline.ground import Ground, Sight, readers
from dossier.pipeline.making import Bench, Making
from dossier.pipeline.memory import Memory
from dossier.pipeline.survey import Survey, surveyed
from dossier.pipeline.where import destination
from dossier.pipeline.workshop import ALONE, Workshop
from dossier.problems import Problem, Severity
from dossier.review import words


class Prepared(Struct, frozen=True, kw_only=True):
    """A site that only needs writing, or none where something stands in its way."""

    survey: Survey
    report: Report
    making: Making | None = None


def check(project: Path, options: Options, workshop: Workshop = ALONE) -> Report:
    """Everything that is wrong with a project's content and templates; nothing is written.

    Raises:
        DossierError: when the project cannot be read.
    """
    return prepared(project, options, workshop).report


def build(
    project: Path, options: Options, workshop: Workshop, sheets: Mapping[str, Printed], sight: Sight | None
) -> Report:
    """The site of a project, with all of it gone through; ``sheets`` are its pages in print, by address."""
    output = destination(project, options)
    try:
        with write.aside(output, project) as room:
            made = prepared(project, options, workshop, printed=sheets.get(urls.PDF), room=room)
            if made.making is None:
                return made.report
            hashes = made.making.hashes
            kept = [sheet for sheet in sheets.values() if sheet.shows(hashes)]
            workshop.progress("writing", 0, 0)
            written = write.site(made.making.made, room, kept=made.making.kept, sheets=kept)
    except write.Overtaken:  # by a build of something else at the same time; one that remembers nothing keeps nothing
        return build(project, options, replace(workshop, values=None), sheets, None)
    memory = replace(made.making.memory, standing=written.standing)
    survey, report, late = made.survey, made.report, made.making.late
    del made  # what was made is on the disk, and what follows needs its room in memory
    if workshop.values and sight:
        shelving.lay(ground(survey, report, memory, sight, options), workshop.values, output)
    return replace(
        report,
        output=output,
        pages=len(memory.pages),
        put_off=late,
        changed=written.changed,
        seal=written.standing[write.MANIFEST],
        outdated=tuple(sorted(sheets.keys() - {sheet.url for sheet in kept})),
    )


def ground(survey: Survey, report: Report, memory: Memory, sight: Sight, options: Options) -> Ground:
    """What a build leaves to the next one to stand on."""
    dossier, inputs = survey.dossier, survey.inputs
    assert dossier, "a site was made of it"
    texts = {text.path: text.digest for text in inputs.records}
    return Ground(
        asked=touching.asked(options),
        sight=sight,
        paths={str(key): (one.filed.path, texts[one.filed.path]) for key, one in dossier.records.items()},
        count=len(inputs.records),
        dossier=dossier,
        editions=survey.editions,
        archive=inputs.archive,
        theme=inputs.theme,
        own=inputs.templates,
        carried=frozenset(carried(inputs)),
        names=tuple(words.numbered_names(dossier)),
        findings=report.findings,
        checked=report.quotations,
        unlocked=report.unlocked,
        records=survey.records,
        pages=len(memory.pages),
        memory=memory,
        readers=readers(memory.entries),
        laid=memory.standing[write.MANIFEST],
    )


def prepared(
    project: Path,
    options: Options,
    workshop: Workshop = ALONE,
    *,
    printed: Printed | None = None,
    room: write.Aside | None = None,
) -> Prepared:
    """The whole site, from reading to rendering; it ends early where what follows would be guesswork.

    ``printed`` is the whole dossier in print, to which pages lead if it is still true. Files may be put into ``room``
    as they are made.
    """
    workshop = workshop.manned()
    survey = surveyed(project, options, workshop)
    own, theme = survey.inputs.templates, survey.inputs.theme
    faults = templates.check(theme, own) if own else ()  # the packaged ones prove themselves as they make the pages
    report = survey.report(options, faults)
    if survey.dossier is None or report.count(Severity.ERROR):
        return Prepared(survey=survey, report=report)
    workshop.progress("planning", 0, 0)
    output = destination(project, options)
    memory = shelving.remembered(workshop.values, output) if workshop.values else Memory()
    bench = Bench(survey, survey.dossier, carried(survey.inputs), options, output, memory, workshop, room)
    making = bench.made(printed)
    report = survey.report(options, (*faults, *making.problems))
    return Prepared(survey=survey, report=report, making=making if report.is_clean else None)


def verify(project: Path, options: Options) -> Report:
    """What came of looking up every quotation; where all is in order it is kept in ``content/quotations.lock``.

    Drafts are looked up too, so that their day of publication brings no surprise. That a text has changed since the
    last time is no fault here: to look again is the way on.

    Raises:
        DossierError: when the project cannot be read, or the lock cannot be written.
    """
    survey = surveyed(project, replace(options, drafts=True))
    survey = replace(survey, problems=tuple(p for p in survey.problems if bears_on_words(p)))
    report = survey.report(options)
    if survey.lookup is None or not report.is_clean:
        return report
    write.keep(quoting.written(survey.lookup.renewed()), quoting.LOCK, project=project)
    return replace(report, output=project / quoting.LOCK, unlocked=0)


def bears_on_words(problem: Problem) -> bool:
    """Whether a problem could make a quotation pass for verified; a draft need not hold in every other way."""
    family = rules.BY_CODE[problem.code].family
    return family in ("shape", "links", "quotations", "rights") and problem.code not in quoting.LOOKED_AT_AGAIN


def carried(inputs: read.Inputs) -> dict[str, bytes]:
    """The files that go into the site as they are, by address: the assets of the look, and the pictures."""
    assets = {asset.path: asset.data for asset in inputs.assets}
    return assets | {f"media/{Path(picture.path).name}": picture.data for picture in inputs.media}
