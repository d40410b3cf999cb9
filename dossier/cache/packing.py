"""Frozen values to bytes and back.

A cache lies in the project's folder, where anything may have been put. So no byte of it can call anything: values
come back as the frozen classes of the model and the few others that these hold, and as nothing else.
"""

import io
import pickle
from collections.abc import Callable, Mapping

from msgspec import Struct, StructMeta

GROUND = ("dossier.pipeline.ground", "dossier.pipeline.memory", "dossier.pipeline.shelving")
OURS = ("dossier.model.", "dossier.problems", *GROUND)
OTHERS = {("builtins", "frozenset"), ("datetime", "date"), ("decimal", "Decimal")}
REBUILT = ("msgspec._utils", "rebuild")  # the function that a packed Struct asks for, with its class and its fields


def pack(value: object) -> bytes:
    """The bytes of a value."""
    return pickle.dumps(value, protocol=5)


def unpack(data: bytes) -> object:
    """The value of these bytes.

    Raises:
        ValueError: when they are not those of a value that a build keeps.
    """
    try:
        return Frozen(io.BytesIO(data)).load()
    except ValueError:
        raise
    except Exception as error:  # whatever damaged bytes make of the machine that reads them
        raise ValueError(str(error)) from error


class Frozen(pickle.Unpickler):
    """Reads values of known classes only."""

    def find_class(self, module: str, name: str) -> object:
        """One of the classes that a build keeps values of, or what makes a Struct of one."""
        return met.get((module, name)) or self.met(module, name)

    def met(self, module: str, name: str) -> type:
        """One of these classes, met for the first time.

        Raises:
            ValueError: when it is none of them.
        """
        if (module, name) in OTHERS or (module.startswith(OURS) and "." not in name and "_" not in name):
            found: object = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                met[module, name] = found
                return found
        raise ValueError(f"{module}.{name} is no part of a cache")


def struct(kind: type[Struct], fields: Mapping[str, object]) -> Struct:
    """A Struct of this class with these fields.

    Raises:
        ValueError: when it is no class of Structs.
    """
    if type(kind) is StructMeta:
        return kind(**fields)
    raise ValueError(f"{kind} is no class of Structs")


met: dict[tuple[str, str], Callable[..., object]] = {REBUILT: struct}  # every value asks for the same dozen
