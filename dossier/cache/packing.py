"""Frozen values to bytes and back.

A cache lies in the project's folder, where anything may have been put. So no byte of it can call anything: values
come back as the frozen classes of the model and the few others that these hold, and as nothing else.
"""

import io
import pickle

OURS = ("dossier.model.", "dossier.pipeline.memory", "dossier.problems")
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
        if (module, name) in OTHERS or (module.startswith(OURS) and "." not in name and "_" not in name):
            found: object = super().find_class(module, name)
            if isinstance(found, type):
                return found
        raise ValueError(f"{module}.{name} is no part of a cache")
