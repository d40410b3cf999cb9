"""An edition as a file: a line for each claim, figure and disagreement, so that version control shows what changed."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from dossier.model.edition import FORMAT, Edition, FrozenClaim, FrozenDisagreement, FrozenFigure
from dossier.write.errors import told

Entry = Mapping[str, str | int | None]


def edition(made: Edition, *, project: Path) -> Path:
    """Writes an edition where the project keeps them, whole or not at all, and tells where."""
    file = project / "content" / "editions" / f"{made.name}.json"
    aside = file.with_name(f".{file.name}.tmp")  # a name that readers of the folder pass over
    with told(file):
        file.parent.mkdir(exist_ok=True)
        aside.write_bytes(text(made).encode("utf-8"))
        aside.replace(file)
    return file


def text(made: Edition) -> str:
    """The text of an edition's file: the same for the same edition, on any machine."""
    parts = (
        f' "format": {FORMAT}',
        f' "edition": {made.number}',
        f' "date": "{made.date.isoformat()}"',
        listed("claims", map(claim, made.claims)),
        listed("figures", map(figure, made.figures)),
        listed("disagreements", map(disagreement, made.disagreements)),
    )
    return "{\n" + ",\n".join(parts) + "\n}\n"


def listed(name: str, entries: Iterable[Entry]) -> str:
    """A list, one entry on a line."""
    lines = ",\n".join(f"  {json.dumps(entry, ensure_ascii=False)}" for entry in entries)
    return f' "{name}": [\n{lines}\n ]' if lines else f' "{name}": []'


def claim(frozen: FrozenClaim) -> Entry:
    """One claim."""
    return {
        "number": frozen.number,
        "id": frozen.id,
        "statement": frozen.statement,
        "status": frozen.status.value,
        "section": frozen.section,
    }


def figure(frozen: FrozenFigure) -> Entry:
    """One dated value of a measure."""
    return {
        "measure": frozen.measure,
        "value": frozen.value.words,
        "as_of": frozen.as_of.text if frozen.as_of else None,
        "source": frozen.source,
        "claim": frozen.claim,
    }


def disagreement(frozen: FrozenDisagreement) -> Entry:
    """One disagreement; that it is open goes without saying."""
    entry: dict[str, str | int | None] = {"number": frozen.number, "id": frozen.id, "title": frozen.title}
    return entry | {"settled": frozen.settled} if frozen.settled else entry
