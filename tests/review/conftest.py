"""What the checks of quotations need: one page, one source, its archived text, and the findings on them.

A notice, which stands in nobody's way, is left out, as in the cases.
"""

from collections.abc import Callable, Mapping

import pytest

import dossier
from dossier import Options, Report
from dossier.problems import Problem, Severity
from tests.conftest import A_DAY, Project

ARTICLE = "---\ntitle: Troops leave\npublisher: unknown\nauthor: unknown\npublished: unknown\nkind: article\n---\n"
TEXT = """\
The general told the council that there will be no invasion of any kind this year.

“We’re cooperating,” she said. Nobody among the reporters at the briefing knew how many of them would stay.
"""

Told = Callable[..., list[str]]


def problems(report: Report) -> list[Problem]:
    """What is wrong; notices are no part of it."""
    return [found.problem for found in report.findings if found.severity is not Severity.NOTICE]


@pytest.fixture
def told(project: Project) -> Told:
    """The problems of a page with this body, beside an archived article ``post``, and these files."""

    def told(body: str, files: Mapping[str, str] | None = None) -> list[str]:
        section = f"---\ntitle: Troops\ndescription: Who was sent.\n---\n{body}\n"
        made = {
            "content/sources/post.md": ARTICLE,
            "content/archive/post.txt": TEXT,
            "content/sections/deployments/index.md": section,
        }
        report = dossier.check(project(made | dict(files or {})), Options(today=A_DAY))
        return [f"{each.code} {each.place.line}:{each.place.column} {each.message}" for each in problems(report)]

    return told
