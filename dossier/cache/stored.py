"""Values that lie packed by name, each unpacked when it is first asked for."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Lost(Exception):
    """The cache no longer has a value, or has another in its place."""


class Stored(Mapping[K, V], Generic[K, V]):
    """A mapping of which ``load`` gives each value by the name of its key; ``met`` are those that were asked for.

    ``names`` are in the order of the mapping; ``key`` gives what stands behind one, and ``name`` is the way back.

    Raises:
        Lost: from ``load``, at any use.
    """

    def __init__(
        self,
        *,
        names: Collection[str],
        load: Callable[[str], V],
        key: Callable[[str], K],
        name: Callable[[K], str],
        met: Mapping[K, V] | None = None,
    ) -> None:
        self.names, self.load, self.key, self.name = names, load, key, name
        self.met = dict(met or {})

    def __getitem__(self, key: K) -> V:
        if key not in self.met:
            name = self.name(key)
            if name not in self.names:
                raise KeyError(key)
            self.met[key] = self.load(name)
        return self.met[key]

    def __contains__(self, key: object) -> bool:
        return key in self.met or self.name(key) in self.names  # type: ignore[arg-type]  # of no other type is asked

    def __iter__(self) -> Iterator[K]:
        return map(self.key, self.names)

    def __len__(self) -> int:
        return len(self.names)


def over(held: Mapping[K, V], new: Mapping[K, V]) -> Mapping[K, V]:
    """The same keys in the same order, some with another value, and behind them those that are new."""
    if isinstance(held, Stored):
        more = [held.name(key) for key in new if key not in held]
        names = dict.fromkeys((*held.names, *more)) if more else held.names
        return Stored(names=names, load=held.load, key=held.key, name=held.name, met={**held.met, **new})
    return {**held, **new}
