"""The whole build, readable on one screen: read, parse, link, review, plan, render, write."""

from dataclasses import dataclass, replace
from pathlib import Path

from dossier import link, parse, plan, quoting, read, render, review, rules, templates, wording, write
from dossier.model.dossier import Dossier, Record
from dossier.model.edition import Edition, in_sequence
from dossier.model.key import Key, Kind
from dossier.model.media import Medium
from dossier.model.page import Page
from dossier.model.prose import NOTHING
from dossier.model.run import Options, Report
from dossier.model.settings import Settings
from dossier.model.written import Carried, Files, Written
from dossier.problems import DossierError, Finding, Problem, Severity, in_order

PREVIEW = Path(".dossier") / "preview"


@dataclass(frozen=True, kw_only=True)
class Survey:
    """All that is known of a project before a page is planned."""

    inputs: read.Inputs
    settings: Settings | None
    dossier: Dossier | None
    editions: tuple[Edition, ...]
    lookup: quoting.Lookup | None
    records: int
    problems: tuple[Problem, ...]

    def report(self, options: Options, problems: tuple[Problem, ...] = ()) -> Report:
        """What was found, here and later, in reading order."""
        found = findings((*self.problems, *problems), self.inputs, self.settings)
        quotations = self.lookup.checked if self.lookup else ()
        unlocked = self.lookup.unlocked if self.lookup else 0
        return Report(
            findings=found, records=self.records, strict=options.strict, quotations=quotations, unlocked=unlocked
        )


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


def surveyed(project: Path, options: Options, *, without: str = "") -> Survey:
    """The project read, parsed, linked and reviewed; what fails at one step is not told again by the next."""
    inputs = read.project(project)
    settings = parsed_settings(inputs)
    pictures = parsed_media(inputs)
    parsed = tuple(parse.record(text.text, path=text.path) for text in inputs.records)
    shown, withheld = gated(parsed, options)
    kept = parsed_editions(inputs, without)
    at_fault = broken(parsed, inputs)
    linked = link.dossier(
        link.Material(
            records=shown,
            settings=settings.value,
            media=pictures.value or (),
            pictures=frozenset(Path(picture.path).name for picture in inputs.media),
            broken=at_fault,
            withheld=withheld,
        )
    )
    lock, unlocked = locked(inputs)
    lookup = quoting.lookup(linked.dossier, inputs.archive, lock) if linked.dossier else None
    is_whole = not at_fault and not linked.problems
    around = review.Surroundings(
        archive=inputs.archive,
        files=exposed(inputs, parsed),
        editions=kept.value or (),
        today=options.today,
        broken=frozenset(at_fault),
        is_whole=is_whole,
    )
    reviewed = review.problems(lookup, around) if lookup else ()
    problems = (
        *inputs.problems,
        *settings.problems,
        *pictures.problems,
        *kept.problems,
        *(problem for one in parsed for problem in one.problems),
        *linked.problems,
        *unlocked,
        *reviewed,
    )
    return Survey(
        inputs=inputs,
        settings=settings.value,
        dossier=replace(lookup.dossier, quotations=lookup.by_place) if lookup else None,
        lookup=lookup,
        editions=kept.value or (),
        records=len(parsed),
        problems=problems,
    )


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


def parsed_editions(inputs: read.Inputs, without: str) -> parse.Parsed[tuple[Edition, ...]]:
    """The editions, oldest first; none where one is at fault, since only all of them tell what was published."""
    parsed = [parse.edition(text.text, path=text.path) for name, text in inputs.editions.items() if name != without]
    problems = tuple(problem for one in parsed for problem in one.problems)
    kept = in_sequence(one.value for one in parsed if one.value)
    return parse.Parsed(value=None if problems else kept, problems=problems)


def locked(inputs: read.Inputs) -> tuple[quoting.Lock, tuple[Problem, ...]]:
    """What was verified earlier, where a file tells of it."""
    return quoting.read(inputs.lock.text, path=inputs.lock.path) if inputs.lock else ({}, ())


def exposed(inputs: read.Inputs, parsed: tuple[parse.Parsed[Record], ...]) -> Files:
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


def gated(parsed: tuple[parse.Parsed[Record], ...], options: Options) -> tuple[tuple[Record, ...], tuple[Record, ...]]:
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


def broken(parsed: tuple[parse.Parsed[Record], ...], inputs: read.Inputs) -> dict[Key, tuple[str, ...]]:
    """The records whose own files are at fault, with the names read of them: what leads to them is passed over."""
    unread = (parse.named(problem.place.path) for problem in inputs.problems)
    return {key: () for key in unread if key} | {one.key: one.names for one in parsed if one.key and not one.value}


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
    return (*single, *inputs.records, *inputs.editions.values(), *own, *theme)
