"""The corrections of every record, on one page."""

from msgspec import Struct

from dossier import urls
from dossier.model.site import Planned
from dossier.pages import body as bodies
from dossier.pages import corrected
from dossier.pages.desk import Desk
from dossier.pages.frame import Frame
from dossier.pages.opening import opening


class View(Struct, frozen=True, kw_only=True):
    """What the corrections page shows."""

    frame: Frame
    title: str
    body: tuple[bodies.Shown, ...]
    entries: tuple[corrected.Entry, ...]


def page(desk: Desk) -> Planned:
    """The corrections page."""
    desk = desk.at(urls.CORRECTIONS)
    everything = [entry for record in desk.dossier.records.values() for entry in corrected.of(record, desk)]
    begun = opening("corrections", desk.words.labels.corrections, desk)
    view = View(
        frame=begun.frame,
        title=begun.title,
        body=begun.body,
        entries=tuple(sorted(everything, key=lambda entry: (entry.earliest, entry.record.words), reverse=True)),
    )
    return Planned(url=desk.url, maker="corrections.html", view=view)
