"""What claims rest on."""

import pytest

from tests.conftest import Project
from tests.review.dossiers import claim, line, messages, source


def test_a_single_origin_is_named(project: Project) -> None:
    files = {
        "entities/ap": "---\nname: Associated Press\nkind: outlet\n---\n",
        "claims/left": claim(),
        "sources/one": source(line(more=", via: [ap]")),
        "sources/two": source(line(), more="via: [ap]\n"),
    }
    assert messages(project, files, "single-origin") == ["C-1 has 2 sources and 1 origin: Associated Press"]


def test_an_origin_that_nobody_names_is_said_to_be_so(project: Project) -> None:
    files = {
        "entities/someone": "---\nname: Somebody\nkind: unnamed\n---\n",
        "claims/left": claim(),
        "sources/one": source(line(more=", via: [someone]")),
    }
    assert messages(project, files, "single-origin") == ["C-1 has 1 source and 1 origin: not named"]


@pytest.mark.parametrize(("status", "found"), [("stands", 1), ("reported", 0)])
def test_voices_without_a_name_are_a_report(project: Project, status: str, found: int) -> None:
    files = {
        "claims/left": claim(more=f"status: {status}\n"),
        "sources/one": source(line(basis="unnamed") + line(basis="unnamed-official")),
    }
    assert len(messages(project, files, "unnamed-only")) == found


def test_a_line_that_only_qualifies_is_evidence(project: Project) -> None:
    files = {"claims/left": claim(), "sources/one": source(line("left", "qualifies"))}
    assert messages(project, files, "claim-without-evidence") == []
