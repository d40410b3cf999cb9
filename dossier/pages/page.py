"""Free pages: the method, and any further page that editors write."""

from msgspec import Struct

from dossier.model.page import Page
from dossier.model.site import Planned, Task
from dossier.pages import body as bodies
from dossier.pages.cards import notes
from dossier.pages.desk import Desk, Link
from dossier.pages.frame import ABOUT, About, Frame, frame, free_pages, home_crumb, printed


class View(Struct, frozen=True, kw_only=True):
    """What a free page shows; the one on the method leads to the dossier in print."""

    frame: Frame
    title: str
    description: str
    body: tuple[bodies.Shown, ...]
    printed: Link | None


def pages(desk: Desk) -> tuple[Task, ...]:
    """Every free page."""
    return tuple(desk.task(written.key, page, written) for written in free_pages(desk))


def page(written: Page, desk: Desk) -> Planned:
    """One free page."""
    about = About(
        record=written,
        title=written.title,
        description=written.description,
        crumbs=(home_crumb(desk),),
        headings=written.body.headings,
        notes=notes(bodies.used(written.body, written.key, desk), desk),
    )
    view = View(
        frame=frame(about, desk),
        title=written.title,
        description=written.description,
        body=bodies.body(written.body, written.key, desk),
        printed=printed(desk) if written.id == ABOUT else None,
    )
    return Planned(url=desk.url, maker="page.html", view=view, told=written.filed.path)
