"""Changes between editions."""

from dataclasses import dataclass

from dossier import urls
from dossier.model.site import Planned
from dossier.pages import body as bodies
from dossier.pages.cards import notes
from dossier.pages.desk import Desk
from dossier.pages.frame import About, Frame, frame, home_crumb, introduction


@dataclass(frozen=True, kw_only=True)
class View:
    """What the page of changes shows."""

    frame: Frame
    title: str
    body: tuple[bodies.Shown, ...]


def page(desk: Desk) -> Planned:
    """The page of changes; until a first edition is published it says so."""
    desk = desk.at(urls.CHANGES)
    key, prose = introduction("changes", desk)
    title = desk.words.labels.changes
    about = About(title=title, crumbs=(home_crumb(desk),), notes=notes(bodies.used(prose, key, desk), desk))
    view = View(frame=frame(about, desk), title=title, body=bodies.body(prose, key, desk))
    return Planned(url=desk.url, maker="changes.html", view=view)
