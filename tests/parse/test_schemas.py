"""The JSON Schemas, made from the models that read front matter."""

import pytest

from dossier.parse import schemas

KINDS = "dossier media home page section explainer source claim disagreement measure entity event term".split()


def test_there_is_a_schema_of_every_kind() -> None:
    assert sorted(schemas()) == sorted(KINDS)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "media"])
def test_a_schema_refuses_keys_that_the_reader_refuses(kind: str) -> None:
    assert schemas()[kind]()["additionalProperties"] is False


def test_the_schema_of_a_source_asks_for_what_the_reader_asks_for() -> None:
    schema = schemas()["source"]()
    assert schema["required"] == ["title", "publisher", "author", "published", "kind"]
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_the_schema_names_keys_as_they_are_typed() -> None:
    role = schemas()["entity"]()["$defs"]
    assert isinstance(role, dict)
    assert {"from", "to", "of", "title"} == set(role["TypedRole"]["properties"])
