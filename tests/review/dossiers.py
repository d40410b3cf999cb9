"""Small dossiers on troops who left, and what is found in them."""

from collections.abc import Mapping

import dossier
from dossier.model.run import Options
from tests.conftest import A_DAY, Project

CLAIM = "---\nclaim: {words}\nnumber: {number}\nsection: deployments\n{more}---\n"
SOURCE = "---\ntitle: T\npublisher: unknown\nauthor: unknown\npublished: {day}\nkind: {kind}\n{more}---\n{body}"
MEASURE = "---\ntitle: Troops\nunit: troops\ncounts: Troops at the border.\n---\n"


def claim(words: str = "The troops left.", number: int = 1, more: str = "") -> str:
    return CLAIM.format(words=words, number=number, more=more)


def source(says: str = "", *, day: str = "2025-03-10", kind: str = "article", more: str = "", body: str = "") -> str:
    lines = f"says:\n{says}" if says else ""
    return SOURCE.format(day=day, kind=kind, more=more + lines, body=body)


def line(claim: str = "left", stance: str = "supports", basis: str = "outlet", more: str = "") -> str:
    return f"  - {{claim: {claim}, stance: {stance}, basis: {basis}{more}}}\n"


def section(body: str) -> str:
    return f"---\ntitle: Deployments\ndescription: Who left.\n---\n{body}\n"


def messages(project: Project, files: Mapping[str, str], code: str) -> list[str]:
    """What is found of one kind; files are named without their folder ``content/`` and their ending."""
    named = {f"content/{path}" if "." in path else f"content/{path}.md": text for path, text in files.items()}
    report = dossier.check(project(named), Options(today=A_DAY))
    return [finding.problem.message for finding in report.findings if finding.problem.code == code]
