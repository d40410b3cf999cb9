"""From the errors of a typed front matter to problems at their places, in the author's words."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from dossier.located import Head
from dossier.model.naming import nearest
from dossier.parse.fields import shape
from dossier.problems import Place, Problem

Path = tuple[str | int, ...]
M = TypeVar("M", bound=BaseModel)

MAY_BE_UNKNOWN = frozenset("title publisher author published date".split())


def checked(model: type[M], head: Head) -> tuple[M | None, tuple[Problem, ...]]:
    """The front matter as ``model``, or None with every mistake in it."""
    try:
        return model.model_validate(head.data), ()
    except ValidationError as error:
        found = error.errors(include_url=False)
    schema = model.model_json_schema(by_alias=True)
    return None, tuple(problem(mistake, head, schema) for mistake in found)


def problem(mistake: ErrorDetails, head: Head, schema: Mapping[str, object]) -> Problem:
    """One mistake of a front matter."""
    path = real(mistake["loc"], head)
    match mistake["type"]:
        case "missing":
            return missing(path, head)
        case "extra_forbidden":
            return unknown(path, head, keys_at(path[:-1], schema))
        case "dossier":
            said = mistake["ctx"]
            return Problem(code=said["code"], place=spot(path, head), message=said["message"], help=said["help"])
        case _:
            return Problem(
                code="wrong-type",
                place=spot(path, head),
                message=f"{named(path)}this is {shape(mistake['input'])}; {wanted(mistake['type'])} is wanted here",
            )


def real(loc: Iterable[str | int], head: Head) -> Path:
    """The part of an error's path that stands in the front matter: ``[key]`` marks a mapping's own key."""
    return tuple(step for step in loc if step != "[key]")


def missing(path: Path, head: Head) -> Problem:
    """A required key that is not there."""
    key = path[-1]
    within = f" of `{path[0]}`" if len(path) > 1 else ""
    return Problem(
        code="missing-key",
        place=spot(path[:-1], head),
        message=f"the key `{key}`{within} is missing",
        help=f"add `{key}:`" + (f", or `{key}: unknown`" if key in MAY_BE_UNKNOWN else ""),
    )


def unknown(path: Path, head: Head, known: Sequence[str]) -> Problem:
    """A key that no one asked for."""
    return Problem(
        code="unknown-key",
        place=head.keys.get(path, spot(path, head)),
        message=f"`{path[-1]}` is not a key that can stand here",
        help=nearest(str(path[-1]), known) or f"the keys are {', '.join(known)}",
    )


def named(path: Path) -> str:
    """The key that a message is about."""
    keys = [step for step in path if isinstance(step, str)]
    return f"`{keys[-1]}`: " if keys else ""


def wanted(type: str) -> str:
    """What pydantic missed, in an author's words."""
    return "a list" if "list" in type else "a mapping of keys (`key: value` lines)"


def spot(path: Path, head: Head) -> Place:
    """The place of a value, or of what is nearest around it."""
    around = (path[:end] for end in range(len(path), -1, -1))
    return next(head.places[known] for known in around if known in head.places)


def keys_at(path: Path, schema: Mapping[str, object]) -> tuple[str, ...]:
    """The keys that may stand at a path, as the schema knows them."""
    node: object = schema
    for step in path:
        node = inside(node, step, schema)
    properties = deref(node, schema).get("properties")
    return tuple(properties) if isinstance(properties, dict) else ()


def inside(node: object, step: str | int, schema: Mapping[str, object]) -> object:
    """The schema of what stands at one step below ``node``."""
    here = deref(node, schema)
    if isinstance(step, int):
        return here.get("items")
    properties = here.get("properties")
    return properties.get(step) if isinstance(properties, dict) else here.get("additionalProperties")


def deref(node: object, schema: Mapping[str, object]) -> Mapping[str, object]:
    """A schema with its reference followed; of alternatives, the one that has keys."""
    if not isinstance(node, dict):
        return {}
    if "anyOf" in node:
        objects = [part for part in node["anyOf"] if isinstance(part, dict) and "$ref" in part]
        return deref(objects[0], schema) if objects else {}
    reference = node.get("$ref")
    definitions = schema.get("$defs")
    if isinstance(reference, str) and isinstance(definitions, dict):
        return deref(definitions[reference.rpartition("/")[2]], schema)
    return node
