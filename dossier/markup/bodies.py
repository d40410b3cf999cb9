"""The body of a record's file."""

from dossier.markup.render import Rendered, prose
from dossier.model.key import Key, Kind

# The kinds whose bodies stand side by side on a page, so that each has anchors of its own.
SIDE_BY_SIDE = {Kind.TERM, Kind.EVENT, Kind.MEASURE, Kind.DISAGREEMENT}


def body(text: str, key: Key, *, path: str, first_line: int) -> Rendered:
    """The prose of a record, whose body begins on this line of its file."""
    return prose(
        text,
        path=path,
        first_line=first_line,
        prefix=f"{key.kind}-{key.id}",
        anchors=f"{key.id}_" if key.kind in SIDE_BY_SIDE else "",
    )
