"""The whole build, readable on one screen: read, parse, link, review, plan, render, write."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from dossier import link, parse, plan, read, render, review, rules, templates, wording, write
from dossier.model.dossier import Dossier, Record
from dossier.model.key import Key
from dossier.model.media import Medium
from dossier.model.run import Options, Report
from dossier.model.settings import Settings
from dossier.problems import DossierError, Finding, Problem, in_order

PREVIEW = Path(".dossier") / "preview"


@dataclass(frozen=True, kw_only=True)
class Survey:
    """All that is known of a project before a page is planned."""

    inputs: read.Inputs
    settings: Settings | None
    dossier: Dossier | None
    records: int
    problems: tuple[Problem, ...]

    def report(self, options: Options, problems: tuple[Problem, ...] = ()) -> Report:
        """What was found, here and later, in reading order."""
        found = findings((*self.problems, *problems), self.inputs, self.settings)
        return Report(findings=found, records=self.records, strict=options.strict)


def check(project: Path, options: Options) -> Report:
    """Everything that is wrong with a project's content and templates; nothing is written.

    Raises:
        DossierError: when the project cannot be read.
    """
    survey = surveyed(project, options)
    return survey.report(options, templates.check(survey.inputs.theme, survey.inputs.templates))


def build(project: Path, options: Options) -> Report:
    """The site of a project in its output folder, or, where the content does not hold, only the report why.

    Raises:
        DossierError: when the project cannot be read, or the output folder is refused or cannot be written.
    """
    output = destination(project, options)
    write.refuse_dangerous(output, project)
    survey = surveyed(project, options)
    own = survey.inputs.templates  # the packaged ones prove themselves as they make the pages
    report = survey.report(options, templates.check(survey.inputs.theme, own) if own else ())
    if survey.dossier is None or not report.is_clean:
        return report
    words = wording.words(survey.dossier.settings.language)
    planned = plan.site(
        survey.dossier, words, today=options.today, assets=assets(survey.inputs), media=media(survey.inputs)
    )
    look = templates.look(theme=survey.inputs.theme, own=own, words=words)
    rendered = render.pages(planned.site.pages, look)
    report = survey.report(options, (*planned.problems, *rendered.problems))
    if not report.is_clean:
        return report
    files = [write.File(path=url, data=data) for url, data in rendered.pages]
    files += [write.File(path=asset.url, data=asset.data) for asset in planned.site.assets]
    written = write.site(files, output=output, project=project)
    return replace(report, output=output, pages=len(rendered.pages), changed=written.changed)


def surveyed(project: Path, options: Options) -> Survey:
    """The project read, parsed, linked and reviewed; what fails at one step is not told again by the next."""
    inputs = read.project(project)
    settings = parsed_settings(inputs)
    pictures = parsed_media(inputs)
    parsed = tuple(parse.record(text.text, path=text.path) for text in inputs.records)
    shown, withheld = gated(parsed, options)
    at_fault = broken(parsed, inputs)
    linked = link.dossier(shown, settings.value, media=pictures.value or (), broken=at_fault, withheld=withheld)
    is_whole = not at_fault and not linked.problems
    reviewed = reviews(linked.dossier, inputs, options.today, is_whole=is_whole) if linked.dossier else ()
    problems = (
        *inputs.problems,
        *settings.problems,
        *pictures.problems,
        *(problem for one in parsed for problem in one.problems),
        *linked.problems,
        *reviewed,
    )
    return Survey(
        inputs=inputs, settings=settings.value, dossier=linked.dossier, records=len(parsed), problems=problems
    )


def reviews(dossier: Dossier, inputs: read.Inputs, today: date, *, is_whole: bool) -> tuple[Problem, ...]:
    """What the checks of the whole dossier find."""
    written = {text.path: text.text for text in texts(inputs)}
    return review.problems(dossier, inputs.archive, texts=written, today=today, is_whole=is_whole)


def parsed_settings(inputs: read.Inputs) -> parse.Parsed[Settings]:
    """The settings; a project without any is no project, and ``read`` has found it by them."""
    if inputs.settings is None:
        return parse.Parsed(value=None, problems=())
    return parse.settings(inputs.settings.text, path=inputs.settings.path)


def parsed_media(inputs: read.Inputs) -> parse.Parsed[tuple[Medium, ...]]:
    """The pictures' credits, where a file gives them."""
    if inputs.media_list is None:
        return parse.Parsed(value=(), problems=())
    return parse.media(inputs.media_list.text, path=inputs.media_list.path)


def gated(parsed: tuple[parse.Parsed[Record], ...], options: Options) -> tuple[tuple[Record, ...], frozenset[Key]]:
    """The records that readers may see, and the keys of those withheld: the one gate that drafts and embargoes meet."""
    records = [one.value for one in parsed if one.value]
    if options.drafts:
        return tuple(records), frozenset()
    withheld = [record for record in records if record.filed.is_withheld(options.today)]
    shown = tuple(record for record in records if record not in withheld)
    return shown, frozenset(record.key for record in withheld)


def broken(parsed: tuple[parse.Parsed[Record], ...], inputs: read.Inputs) -> dict[Key, tuple[str, ...]]:
    """The records whose own files are at fault, with the names read of them: what leads to them is passed over."""
    unread = (parse.named(problem.place.path) for problem in inputs.problems if problem.place.path.endswith(".md"))
    return {key: () for key in unread if key} | {one.key: one.names for one in parsed if one.key and not one.value}


def destination(project: Path, options: Options) -> Path:
    """The output folder: the one asked for, else ``build``; with drafts the preview, which is never published."""
    published = project / "build"
    if not options.drafts:
        return options.output or published
    if options.output and options.output.resolve() == published.resolve():
        raise DossierError(f"drafts are never built into {published}; leave --output out, or name another folder")
    return options.output or project / PREVIEW


def assets(inputs: read.Inputs) -> dict[str, bytes]:
    """The assets of the look, by address."""
    return {asset.path: asset.data for asset in inputs.assets}


def media(inputs: read.Inputs) -> dict[str, bytes]:
    """The pictures by file name."""
    return {Path(picture.path).name: picture.data for picture in inputs.media}


def findings(problems: tuple[Problem, ...], inputs: read.Inputs, settings: Settings | None) -> tuple[Finding, ...]:
    """The problems in reading order, each with its weight in this dossier and the line it stands on."""
    lines = {text.path: text.text.split("\n") for text in texts(inputs)}
    weights = settings.checks if settings else {}
    return tuple(
        Finding(
            problem=problem,
            severity=weights.get(problem.code, rules.BY_CODE[problem.code].severity),
            excerpt=excerpt(lines.get(problem.place.path, []), problem.place.line),
        )
        for problem in in_order(problems)
    )


def excerpt(lines: list[str], number: int) -> str:
    """One line of a file; nothing past its end."""
    return lines[number - 1] if 0 < number <= len(lines) else ""


def texts(inputs: read.Inputs) -> tuple[read.Text, ...]:
    """Every text that a problem may point into."""
    single = tuple(text for text in (inputs.settings, inputs.media_list) if text)
    own = tuple(read.Text(path=f"templates/{name}", text=text) for name, text in inputs.templates.items())
    theme = tuple(read.Text(path=f"theme/{name}", text=text) for name, text in inputs.theme.items())
    return (*single, *inputs.records, *own, *theme)
