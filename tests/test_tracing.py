"""What is read of a dossier is noted, and each of its aspects changes with what it stands for and with nothing else."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dossier import tracing
from dossier.model.dossier import Dossier
from dossier.model.key import ClaimId, EntityId, Key, Kind, SourceId
from dossier.model.run import Options
from dossier.pipeline.survey import surveyed as survey_of
from dossier.tracing import Watch
from tests.conftest import Project

A_DAY = date(2025, 11, 22)
FILES = {
    "content/sources/wire.md": """\
---
title: Troops leave
publisher: agency
author: unknown
published: 2025-03-01
kind: article
says:
  - {claim: left, stance: supports, as_of: 2025-03-01, basis: document}
---
A note.
""",
    "content/entities/agency.md": "---\nname: The Agency\nkind: outlet\n---\nAn agency.\n",
    "content/claims/left.md": "---\nclaim: The troops left.\nnumber: 1\nsection: deployments\n---\n",
    "content/terms/isr.md": "---\nterm: ISR\n---\nSurveillance.\n",
}
LEFT, WIRE, AGENCY = ClaimId("left"), SourceId("wire"), EntityId("agency")


def surveyed(folder: Path, today: date = A_DAY) -> tuple[Dossier, dict[str, str]]:
    survey = survey_of(folder, Options(today=today))
    assert survey.dossier is not None
    return survey.dossier, tracing.digests(survey.dossier, survey.marks)


def changed(before: dict[str, str], after: dict[str, str]) -> set[str]:
    return {aspect for aspect in before.keys() | after.keys() if before.get(aspect) != after.get(aspect)}


ASKED: tuple[tuple[Callable[[Dossier], object], set[str]], ...] = (
    (lambda dossier: dossier.claims[LEFT], {"claim:left"}),
    (lambda dossier: dossier.claims[LEFT].statement, {"claim:left"}),
    (lambda dossier: dossier.claims[LEFT].body.segments, {"claim:left", "body of claim:left"}),
    (lambda dossier: bool(dossier.claims[LEFT].body), {"claim:left", "body of claim:left"}),
    (lambda dossier: dossier.claims.get(ClaimId("stayed")), {"claim:stayed"}),
    (lambda dossier: "stayed" in dossier.claims, {"claim:stayed"}),
    (lambda dossier: list(dossier.claims), {"all claims"}),
    (lambda dossier: len(dossier.claims), {"all claims"}),
    (lambda dossier: next(iter(dossier.claims.values())).body.units, {"all claims", "body of claim:left"}),
    (lambda dossier: list(dossier.claims.items()), {"all claims"}),
    (lambda dossier: dossier.evidence[LEFT], {"evidence of left"}),
    (lambda dossier: dossier.records[Key(kind=Kind.SOURCE, id=WIRE)], {"source:wire"}),
    (lambda dossier: dossier.mentions.get(Key(kind=Kind.TERM, id="isr")), {"mentions of term:isr"}),
    (lambda dossier: dossier.sections[0].page.body.headings, {"body of section:deployments"}),
    (lambda dossier: (dossier.settings.title, dossier.home.title), set()),
)


@pytest.mark.parametrize(("ask", "noted"), ASKED, ids=range(len(ASKED)))
def test_what_is_read_is_noted_and_nothing_else(
    project: Project, ask: Callable[[Dossier], object], noted: set[str]
) -> None:
    dossier, _ = surveyed(project(FILES))
    watch = Watch()

    ask(tracing.watched(dossier, watch))

    assert watch.taken() == noted
    assert watch.taken() == frozenset()


def test_what_is_read_apart_is_not_taken_for_read_outside() -> None:
    watch = Watch(read={"claim:left"})

    with watch.apart() as apart:
        watch.read.add("term:isr")

    assert (apart, watch.read) == ({"term:isr"}, {"claim:left"})


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("content/terms/isr.md", "---\nterm: ISR\n---\nOther words.\n", {"body of term:isr"}),
        ("content/terms/isr.md", "---\nterm: ISRT\n---\nSurveillance.\n", {"term:isr", "all terms", "all records"}),
        (
            "content/terms/uav.md",
            "---\nterm: UAV\n---\nA drone.\n",
            {"term:uav", "body of term:uav", "all terms", "all records"},
        ),
        (
            "content/entities/agency.md",
            "---\nname: An Agency\nkind: outlet\n---\nAn agency.\n",
            {"entity:agency", "all entities", "all records"},
        ),
        (
            "content/sources/wire.md",
            FILES["content/sources/wire.md"].replace("supports", "disputes"),
            {
                "source:wire",
                "all sources",
                "all records",
                "evidence of left",
                "all evidence",
                "first_told of entity:agency",
                "all first_told",
                "works of agency",
                "all works",
                "standing of left",
                "all standing",
            },
        ),
    ],
)
def test_an_edit_changes_what_stands_for_it_and_nothing_else(
    project: Project, path: str, text: str, expected: set[str]
) -> None:
    folder = project(FILES)
    _, before = surveyed(folder)
    _, after = surveyed(project(FILES | {path: text}))

    assert changed(before, after) == expected


def test_a_record_under_embargo_is_not_there_until_its_day(project: Project) -> None:
    embargoed = {"content/terms/uav.md": "---\nterm: UAV\npublish_after: 2025-12-01\n---\nA drone.\n"}
    folder = project(FILES | embargoed)

    _, before = surveyed(folder)
    _, after = surveyed(folder, today=date(2025, 12, 2))

    assert changed(before, after) == {"term:uav", "body of term:uav", "all terms", "all records"}
