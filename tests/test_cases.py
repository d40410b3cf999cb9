"""Whole dossiers with mistakes in them, as anyone can write them: ``tests/cases/dossiers/*.txt``.

A case is some files, each below a line ``#### path``, then a line ``=====``, then the findings expected, one a line:
``code path:line:column``. What a case does not give is taken from the smallest whole dossier. A notice, which stands
in nobody's way, is looked at only where the case expects one of its kind.
"""

from datetime import date
from pathlib import Path

import pytest

import dossier
from dossier import Options
from dossier.problems import Severity
from tests.conftest import Project

CASES = sorted((Path(__file__).parent / "cases" / "dossiers").glob("*.txt"))


def files(text: str) -> dict[str, str]:
    parts = text.split("#### ")[1:]
    return {path: content for path, _, content in (part.partition("\n") for part in parts)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_mistaken_dossier_gives_its_findings_and_no_others(case: Path, project: Project) -> None:
    written, _, expected = case.read_text(encoding="utf-8").partition("=====\n")
    report = dossier.check(project(files(written)), Options(today=date(2025, 12, 1)))
    found = [
        f"{finding.problem.code} {finding.problem.place}"
        for finding in report.findings
        if finding.severity is not Severity.NOTICE or finding.problem.code in expected
    ]
    assert found == expected.split("\n")[:-1]
