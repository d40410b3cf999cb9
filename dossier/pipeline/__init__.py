"""The whole build, readable on one screen: read, parse, link, review, plan, render, write."""

from dataclasses import dataclass, replace
from pathlib import Path

from dossier import plan, quoting, read, render, rules, templates, wording, write
from dossier.model.run import Options, Report
from dossier.pipeline.survey import Survey, surveyed
from dossier.problems import DossierError, Problem, Severity

__all__ = ["Prepared", "Survey", "build", "check", "prepared", "surveyed", "verify"]

PREVIEW = Path(".dossier") / "preview"


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """A site that only needs writing, or no files where something stands in its way."""

    survey: Survey
    report: Report
    files: tuple[write.File, ...] = ()
    pages: int = 0


def check(project: Path, options: Options) -> Report:
    """Everything that is wrong with a project's content and templates; nothing is written.

    Raises:
        DossierError: when the project cannot be read.
    """
    return prepared(project, options).report


def build(project: Path, options: Options) -> Report:
    """The site of a project in its output folder, or, where the content does not hold, only the report why.

    Raises:
        DossierError: when the project cannot be read, or the output folder is refused or cannot be written.
    """
    output = destination(project, options)
    write.refuse_dangerous(output, project)
    made = prepared(project, options)
    if not made.report.is_clean:
        return made.report
    written = write.site(made.files, output=output, project=project)
    return replace(made.report, output=output, pages=made.pages, changed=written.changed)


def prepared(project: Path, options: Options, *, without: str = "") -> Prepared:
    """The whole site in memory, from reading to rendering; it ends early where what follows would be guesswork.

    ``without`` is an edition that is about to be replaced: nothing is held to it.
    """
    survey = surveyed(project, options, without=without)
    own, theme = survey.inputs.templates, survey.inputs.theme
    faults = templates.check(theme, own) if own else ()  # the packaged ones prove themselves as they make the pages
    report = survey.report(options, faults)
    if survey.dossier is None or report.count(Severity.ERROR):
        return Prepared(survey=survey, report=report)
    words = wording.words(survey.dossier.settings.language)
    planned = plan.site(
        survey.dossier,
        words,
        editions=survey.editions,
        today=options.today,
        files=carried(survey.inputs),
    )
    rendered = render.pages(planned.site.pages, templates.look(theme=theme, own=own, words=words))
    report = survey.report(options, (*faults, *planned.problems, *rendered.problems))
    if not report.is_clean:
        return Prepared(survey=survey, report=report)
    files = [write.File(path=url, data=data) for url, data in rendered.pages]
    files += [write.File(path=asset.url, data=asset.data) for asset in planned.site.assets]
    return Prepared(survey=survey, report=report, files=tuple(files), pages=len(rendered.pages))


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
