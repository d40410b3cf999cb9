"""The commands with their options: what a person may type, and what it does."""

import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import structs

import dossier
from dossier import again
from dossier.cli import given, telling
from dossier.cli.ending import nearer, paint, shown, told
from dossier.cli.given import Telling, Wish, found
from dossier.cli.options import output_option, project_option, run_options, telling_options, today_option
from dossier.model.naming import nearest
from dossier.model.run import Options

if TYPE_CHECKING:
    from dossier.pdf import Made

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(context_settings=CONTEXT)
@click.version_option(package_name="explainer-dossier", prog_name="dossier")
def commands() -> None:
    """Make a site in which every statement can be followed to its source.

    A dossier is a folder with content/dossier.yml, content/index.md and records in Markdown beside them: sources,
    claims, sections and more. Every command finds the dossier from any folder inside it.

    \b
    Examples:
      dossier new bridge               begin a dossier in the folder bridge/
      dossier build                    make the site in build/
      dossier serve --open             see the site in a browser, anew after each save
      dossier check --strict           look for mistakes only; warnings fail too
      dossier pdf                      print the whole dossier as build/dossier.pdf
      dossier verify                   look up every quotation in the archive
      dossier edition first            freeze what is published, and hold later builds to it
      dossier explain missing-key      tell what a finding means and how to mend it
      dossier schema source            print what the front matter of a source may hold
    """


@commands.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def new(folder: Path) -> None:
    """Begin a dossier in FOLDER: a small one on an invented subject, ready to build and to write over.

    \b
    Example:
      dossier new bridge && cd bridge && dossier build
    """
    from dossier import scaffold

    files = scaffold.new(folder)
    click.echo("\n".join(str(folder / file) for file in files))
    click.echo(f"dossier: {len(files)} files; now: cd {folder} && dossier build", err=True)


@commands.command()
@output_option
@click.option("--profile", is_flag=True, help="Tell where the time went, stage by stage.")
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    default="",
    help="Have the workers of this Dask scheduler make the pages: tcp://HOST:PORT.",
)
@run_options
@click.pass_obj
def build(visit: again.Visit | None, wish: Wish, profile: bool, scheduler: str) -> None:
    """Make the site.

    The content is checked first: where it holds an error nothing is written, and the last good site stays.

    With --scheduler other machines make the pages, which pays from some 100,000 records on (docs/scaling.md). It
    needs the extra `distributed`, here and there: pip install 'explainer-dossier[distributed]'

    \b
    Exit codes: 0 the site was made; 1 the content has errors; 2 the program could not run.

    \b
    Examples:
      dossier build
      dossier build --project ~/border --output ~/public/border
      dossier build --drafts           into .dossier/preview/, never into build/
      dossier build --profile          and how long each stage took
      dossier build --scheduler tcp://10.0.0.5:8786
    """
    from dossier.cli import building

    building.run(wish, visit, scheduler, profile=profile)


@commands.command()
@run_options
def check(wish: Wish) -> None:
    """Look for mistakes in content and templates; write nothing.

    \b
    Exit codes: 0 nothing is wrong; 1 the content has errors; 2 the program could not run.

    \b
    Examples:
      dossier check --strict
      dossier check --format github    for annotations beside the lines of a change
    """
    begun = time.perf_counter()
    told(dossier.check(wish.project, wish.options), wish.how, seconds=time.perf_counter() - begun)


@commands.command()
@click.option("--open", "opens", is_flag=True, help="Open the site in the browser once it is built.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Listen at this address of the machine.")
@click.option("--port", type=click.IntRange(0, 65535), help="Listen at this port (default: the first free from 8000).")
@click.option("--drafts", is_flag=True, help="Take in drafts and pages under embargo.")
@project_option
@today_option
def serve(opens: bool, host: str, port: int | None, drafts: bool, project: Path | None, today: date | None) -> None:
    """Show the site in a browser while it is written: each save is built, and the open page follows.

    Where the content holds an error the last good site stays, and the page lists what is wrong. The site lies in
    .dossier/preview/, never in build/. Ctrl-C ends it.

    \b
    Exit codes: 0 it was ended; 2 the program could not run.

    \b
    Examples:
      dossier serve --open
      dossier serve --drafts --port 8080
    """
    from dossier import serve as preview
    from dossier.cli.following import Lines

    asked = preview.Asked(project=found(project), drafts=drafts, today=lambda: given.today(today))
    lines = Lines(paint=paint(), opens=opens)
    preview.run(asked, preview.Address(host=host, port=port), lines.told)


@commands.command()
@click.option("--page", metavar="NAME", help="One page instead of the whole dossier, named as in its address.")
@output_option
@run_options
def pdf(wish: Wish, page: str | None) -> None:
    """Make the site and print it: the whole dossier as dossier.pdf, or one page beside its own file.

    Home, the page `about` and every footer then lead to dossier.pdf. A later build carries it over for as long as what
    was printed is the same; when that changes the PDF goes, and the build says so.

    It needs the extra `pdf` and Pango:

    \b
      pip install 'explainer-dossier[pdf]'
      apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0

    \b
    Exit codes: 0 the PDF was made; 1 the content has errors; 2 the program could not run.

    \b
    Examples:
      dossier pdf
      dossier pdf --page legal-authority/title-50
      dossier pdf --output ~/public/border --verbose
    """
    from dossier import pdf as printing
    from dossier.cli import waiting

    begun, how = time.perf_counter(), wish.how
    with waiting.shown(waiting.Paged, quiet=how.quiet) as progress:
        made = printing.make(
            wish.project, wish.options, page=page, progress=lambda step, page: progress(step.value, page, 0)
        )
    told(made.report, structs.replace(how, quiet=how.quiet or made.file is not None))
    if how.verbose:
        click.echo("".join(f"typesetter: {warning}\n" for warning in made.warnings), err=True, nl=False)
    if made.file and not how.quiet:
        click.echo(printed(made, time.perf_counter() - begun), err=True)


@commands.command()
@project_option
@telling_options
def verify(project: Path | None, form: str, quiet: bool, verbose: bool) -> None:
    """Look up every quotation in the archived texts, and keep what was found in content/quotations.lock.

    Run it where content/archive/ is, and commit the file: it holds no word of a text, and elsewhere `check` and
    `build` trust it. Where a quotation is not found nothing is written. With --verbose each quotation is told.

    \b
    Exit codes: 0 all is in order; 1 the content has errors; 2 the program could not run.

    \b
    Example:
      dossier verify && git add content/quotations.lock
    """
    begun = time.perf_counter()
    report = dossier.verify(found(project), Options(today=given.today(None)))
    if verbose and form == "text":
        click.echo("\n".join(telling.looked_up(checked) for checked in report.quotations))
    told(report, Telling(form=form, quiet=quiet, verbose=verbose), seconds=time.perf_counter() - begun)


@commands.command()
@click.argument("name")
@click.option("--replace", is_flag=True, help="Write over the newest edition, if it is of this name.")
@project_option
@today_option
def edition(name: str, replace: bool, project: Path | None, today: date | None) -> None:
    """Freeze what is published today as the edition NAME, in content/editions/NAME.json; commit that file.

    From then on a published statement or figure changes with a correction only, and its number stays.

    \b
    Exit codes: 0 the edition was written; 1 the content has errors; 2 the program could not run.

    \b
    Examples:
      dossier edition first
      dossier edition first --replace  an edition that no reader has seen yet
    """
    from dossier import editions

    begun = time.perf_counter()
    frozen = editions.freeze(found(project), name, Options(today=given.today(today)), replace=replace)
    told(frozen.report, Telling(quiet=frozen.file is not None), seconds=time.perf_counter() - begun)
    if frozen.edition and frozen.file:
        click.echo(f"dossier: {telling.frozen(frozen.edition)}: {nearer(frozen.file)}", err=True)


@commands.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Tell what a finding means, why it is looked for, and how to mend it; without CODE, list them all.

    \b
    Example:
      dossier explain ambiguous-name
    """
    from dossier import rules

    if code is None:
        click.echo(telling.all_rules())
        return
    if code not in rules.BY_CODE:
        help = nearest(code, rules.BY_CODE) or "`dossier explain` lists them all"
        raise click.UsageError(f"`{code}` is no code of a check; {help}")
    click.echo(telling.rule(rules.BY_CODE[code], paint=paint()))


@commands.command()
@click.argument("kind", required=False)
def schema(kind: str | None) -> None:
    """Print the JSON Schema of a kind of record, for validators, scaffolds and editors; without KIND, list them.

    \b
    Examples:
      dossier schema source
      dossier schema dossier           of dossier.yml
    """
    from dossier import parse

    kinds = parse.schemas()
    if kind is None:
        click.echo("\n".join(kinds))
        return
    if kind not in kinds:
        help = nearest(kind, kinds) or "`dossier schema` lists them all"
        raise click.UsageError(f"`{kind}` is no kind of record; {help}")
    import json

    click.echo(json.dumps(kinds[kind](), indent=2, ensure_ascii=False))


@commands.command()
@project_option
@output_option
def clean(project: Path | None, output: Path | None) -> None:
    """Remove the site that builds made, and nothing else.

    Only files that the site's manifest lists are removed; others that stand beside them stay.

    \b
    Example:
      dossier clean --output ~/public/border
    """
    from dossier import write

    folder = output or found(project) / "build"
    click.echo(f"dossier: removed {write.clean(folder)} files from {folder}", err=True)


def printed(made: "Made", seconds: float) -> str:
    """The one line that ends a printing: how much came of it, how long it took, where it lies."""
    file = shown(made.file) if made.file else ""
    complaints = len(made.warnings)
    found = f", {complaints} complaint{'s' * (complaints != 1)} of the typesetter" if complaints else ""
    more = " (--verbose tells them)" if complaints else ""
    return f"dossier: {made.pages} pages, {made.size / 1e6:.1f} MB{found}{more}; {seconds:.1f} s: {file}"


def run(visit: again.Visit | None) -> None:
    """Runs the command that was typed; ``visit`` is the build that its words seem to mean.

    Raises:
        SystemExit: with the exit code of a command that did not come to its end.
        KeyboardInterrupt: when the person wants no more of it.
    """
    try:
        commands(standalone_mode=False, obj=visit)
    except click.exceptions.Abort:
        raise KeyboardInterrupt from None
    except click.ClickException as error:
        error.show()
        raise SystemExit(error.exit_code) from None
