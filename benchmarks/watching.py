"""Watch mode: how long after a save the generator's own server answers with the changed page."""

import socket
import time
from http.client import HTTPConnection, HTTPException

from benchmarks import sites
from benchmarks.measuring import FailedError, Run, running
from benchmarks.sites import Site

STARTING = 900  # seconds until the first build is served
SAVING = 180  # seconds until a save shows
SETTLING = 1.5  # seconds between two saves: all watchers are at rest again
ASKING = 0.005  # seconds between two looks at the page


def saves(site: Site, times: int) -> tuple[float, ...]:
    """The seconds from each save to the changed page, from a server that has built once and is at rest."""
    port = free_port()
    words = tuple(word.format(port=port) for word in site.contestant.serve)
    with running(sites.command(site, words)) as run:
        until(run, port, site, site.edited.title, STARTING)
        return tuple(saved(run, port, site, f"edited{1000 + time}") for time in range(times))


def saved(run: Run, port: int, site: Site, word: str) -> float:
    time.sleep(SETTLING)
    sites.edit(site, word)
    begun = time.perf_counter()
    until(run, port, site, word, SAVING)
    return time.perf_counter() - begun


def until(run: Run, port: int, site: Site, words: str, limit: float) -> None:
    """Waits until the edited record's page has these words."""
    last = time.monotonic() + limit
    while words not in answer(port, site.contestant.generator.address(site.edited), limit):
        if run.process.poll() is not None:
            raise FailedError(f"its server ended: {run.printed()}")
        if time.monotonic() > last:
            raise FailedError(f"its server did not show a change within {limit:.0f} s: {run.printed()}")
        time.sleep(ASKING)


def answer(port: int, address: str, limit: float) -> str:
    """The page as it is served now, or nothing."""
    connection = HTTPConnection("127.0.0.1", port, timeout=limit)
    try:
        connection.request("GET", address)
        return connection.getresponse().read().decode("utf-8", errors="replace")
    except (OSError, HTTPException):
        return ""
    finally:
        connection.close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
