"""The end of a run: its findings, the one line that closes it, and its exit code."""

import os
import sys
from pathlib import Path

from dossier import again
from dossier.cli import telling
from dossier.cli.given import Telling, working_folder
from dossier.model.run import Report
from dossier.problems import Severity

FAILED = 1  # the exit code where the content has errors
TINTS = {"red": 31, "yellow": 33, "cyan": 36}  # ECMA-48, select graphic rendition


def told(report: Report, how: Telling, *, seconds: float = 0) -> None:
    """Prints a report, findings on standard output and the closing line on standard error, and sets the exit code."""
    again.say(*words(report, how, seconds=f"{seconds:.1f}"))
    if not report.is_clean:
        raise SystemExit(FAILED)


def words(report: Report, how: Telling, *, seconds: str) -> tuple[str, str]:
    """What is said of a report, on standard output and on standard error."""
    shown = [finding for finding in report.findings if how.verbose or finding.severity is not Severity.NOTICE]
    if how.form == "json":
        out = [telling.as_json(report.findings)]
    elif how.form == "github":
        out = [telling.github(finding) for finding in report.findings]
    else:
        out = [telling.text(finding, paint=paint(), with_reason=how.verbose) + "\n" for finding in shown]
    err = [] if how.quiet else [closing(report, seconds), *map(removal, report.outdated)]
    return "".join(f"{line}\n" for line in out), "".join(f"{line}\n" for line in err)


def removal(sheet: str) -> str:
    """What is said of a PDF that went."""
    return f"dossier: {sheet} was removed, since what it printed has changed; run `{printing(sheet)}` again"


def printing(sheet: str) -> str:
    """The command that prints a page anew."""
    page = sheet.removesuffix(".pdf")
    return "dossier pdf" if page == "dossier" else f"dossier pdf --page {page}"


def closing(report: Report, seconds: str) -> str:
    """The one line that ends a run: what was made, what is wrong, how long it took, where the site lies."""
    found = "; ".join(part for part in (telling.counted(report), telling.verified(report)) if part)
    if report.output and report.pages:
        made = f"{report.pages} pages ({report.changed} files changed)"
        return f"dossier: {made}, {found}; {seconds} s: {shown(report.output)}"
    where = f": {shown(report.output)}" if report.output else "" if report.is_clean else "; nothing written"
    return f"dossier: {report.records} records, {found}; {seconds} s{where}"


def shown(folder: Path) -> str:
    """A folder, or a file, as seen from where the person stands, if it lies below."""
    seen = nearer(folder)
    return str(seen) if seen.is_absolute() or seen.suffix else f"{seen}/"


def nearer(path: Path) -> Path:
    """A path as seen from where the person stands, if it lies below."""
    here = working_folder()
    return path.relative_to(here) if path.is_relative_to(here) and path != here else path


def paint() -> telling.Paint:
    """How words are coloured: not at all with NO_COLOR (no-color.org), or where no terminal reads."""
    is_coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return tinted if is_coloured else telling.plain


def tinted(words: str, tint: str) -> str:
    """Words in a colour of the terminal."""
    return f"\x1b[{TINTS[tint]}m{words}\x1b[0m"
