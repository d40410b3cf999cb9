"""``media.yml``: who made each picture, and under which licence it is shown."""

from pydantic import RootModel

from dossier import located
from dossier.model.media import Medium
from dossier.model.parsed import Parsed
from dossier.parse.fields import Words
from dossier.parse.mistakes import checked
from dossier.parse.typed import Typed


class TypedMedium(Typed):
    """What ``media.yml`` says of one file."""

    credit: Words = ""
    licence: Words = ""


class TypedMedia(RootModel[dict[str, TypedMedium]]):
    """``media.yml``: file names, each with its credit and licence."""


def media(text: str, *, path: str) -> Parsed[tuple[Medium, ...]]:
    """The pictures' credits, or what is wrong with them."""
    read = located.document(text, path=path)
    if read.head is None:
        return Parsed(value=None, problems=read.problems)
    typed, problems = checked(TypedMedia, read.head)
    if typed is None:
        return Parsed(value=None, problems=(*read.problems, *problems))
    made = (medium(file, line, read.head) for file, line in sorted(typed.root.items()))
    return Parsed(value=tuple(made), problems=read.problems)


def medium(file: str, typed: TypedMedium, head: located.Head) -> Medium:
    """What is said of one picture."""
    return Medium(file=file, place=head.keys[(file,)], credit=typed.credit, licence=typed.licence)
