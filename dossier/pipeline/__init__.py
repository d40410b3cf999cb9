"""The whole build, readable on one screen: read, parse, link, review, plan, render, write."""

from dataclasses import dataclass, replace
from pathlib import Path

from dossier import plan, quoting, read, render, rules, templates, urls, wording, write
from dossier.model.dossier import Dossier
from dossier.model.printed import Printed
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

    def is_shown_by(self, sheet: Printed) -> bool:
        """Whether a page in print tells what the site tells."""
        return sheet.shows({file.path: file.data for file in self.files})


def check(project: Path, options: Options) -> Report:
    """Everything that is wrong with a project's content and templates; nothing is written.

    Raises:
        DossierError: when the project cannot be read.
    """
    return prepared(project, options).report


def build(project: Path, options: Options, *, printed: Printed | None = None) -> Report:
    """The site of a project in its output folder, or, where the content does not hold, only the report why.

    Pages in print that stand there, or are ``printed`` just now, stay for as long as they tell what the site tells.

    Raises:
        DossierError: when the project cannot be read, or the output folder is refused or cannot be written.
    """
    output = destination(project, options)
    write.refuse_dangerous(output, project)
    sheets = {sheet.url: sheet for sheet in (*write.printed(output), *((printed,) if printed else ()))}
    made = prepared(project, options, printed=sheets.get(urls.PDF))
    if not made.report.is_clean:
        return made.report
    kept = [sheet for sheet in sheets.values() if made.is_shown_by(sheet)]
    written = write.site(made.files, output=output, project=project, sheets=kept)
    return replace(
        made.report,
        output=output,
        pages=made.pages,
        changed=written.changed,
        outdated=tuple(sorted(sheets.keys() - {sheet.url for sheet in kept})),
    )


def prepared(project: Path, options: Options, *, without: str = "", printed: Printed | None = None) -> Prepared:
    """The whole site in memory, from reading to rendering; it ends early where what follows would be guesswork.

    ``without`` is an edition that is about to be replaced: nothing is held to it. ``printed`` is the whole dossier in
    print, to which pages lead if it is still true. That shows when all is made, and all is made anew if it is not.
    """
    survey = surveyed(project, options, without=without)
    own, theme = survey.inputs.templates, survey.inputs.theme
    faults = templates.check(theme, own) if own else ()  # the packaged ones prove themselves as they make the pages
    report = survey.report(options, faults)
    if survey.dossier is None or report.count(Severity.ERROR):
        return Prepared(survey=survey, report=report)
    made = finished(survey, survey.dossier, options, faults, printed=printed)
    if printed and made.files and not made.is_shown_by(printed):
        return finished(survey, survey.dossier, options, faults, printed=None)
    return made


def finished(
    survey: Survey, dossier: Dossier, options: Options, faults: tuple[Problem, ...], *, printed: Printed | None
) -> Prepared:
    """The site planned and rendered, with the way to the whole dossier in print if there is one."""
    own, theme = survey.inputs.templates, survey.inputs.theme
    words = wording.words(dossier.settings.language)
    planned = plan.site(
        dossier,
        words,
        editions=survey.editions,
        today=options.today,
        files=carried(survey.inputs),
        printed=printed,
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
