"""How a generated page opens: its frame, its title, and the introduction that editors may have written for it."""

from collections.abc import Iterable

from msgspec import Struct

from dossier.model.key import Key, Kind
from dossier.model.prose import Heading, Prose
from dossier.pages import body as bodies
from dossier.pages import description
from dossier.pages.cards import notes
from dossier.pages.desk import Desk
from dossier.pages.frame import About, Frame, frame, home_crumb


class Opening(Struct, frozen=True, kw_only=True):
    """The beginning of a generated page."""

    frame: Frame
    title: str
    body: tuple[bodies.Shown, ...]


def opening(
    name: str, title: str, desk: Desk, *, used: Iterable[Key] = (), headings: Iterable[Heading] = ()
) -> Opening:
    """The beginning of the page that the free page ``name`` introduces.

    Its notes hold the records that both use, and its table of contents the headings of both.
    """
    key = Key(kind=Kind.PAGE, id=name)
    written = desk.dossier.pages.get(name)
    prose = written.body if written else Prose()
    cards = notes((*bodies.used(prose, key, desk), *used), desk)
    about = About(
        introduction=written,
        title=written.title if written else title,
        description=(written.description if written else "") or description.of_generated(name, desk),
        crumbs=(home_crumb(desk),),
        headings=(*prose.headings, *headings),
        notes=cards,
    )
    return Opening(frame=frame(about, desk), title=about.title, body=bodies.body(prose, key, desk))
