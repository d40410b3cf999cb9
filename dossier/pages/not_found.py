"""The page for an address that is not there."""

from urllib.parse import urlsplit

from msgspec import Struct
from msgspec.structs import replace

from dossier import urls
from dossier.model.site import Planned
from dossier.pages.desk import Desk
from dossier.pages.frame import About, Frame, frame


class View(Struct, frozen=True, kw_only=True):
    """What a reader sees who followed a broken link."""

    frame: Frame
    title: str


def page(desk: Desk) -> Planned:
    """The page that hosts serve for any address they do not find.

    It may be shown at any depth, so its links begin at the site's root; where that is, ``base_url`` tells.
    """
    base = urlsplit(desk.dossier.settings.base_url).path.rstrip("/")
    desk = replace(desk.at(urls.NOT_FOUND), root=f"{base}/")
    title = desk.words.labels.not_found
    return Planned(url=desk.url, maker="404.html", view=View(frame=frame(About(title=title), desk), title=title))
