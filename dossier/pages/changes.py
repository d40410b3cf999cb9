"""Changes between editions."""

from dataclasses import dataclass

from dossier import urls
from dossier.model.site import Planned
from dossier.pages import body as bodies
from dossier.pages.desk import Desk
from dossier.pages.frame import Frame
from dossier.pages.opening import opening


@dataclass(frozen=True, kw_only=True)
class View:
    """What the page of changes shows."""

    frame: Frame
    title: str
    body: tuple[bodies.Shown, ...]


def page(desk: Desk) -> Planned:
    """The page of changes; until a first edition is published it says so."""
    desk = desk.at(urls.CHANGES)
    begun = opening("changes", desk.words.labels.changes, desk)
    view = View(frame=begun.frame, title=begun.title, body=begun.body)
    return Planned(url=desk.url, maker="changes.html", view=view)
