"""The index read as the script in the browser reads it."""

import json
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from dossier.search import Document, Group, Script, index

Found = Mapping[int, int]


class Read:
    """An index of documents of one kind, by its scripts."""

    def __init__(self, *documents: Document, stop: Sequence[str] = ()) -> None:
        self.scripts = index((Group(id="page", words="Pages", documents=documents),), stop)
        self.data = {script.name: json.loads(script.data) for script in self.scripts}
        _, self.count, self.per, self.kinds, self.bounds, self.stop = self.data["index"]

    def shard(self, term: str) -> str:
        """The name of the shard that would hold a term."""
        at = max(0, bisect_right([wide(bound) for bound in self.bounds], wide(term)) - 1)
        return "t-" + "".join(c if c.isascii() and c.isalnum() else f"_{ord(c):x}" for c in self.bounds[at])

    def find(self, term: str) -> Found:
        """The documents under a term, each with its weight."""
        lines = dict(line.split(" ", 1) for line in self.data[self.shard(term)].split("\n") if line)
        found: dict[int, int] = {}
        for group in lines.get(term, "").split():
            number = 0
            for step in group[1:].split("."):
                number += int(step, 36)
                found[number] = int(group[0])
        return found

    def shown(self, number: int) -> Sequence[str]:
        """What a result shows of a document: url, tag, number, title, note and text."""
        row = self.data[f"d-{number // self.per}"][number % self.per]
        assert isinstance(row, list)
        return row


def wide(term: str) -> bytes:
    return term.encode("utf-16-be")


def page(title: str, text: str = "", *, names: tuple[str, ...] = (), number: str = "") -> Document:
    return Document(url=f"{title}.html", title=title, tag="page", text=text, names=names, number=number)


def scripts_of(*documents: Document) -> tuple[Script, ...]:
    return Read(*documents).scripts
