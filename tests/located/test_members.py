"""Where the values of a JSON text begin."""

import json

from hypothesis import given
from hypothesis import strategies as st

from dossier.located import members
from dossier.problems import Place

TEXT = """{
 "date" : "2025-11-03",
 "claims": [
  {"number": 1, "id": "troops, [sent]"},
  {"number": 2, "id": "é"}
 ]
}
"""
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=12,
)


def test_a_value_is_found_by_its_path() -> None:
    at = members.offset(TEXT, "claims", 1, "id")
    assert members.place(TEXT, at, path="a.json") == Place(path="a.json", line=5, column=23, width=3)


def test_what_is_not_there_is_told_at_what_is_around_it() -> None:
    at = members.offset(TEXT, "claims", 0, "statement")
    assert members.place(TEXT, at, path="a.json") == Place(path="a.json", line=4, column=3, width=37)


def test_a_value_of_several_lines_is_marked_on_its_first() -> None:
    at = members.offset(TEXT, "claims")
    assert members.place(TEXT, at, path="a.json") == Place(path="a.json", line=3, column=12, width=1)


@given(VALUES, st.sampled_from([None, 0, 3]))
def test_each_member_begins_where_it_can_be_read(value: object, indent: int | None) -> None:
    text = json.dumps(value, indent=indent)
    found = members.members(text, members.offset(text))
    read = {key: json.JSONDecoder().raw_decode(text, at)[0] for key, at in found.items()}
    if isinstance(value, dict):
        assert read == value
    elif isinstance(value, list):
        assert list(read.values()) == value
    else:
        assert read == {}
