"""Editions read back: what was frozen, and the place of every fault in a file that someone changed."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier import parse
from dossier.model.claim import Status

PATH = "content/editions/first.json"
TEXT = """{
 "format": 1,
 "edition": 2,
 "date": "2025-11-03",
 "claims": [
  {"number": 1, "id": "troops", "statement": "Troops were sent.", "status": "reported", "section": "deployments"}
 ],
 "figures": [
  {"measure": "troops", "value": "about 1,500", "as_of": null, "source": "times", "claim": "troops"}
 ],
 "disagreements": [
  {"number": 3, "id": "totals", "title": "How many", "settled": "They were counted."}
 ]
}
"""
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)


def told(text: str) -> list[str]:
    return [f"{problem.code} {problem.place}" for problem in parse.edition(text, path=PATH).problems]


def test_an_edition_is_read_as_it_was_frozen_and_called_as_its_file() -> None:
    edition = parse.edition(TEXT, path=PATH).value
    assert edition is not None
    assert (edition.name, edition.number, edition.date) == ("first", 2, date(2025, 11, 3))
    (claim,) = edition.claims
    assert (claim.label, claim.statement, claim.status) == ("C-1", "Troops were sent.", Status.REPORTED)
    assert str(claim.place) == f"{PATH}:6:23"
    (figure,) = edition.figures
    assert (figure.value.words, figure.as_of) == ("about 1,500", None)
    (disagreement,) = edition.disagreements
    assert (disagreement.label, disagreement.settled) == ("D-3", "They were counted.")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("[" * 100_000, id="a hundred thousand brackets"),
        pytest.param('{"format": ' + "1" * 5000 + "}", id="a number of five thousand digits"),
        pytest.param(TEXT.replace('"reported"', '"\\ud800"'), id="half a character"),
        pytest.param(TEXT.replace("Troops were", "Troops \\u0000 were"), id="an escaped control character"),
        pytest.param(TEXT.replace('"edition": 2', '"edition": true'), id="a flag for a number"),
        pytest.param(TEXT.replace("2025-11-03", "2025-02-30"), id="a day that no calendar has"),
    ],
)
def test_what_is_no_edition_is_a_finding(text: str) -> None:
    assert parse.edition(text, path=PATH).value is None
    assert [finding.split()[0] for finding in told(text)] == ["bad-edition"]


@given(st.data())
def test_whatever_stands_in_the_place_of_a_value_is_read_or_told(data: st.DataObject) -> None:
    whole = json.loads(TEXT)
    inside = data.draw(st.sampled_from([whole, whole["claims"][0], whole["figures"][0], whole["disagreements"][0]]))
    inside[data.draw(st.sampled_from(sorted(inside)))] = data.draw(JSON)
    parsed = parse.edition(json.dumps(whole), path=PATH)
    assert (parsed.value is None) == bool(parsed.problems)
