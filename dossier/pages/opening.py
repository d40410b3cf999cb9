"""How a generated page opens: its frame, its title, and the introduction that editors may have written for it."""

from collections.abc import Iterable
from dataclasses import dataclass

from dossier.model.key import Key, Kind
from dossier.model.prose import Prose
from dossier.pages import body as bodies
from dossier.pages.cards import notes
from dossier.pages.desk import Desk
from dossier.pages.frame import About, Frame, frame, home_crumb


@dataclass(frozen=True, kw_only=True)
class Opening:
    """The beginning of a generated page."""

    frame: Frame
    title: str
    body: tuple[bodies.Shown, ...]


def opening(name: str, title: str, desk: Desk, *, used: Iterable[Key] = ()) -> Opening:
    """The beginning of the page that the free page ``name`` introduces; its notes hold what both use."""
    key = Key(kind=Kind.PAGE, id=name)
    written = desk.dossier.pages.get(name)
    prose = written.body if written else Prose()
    cards = notes((*bodies.used(prose, key, desk), *used), desk)
    about = About(
        title=title,
        description=written.description if written else "",
        crumbs=(home_crumb(desk),),
        notes=cards,
    )
    return Opening(frame=frame(about, desk), title=title, body=bodies.body(prose, key, desk))
