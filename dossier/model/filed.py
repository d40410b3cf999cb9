"""How a record is filed: where its file is, where each key stands in it, and whether readers may see it yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from msgspec import Struct

from dossier.model.date import Date
from dossier.problems import Place


class Correction(Struct, frozen=True, kw_only=True):
    """A change to what was published: a dated ``was`` and ``now`` with the reason, or a minor one without."""

    date: Date
    was: str = ""
    now: str = ""
    why: str = ""
    minor: bool = False


@dataclass(frozen=True, kw_only=True)
class Filed:
    """What every record has besides its own fields."""

    path: str
    places: Mapping[tuple[str | int, ...], Place] = field(default_factory=dict, hash=False, compare=False)
    draft: bool = False
    publish_after: Date | None = None
    corrections: tuple[Correction, ...] = ()

    def at(self, *keys: str | int) -> Place:
        """The place of a front matter value, or of the nearest thing around it."""
        for end in range(len(keys), -1, -1):
            place = self.places.get(keys[:end])
            if place is not None:
                return place
        return Place(path=self.path, line=1)

    def is_withheld(self, today: date) -> bool:
        """Whether readers may not see the record: a draft, or under embargo until a later day."""
        return self.draft or (self.publish_after is not None and self.publish_after.latest > today)
