"""What a previewed page is told: which site stands now, and all that is wrong with the content."""

import json
from collections.abc import Iterable

from msgspec import Struct, to_builtins

from dossier.problems import Finding, Severity, excerpt, visible

PATH = "/.dossier/state.json"


class Trouble(Struct, frozen=True, kw_only=True):
    """One thing that is wrong, in words ready to be shown; what could not run at all has a message only."""

    severity: str
    message: str
    code: str = ""
    place: str = ""
    line: int = 0
    before: str = ""
    marked: str = ""
    after: str = ""
    note: str = ""
    help: str = ""


class State(Struct, frozen=True, kw_only=True):
    """Which site is served, whether it is what the files now say, and what is wrong with them."""

    site: str
    is_current: bool = True
    troubles: tuple[Trouble, ...] = ()

    def as_json(self) -> bytes:
        """As the page's script reads it."""
        return json.dumps(to_builtins(self), ensure_ascii=False).encode()


def troubles(findings: Iterable[Finding]) -> tuple[Trouble, ...]:
    """What is wrong, errors first; notices are for the terminal and for those who ask."""
    grave = [found for found in findings if found.severity is not Severity.NOTICE]
    return tuple(trouble(found) for found in sorted(grave, key=lambda found: found.severity is not Severity.ERROR))


def trouble(finding: Finding) -> Trouble:
    """One finding."""
    problem, line = finding.problem, excerpt(finding)
    return Trouble(
        severity=finding.severity.value,
        message=visible(problem.message),
        code=problem.code,
        place=visible(str(problem.place)),
        line=problem.place.line,
        before=line.before if line else "",
        marked=line.marked if line else "",
        after=line.after if line else "",
        note=visible(problem.note),
        help=visible(problem.help),
    )
