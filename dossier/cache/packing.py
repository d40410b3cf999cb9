"""Frozen values to bytes and back.

A cache lies in the project's folder, where anything may have been put. So no byte of it can call anything: values
come back as the frozen classes of the model and the few others that these hold, and as nothing else.
"""

import io
import pickle

GROUND = ("dossier.pipeline.ground", "dossier.pipeline.memory", "dossier.pipeline.shelving")
OURS = ("dossier.model.", "dossier.problems", *GROUND)
met: dict[tuple[str, str], type] = {}  # every record that is unpacked asks for the same dozen
OTHERS = {("builtins", "frozenset"), ("datetime", "date"), ("decimal", "Decimal")}


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
        """One of the classes that a build keeps values of."""
        return met.get((module, name)) or self.met(module, name)

    def met(self, module: str, name: str) -> type:
        """The same, met for the first time.

        Raises:
            ValueError: when it is none of them.
        """
        if (module, name) in OTHERS or (module.startswith(OURS) and "." not in name and "_" not in name):
            found: object = super().find_class(module, name)
            if isinstance(found, type):
                met[module, name] = found
                return found
        raise ValueError(f"{module}.{name} is no part of a cache")
