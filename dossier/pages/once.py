"""What all pages of one folder show alike, made for the first of them and shown again by the others."""

from collections.abc import Callable
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

from dossier.pages.desk import Desk, Folder

Shown = TypeVar("Shown")
Made = TypeVar("Made")


class Once(Generic[Shown, Made]):
    """A maker of part of a page that asks of its desk only links to records, and so makes it once for each folder."""

    def __init__(self, make: Callable[[Shown, Desk], Made]) -> None:
        self.make = make
        self.made: WeakKeyDictionary[Folder, dict[int, tuple[Shown, Made, set[str]]]] = WeakKeyDictionary()

    def __call__(self, shown: Shown, desk: Desk) -> Made:
        """What is made of a record or a line of evidence, for the pages whose links are those of the desk."""
        folder = self.made.setdefault(desk.folder, {})
        kept = folder.get(id(shown))  # their contents are long to compare; kept beside what is made, none is another
        if kept is None:
            with desk.watch.apart() as read:
                made = self.make(shown, desk)
            kept = folder[id(shown)] = (shown, made, read)
        desk.watch.read |= kept[2]  # whoever shows it depends on what it was made from
        return kept[1]
