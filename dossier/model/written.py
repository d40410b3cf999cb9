"""A file as its author wrote it, for checks that look at letters."""

from msgspec import Struct

from dossier.model.prose import NOTHING, Prose


class Written(Struct, frozen=True, kw_only=True):
    """A text file of content or of the look, with its body rendered, where it has one."""

    path: str
    text: str
    body: Prose = NOTHING


class Carried(Struct, frozen=True, kw_only=True):
    """A file that goes into the site as it is."""

    path: str
    data: bytes


class Files(Struct, frozen=True, kw_only=True):
    """Everything of a project that a reader, or the readers of its repository, could come to see."""

    content: tuple[Written, ...] = ()
    look: tuple[Written, ...] = ()
    carried: tuple[Carried, ...] = ()
