"""The options that several commands share, and the types of their values."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from pathlib import Path

import click

from dossier.cli import given
from dossier.cli.given import Telling, Wish, found
from dossier.model.run import Options

Command = Callable[..., None]


class Day(click.ParamType[date]):
    """A calendar day, ``2025-11-03``."""

    name = "YYYY-MM-DD"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day that was typed, or a usage error."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a day; write it like 2025-11-03", param, ctx)


def project_option(command: Command) -> Command:
    """``--project``, for commands that need to know which dossier is meant."""
    return click.option(
        "--project",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        help="The folder that holds content/ (default: this folder, or the nearest above it that does).",
    )(command)


def output_option(command: Command) -> Command:
    """``--output``, for commands that write a site or remove one."""
    return click.option(
        "--output", type=click.Path(path_type=Path), help="Where the site lies (default: build/ in the project)."
    )(command)


def today_option(command: Command) -> Command:
    """``--today``, for commands whose result depends on the day."""
    return click.option("--today", type=Day(), help="Take this day for today (default: now).")(command)


def run_options(command: Command) -> Command:
    """The options of commands that go through a whole dossier; the command is given what they mean as one ``Wish``."""

    @wraps(command)
    def wishing(
        *,
        project: Path | None,
        strict: bool,
        drafts: bool,
        today: date | None,
        form: str,
        quiet: bool,
        verbose: bool,
        output: Path | None = None,
        **more: object,
    ) -> None:
        options = Options(today=given.today(today), output=output, drafts=drafts, strict=strict)
        how = Telling(form=form, quiet=quiet, verbose=verbose)
        command(Wish(project=found(project), options=options, how=how), **more)

    shared = (
        project_option,
        click.option("--strict", is_flag=True, help="Let warnings fail the run, as errors do."),
        click.option("--drafts", is_flag=True, help="Take in drafts and pages under embargo."),
        click.option("--today", type=Day(), help="Decide embargoes and reviews as of this day (default: now)."),
        telling_options,
    )
    made: Command = wishing
    for option in reversed(shared):
        made = option(made)
    return made


def telling_options(command: Command) -> Command:
    """The options of all commands that tell findings."""
    shared = (
        click.option(
            "--format",
            "form",
            type=click.Choice(["text", "github", "json"]),
            default="text",
            show_default=True,
            help="How to tell findings: for people, for code hosts, for programs.",
        ),
        click.option("-q", "--quiet", is_flag=True, help="Print findings only, no closing line."),
        click.option("-v", "--verbose", is_flag=True, help="Tell the reason of each finding, and notices too."),
    )
    for option in reversed(shared):
        command = option(command)
    return command
