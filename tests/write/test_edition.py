"""The file of an edition: the same bytes for the same edition, and a line for each thing that can change."""

import json
from datetime import date
from difflib import unified_diff
from pathlib import Path

import pytest
from msgspec.structs import replace

from dossier import parse, write
from dossier.model.claim import Status
from dossier.model.date import parse as day
from dossier.model.edition import NOWHERE, Edition, FrozenClaim, FrozenDisagreement, FrozenFigure
from dossier.model.key import ClaimId, MeasureId, SectionId, SourceId
from dossier.model.quantity import parse as quantity
from dossier.problems import DossierError
from dossier.write.edition import text

TROOPS = FrozenClaim(
    number=1,
    id=ClaimId("troops"),
    statement='The Pentagon “sent” "troops" to Ciudad Juárez.',
    status=Status.STANDS,
    section=SectionId("deployments"),
)
FIGURE = FrozenFigure(
    measure=MeasureId("troops"),
    value=quantity("about 1500"),
    as_of=day("2025-01-22"),
    source=SourceId("times"),
    claim=ClaimId("troops"),
)
EDITION = Edition(
    name="first",
    number=1,
    date=date(2025, 11, 3),
    claims=(TROOPS, replace(TROOPS, number=2, id=ClaimId("others"), status=Status.WITHDRAWN)),
    figures=(FIGURE, replace(FIGURE, as_of=None)),
    disagreements=(FrozenDisagreement(number=1, id="totals", title="How many"),),
)
BYTES = """{
 "format": 1,
 "edition": 1,
 "date": "2025-11-03",
 "claims": [
  {"number": 1, "id": "troops", "statement": "The Pentagon “sent” \\"troops\\" to Ciudad Juárez.", "status": "stands", \
"section": "deployments"},
  {"number": 2, "id": "others", "statement": "The Pentagon “sent” \\"troops\\" to Ciudad Juárez.", \
"status": "withdrawn", "section": "deployments"}
 ],
 "figures": [
  {"measure": "troops", "value": "about 1,500", "as_of": "2025-01-22", "source": "times", "claim": "troops"},
  {"measure": "troops", "value": "about 1,500", "as_of": null, "source": "times", "claim": "troops"}
 ],
 "disagreements": [
  {"number": 1, "id": "totals", "title": "How many"}
 ]
}
""".encode()


def test_an_edition_has_these_very_bytes(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    file = write.edition(EDITION, project=tmp_path)
    assert file == tmp_path / "content/editions/first.json"
    assert file.read_bytes() == BYTES
    assert [found.name for found in file.parent.iterdir()] == ["first.json"]


def read_back(edition: Edition) -> Edition:
    """An edition as its file gives it, but for where that says so."""
    found = parse.edition(text(edition), path="content/editions/first.json").value
    assert found
    return replace(
        found,
        claims=tuple(replace(claim, place=NOWHERE) for claim in found.claims),
        disagreements=tuple(replace(one, place=NOWHERE) for one in found.disagreements),
    )


def test_an_edition_is_read_back_as_it_was_written() -> None:
    assert read_back(EDITION) == EDITION


def test_an_edition_of_nothing_is_an_edition() -> None:
    nothing = replace(EDITION, claims=(), figures=(), disagreements=())
    assert json.loads(text(nothing))["claims"] == []
    assert read_back(nothing) == nothing


def test_one_change_is_one_line() -> None:
    changed = replace(EDITION, claims=(replace(TROOPS, statement="Others were sent."), EDITION.claims[1]))
    lines = list(unified_diff(text(EDITION).split("\n"), text(changed).split("\n"), n=0))[3:]
    assert [line[0] for line in lines] == ["-", "+"]


def test_a_disk_that_refuses_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/editions").write_text("a file in the folder's place", encoding="utf-8")
    with pytest.raises(DossierError, match=r"first\.json cannot be written"):
        write.edition(EDITION, project=tmp_path)
