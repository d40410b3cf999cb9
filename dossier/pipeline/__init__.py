"""The whole build, readable on one screen: read, parse, link, review, plan, render, write."""

from dataclasses import dataclass, replace
from pathlib import Path

from dossier import quoting, read, rules, templates, urls, write
from dossier.model.printed import Printed
from dossier.model.run import Options, Report
from dossier.pipeline.making import Bench, Making
from dossier.pipeline.memory import Memory, recalled, remember
from dossier.pipeline.survey import Survey, surveyed
from dossier.pipeline.workshop import ALONE, Workshop, workshop
from dossier.problems import DossierError, Problem, Severity

__all__ = ["ALONE", "Prepared", "Survey", "Workshop", "build", "check", "prepared", "surveyed", "verify", "workshop"]

PREVIEW = Path(".dossier") / "preview"


@dataclass(frozen=True, kw_only=True)
class Prepared:
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


def build(project: Path, options: Options, workshop: Workshop = ALONE, *, printed: Printed | None = None) -> Report:
    """The site of a project in its output folder, or, where the content does not hold, only the report why.

    Pages in print that stand there, or are ``printed`` just now, stay for as long as they tell what the site tells.

    Raises:
        DossierError: when the project cannot be read, or the output folder is refused or cannot be written.
    """
    output = destination(project, options)
    write.refuse_dangerous(output, project)
    sheets = {sheet.url: sheet for sheet in (*write.printed(output), *((printed,) if printed else ()))}
    made = prepared(project, options, workshop, printed=sheets.get(urls.PDF))
    if made.making is None:
        return made.report
    hashes = made.making.hashes
    kept = [sheet for sheet in sheets.values() if sheet.shows(hashes)]
    workshop.progress("writing", 0, 0)
    files = [write.File(path=path, data=data) for path, data in made.making.made.items()]
    try:
        written = write.site(files, output=output, project=project, kept=made.making.kept, sheets=kept)
    except write.Overtaken:  # by a build of something else at the same time; one that remembers nothing keeps nothing
        return build(project, options, replace(workshop, values=None), printed=printed)
    if workshop.values:
        remember(replace(made.making.memory, standing=written.standing), workshop.values, output)
    return replace(
        made.report,
        output=output,
        pages=len(made.making.memory.pages) + len(made.making.late),
        put_off=made.making.late,
        changed=written.changed,
        seal=written.standing[write.MANIFEST],
        outdated=tuple(sorted(sheets.keys() - {sheet.url for sheet in kept})),
    )


def prepared(
    project: Path,
    options: Options,
    workshop: Workshop = ALONE,
    *,
    without: str = "",
    printed: Printed | None = None,
) -> Prepared:
    """The whole site, from reading to rendering; it ends early where what follows would be guesswork.

    ``without`` is an edition that is about to be replaced: nothing is held to it. ``printed`` is the whole dossier in
    print, to which pages lead if it is still true.
    """
    survey = surveyed(project, options, workshop, without=without)
    own, theme = survey.inputs.templates, survey.inputs.theme
    faults = templates.check(theme, own) if own else ()  # the packaged ones prove themselves as they make the pages
    report = survey.report(options, faults)
    if survey.dossier is None or report.count(Severity.ERROR):
        return Prepared(survey=survey, report=report)
    workshop.progress("planning", 0, 0)
    output = destination(project, options)
    memory = recalled(workshop.values, output) if workshop.values else Memory()
    bench = Bench(survey, survey.dossier, carried(survey.inputs), options, output, memory, workshop)
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


def destination(project: Path, options: Options) -> Path:
    """The output folder: the one asked for, else ``build``; with drafts the preview, which is never published."""
    published = project / "build"
    if not options.drafts:
        return options.output or published
    if options.output and options.output.resolve() == published.resolve():
        raise DossierError(f"drafts are never built into {published}; leave --output out, or name another folder")
    return options.output or project / PREVIEW


def carried(inputs: read.Inputs) -> dict[str, bytes]:
    """The files that go into the site as they are, by address: the assets of the look, and the pictures."""
    assets = {asset.path: asset.data for asset in inputs.assets}
    return assets | {f"media/{Path(picture.path).name}": picture.data for picture in inputs.media}
