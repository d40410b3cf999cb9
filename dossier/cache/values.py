"""Frozen values by name: as bytes on the disk for later runs, and as they are for those of this process."""

from msgspec import Struct

from dossier.cache.packing import pack, unpack
from dossier.cache.store import Store


class Values(Struct, frozen=True, kw_only=True):
    """What builds know from earlier ones; ``held`` are those that this process has met, if it keeps them."""

    store: Store
    held: dict[str, object] | None = None

    def get(self, name: str) -> object:
        """What was kept under a name; None where there is nothing, or nothing that can be read."""
        if self.held is not None and name in self.held:
            return self.held[name]
        data = self.store.get(name)
        try:
            return unpack(data) if data else None
        except ValueError:
            return None

    def put(self, name: str, value: object) -> None:
        """Keeps a value for later runs, and for this one."""
        self.store.put(name, pack(value))
        self.hold(name, value)

    def hold(self, name: str, value: object) -> None:
        """Keeps a value for this process, if it keeps any."""
        if self.held is not None:
            self.held[name] = value
