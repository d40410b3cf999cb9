"""`dossier serve`: the site as it is being written, in a browser that follows every save.

One process answers the browser and watches the files; another, started once and kept warm, builds. What is on the
disk are the bytes that would be published: what a preview needs beside them is added on the way to the browser.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from msgspec import Struct

from dossier.serve.news import News

__all__ = ["Address", "Asked", "News", "run"]


class Address(Struct, frozen=True, kw_only=True):
    """Where to serve; without a port, the first free one of those that are usual."""

    host: str
    port: int | None


class Asked(Struct, frozen=True, kw_only=True):
    """What a preview is of; ``today`` is asked for each build, since a preview may run for days."""

    project: Path
    drafts: bool
    today: Callable[[], date]


def run(asked: Asked, address: Address, told: Callable[[News], None]) -> None:
    """Serves until someone asks it to end, by Ctrl-C or SIGTERM.

    Raises:
        DossierError: when it cannot listen at the address, or cannot watch the files.
    """
    from dossier.serve import server  # here, since the process that builds has no use for a server

    server.run(asked, address, told)
