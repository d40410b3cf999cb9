"""From the errors of a typed front matter to problems at their places, in the author's words."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from dossier.located import Head
from dossier.model.naming import closest, nearest
from dossier.parse import notes
from dossier.parse.fields import shape
from dossier.parse.typed import Typed
from dossier.problems import Place, Problem

Path = tuple[str | int, ...]
M = TypeVar("M", bound=BaseModel)

KEY = "[key]"  # what pydantic puts behind the path of a mapping's own key


def checked(model: type[M], head: Head) -> tuple[M | None, tuple[Problem, ...]]:
    """The front matter, less the editors' private notes in it, as ``model``, or None with every mistake in it."""
    if open_notes := notes.unclosed(head):
        return None, open_notes
    try:
        return model.model_validate(notes.without_notes(head)), ()
    except ValidationError as error:
        found = error.errors(include_url=False)
    schema = schema_of(model)
    unknowable = model.may_be_unknown if issubclass(model, Typed) else ()
    told = misspelt(found, schema)
    return None, tuple(problem(mistake, head, schema, unknowable) for mistake in found if mistake["loc"] not in told)


@cache
def schema_of(model: type[BaseModel]) -> Mapping[str, object]:
    """What may stand in a front matter, as its JSON Schema knows it; a hundred broken files ask for it once."""
    return model.model_json_schema(by_alias=True)


def misspelt(found: Iterable[ErrorDetails], schema: Mapping[str, object]) -> frozenset[Path]:
    """The required keys that are missing only because they are there with a slip of the pen."""
    extra = [mistake["loc"] for mistake in found if mistake["type"] == "extra_forbidden"]
    near = ((*loc[:-1], key) for loc in extra for key in closest(str(loc[-1]), keys_at(loc[:-1], schema)))
    return frozenset(near) - frozenset(extra)


def problem(mistake: ErrorDetails, head: Head, schema: Mapping[str, object], unknowable: Collection[str]) -> Problem:
    """One mistake of a front matter."""
    path = tuple(step for step in mistake["loc"] if step != KEY)
    match mistake["type"]:
        case "missing":
            return missing(path, head, unknowable)
        case "extra_forbidden":
            return unknown(path, head, keys_at(path[:-1], schema))
        case "dossier":
            said = mistake["ctx"]
            place = head.keys.get(path) if mistake["loc"][-1] == KEY else None
            return Problem(
                code=said["code"], place=place or spot(path, head), message=said["message"], help=said["help"]
            )
        case _:
            return of_another_shape(mistake, path, head, keys_at(path, schema))


def of_another_shape(mistake: ErrorDetails, path: Path, head: Head, keys: Sequence[str]) -> Problem:
    """One value where a list or a mapping is wanted, or the other way round."""
    wanted = "a list" if "list" in mistake["type"] else "a mapping of keys"
    return Problem(
        code="wrong-type",
        place=spot(path, head),
        message=f"{named(path)}this is {shape(mistake['input'])}; {wanted} is wanted here",
        help=f"write {{{keys[0]}: …}}; the keys are {', '.join(keys)}" if keys else "",
    )


def missing(path: Path, head: Head, unknowable: Collection[str]) -> Problem:
    """A required key that is not there."""
    key = path[-1]
    within = f" of `{path[0]}`" if len(path) > 1 else ""
    is_unknowable = len(path) == 1 and key in unknowable
    return Problem(
        code="missing-key",
        place=spot(path[:-1], head),
        message=f"the key `{key}`{within} is missing",
        help=f"add `{key}:`" + (f", or `{key}: unknown`" if is_unknowable else ""),
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
