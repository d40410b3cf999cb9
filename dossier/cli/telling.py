"""Findings told: for a person at a terminal, for a code host's annotations, for another program."""

import json
from collections.abc import Callable, Iterable

from dossier import rules
from dossier.model.edition import Edition
from dossier.model.quotation import Checked, Verification
from dossier.model.run import Report
from dossier.problems import Finding, Severity, excerpt, visible
from dossier.rules import Rule

Paint = Callable[[str, str], str]

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTICE: "cyan"}
LONGEST = 500  # characters of a message


def plain(words: str, colour: str) -> str:
    """Words without any colour."""
    return words


def text(finding: Finding, *, paint: Paint = plain, with_reason: bool = False) -> str:
    """One finding as a compiler would tell it: place, weight and code, the line with a caret, a way on."""
    problem = finding.problem
    head = paint(f"{finding.severity.value}[{problem.code}]", COLOURS[finding.severity])
    lines = [f"{visible(str(problem.place))}: {head} {shortened(visible(problem.message))}"]
    lines += pointed(finding, paint)
    margin = " " * (len(str(problem.place.line)) + 1)
    if problem.help:
        lines.append(f"{margin} = help: {shortened(visible(problem.help))}")
    if with_reason:
        lines.append(f"{margin} = why: {rules.BY_CODE[problem.code].reason}")
    return "\n".join(lines)


def shortened(words: str) -> str:
    """Words cut to what a person reads; an author's own value can be of any length."""
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"


def pointed(finding: Finding, paint: Paint) -> list[str]:
    """The line a finding stands on, and below it the caret with its note."""
    line = excerpt(finding)
    if line is None:
        return []
    number = f" {finding.problem.place.line}"
    caret = paint("^" * max(1, len(line.marked)), COLOURS[finding.severity])
    note = f" {visible(finding.problem.note)}" if finding.problem.note else ""
    shown = f"{number} | {line.before}{line.marked}{line.after}"
    return [shown, f"{' ' * len(number)} | {' ' * len(line.before)}{caret}{note}"]


def github(finding: Finding) -> str:
    """One finding as a workflow command, which code hosts show beside the line."""
    problem, place = finding.problem, finding.problem.place
    level = "notice" if finding.severity is Severity.NOTICE else finding.severity.value
    message = "; ".join(words for words in (problem.message, problem.note, problem.help) if words)
    where = f"file={escaped(place.path)},line={place.line},col={place.column},endColumn={place.column + place.width}"
    return f"::{level} {where},title={problem.code}::{visible(message).replace('%', '%25')}"


def escaped(words: str) -> str:
    """Words that cannot end a property of a workflow command early."""
    return visible(words).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")


def as_json(findings: Iterable[Finding]) -> str:
    """All findings as one JSON list."""
    return json.dumps([entry(finding) for finding in findings], ensure_ascii=False, indent=1)


def entry(finding: Finding) -> dict[str, str | int]:
    """One finding as JSON tells it."""
    problem, place = finding.problem, finding.problem.place
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "width": place.width,
        "severity": finding.severity.value,
        "code": problem.code,
        "message": problem.message,
        "note": problem.note,
        "help": problem.help,
        "excerpt": finding.excerpt,
    }


def counted(report: Report) -> str:
    """How many errors and warnings there are, in words."""
    errors, warnings = report.count(Severity.ERROR), report.count(Severity.WARNING)
    return f"{errors} error{'s' * (errors != 1)}, {warnings} warning{'s' * (warnings != 1)}"


def frozen(edition: Edition) -> str:
    """What an edition holds, in words."""
    held = {"claim": edition.claims, "figure": edition.figures, "disagreement": edition.disagreements}
    counts = (f"{len(found)} {noun}{'s' * (len(found) != 1)}" for noun, found in held.items())
    return f"edition {edition.name} of {edition.date}: {', '.join(counts)}"


def verified(report: Report) -> str:
    """How many quotations were looked up, and to which end; nothing where there are none."""
    ends = (Verification.NOW, Verification.EARLIER, Verification.UNVERIFIABLE)
    counts = [f"{report.verified(how)} {how.value}" for how in ends]
    if not any(checked.how in ends for checked in report.quotations):
        return ""
    new = f" ({report.unlocked} not yet in quotations.lock: run `dossier verify`)" if report.unlocked else ""
    return f"quotations: {', '.join(counts)}{new}"


def looked_up(checked: Checked) -> str:
    """One quotation with what came of it."""
    where = f" {checked.source} {checked.where}" if checked.source else ""
    return f'{checked.quoted.place}: {checked.how.value}{where} "{visible(checked.quoted.words)}"'


def rule(rule: Rule, *, paint: Paint = plain) -> str:
    """A check, with its reason and an example before and after."""
    lines = [
        paint(f"{rule.severity.value}[{rule.code}]", COLOURS[rule.severity]) + f"  ({rule.family})",
        "",
        rule.reason,
        "",
        "Not:",
        indented(rule.bad),
        "But:",
        indented(rule.good),
    ]
    return "\n".join(lines)


def indented(words: str) -> str:
    """Lines set in, as examples stand."""
    return "\n".join(f"    {line}" for line in words.split("\n"))


def all_rules() -> str:
    """Every check by family, a line each."""
    families = dict.fromkeys(rule.family for rule in rules.RULES)
    return "\n\n".join(
        "\n".join([f"{family}:", *(one_line(rule) for rule in rules.RULES if rule.family == family)])
        for family in families
    )


def one_line(rule: Rule) -> str:
    """A check in a list of all."""
    return f"  {rule.code:20} {rule.severity.value:8} {rule.reason}"
