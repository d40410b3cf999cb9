"""The JSON Schema of each kind of front matter, made from the same models that read it."""

from collections.abc import Callable, Mapping

from pydantic import BaseModel

from dossier.parse.media import TypedMedia
from dossier.parse.record import TYPED
from dossier.parse.settings import TypedSettings

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Schema = Mapping[str, object]


def schemas() -> dict[str, Callable[[], Schema]]:
    """What makes the schema of each kind, by the kind's name; ``dossier`` and ``media`` are the two settings files."""
    models: dict[str, type[BaseModel]] = {"dossier": TypedSettings, "media": TypedMedia}
    models |= {kind.value: typed for kind, typed in TYPED.items()}
    return {name: maker(name, model) for name, model in models.items()}


def maker(name: str, model: type[BaseModel]) -> Callable[[], Schema]:
    """What makes one schema when it is asked for."""

    def schema() -> Schema:
        return {"$schema": DIALECT} | model.model_json_schema(by_alias=True) | {"title": f"Front matter: {name}"}

    return schema
