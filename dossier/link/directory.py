"""Who answers to which id and to which name."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct

from dossier.model.disagreement import Disagreement
from dossier.model.dossier import Record
from dossier.model.entity import Entity
from dossier.model.event import Event
from dossier.model.key import Key, Kind
from dossier.model.naming import folded
from dossier.model.page import Page
from dossier.model.term import Term

PAGES = (Kind.HOME, Kind.PAGE, Kind.SECTION, Kind.EXPLAINER)
# What a wikilink may name without saying its kind, and the word that settles a tie.
NAMED = {"entity": (Kind.ENTITY,), "term": (Kind.TERM,), "event": (Kind.EVENT,), "page": PAGES}
# A disagreement is often titled like the page on its subject, so its kind is always said.
LINKABLE = {**NAMED, "disagreement": (Kind.DISAGREEMENT,)}


class Directory(Struct, frozen=True, kw_only=True):
    """The records at hand by key, who answers to a folded name, and which keys to be silent about.

    ``broken`` are records whose own file is at fault, ``nameless`` the kinds of those whose names could not be read,
    ``withheld`` those that readers may not see yet.
    """

    records: Mapping[Key, Record]
    by_name: Mapping[str, frozenset[Key]]
    broken: frozenset[Key]
    broken_names: frozenset[str]
    nameless: frozenset[Kind]
    withheld: frozenset[Key]
    withheld_names: Mapping[str, frozenset[Key]]

    def ids(self, kinds: Iterable[Kind]) -> list[str]:
        """The ids in use of some kinds, for offering the nearest."""
        wanted = frozenset(kinds)
        return sorted({key.id for key in self.records if key.kind in wanted})

    def find(self, id: str, kinds: Iterable[Kind]) -> Key | None:
        """The record of one of these kinds that has the id, the first kind first."""
        return next((key for kind in kinds if (key := Key(kind=kind, id=id)) in self.records), None)

    def is_silent(self, id: str, kinds: Iterable[Kind]) -> bool:
        """Whether a missing id is only the consequence of a file that is itself at fault."""
        return any(Key(kind=kind, id=id) in self.broken for kind in kinds)

    def hides(self, id: str, kinds: Iterable[Kind]) -> bool:
        """Whether the id is that of a record withheld from readers."""
        return any(Key(kind=kind, id=id) in self.withheld for kind in kinds)


def directory(
    records: Mapping[Key, Record], *, broken: Mapping[Key, tuple[str, ...]], withheld: Iterable[Record]
) -> Directory:
    """The directory of the records at hand; ``broken`` gives the names that were read of each broken file."""
    withheld = tuple(withheld)
    return Directory(
        records=records,
        by_name=called(records.values()),
        broken=frozenset(broken),
        broken_names=frozenset(folded(name) for key, read in broken.items() for name in (key.id, *read)),
        nameless=frozenset(key.kind for key, read in broken.items() if not read),
        withheld=frozenset(record.key for record in withheld),
        withheld_names=called(withheld),
    )


def called(records: Iterable[Record]) -> dict[str, frozenset[Key]]:
    """Who answers to each folded name."""
    found: dict[str, set[Key]] = defaultdict(set)
    for record in records:
        for name in names(record):
            found[folded(name)].add(record.key)
    return {name: frozenset(keys) for name, keys in found.items()}


def names(record: Record) -> tuple[str, ...]:
    """The names a wikilink may call a record by; none for kinds that are cited or stated instead."""
    match record:
        case Entity():
            return (record.id, record.name, *record.aliases)
        case Term():
            return (record.id, record.term, *record.aliases)
        case Event() | Disagreement() | Page():
            return (record.id, record.title)
        case _:
            return ()
