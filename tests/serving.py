"""A folder on a server of this machine, for as long as a test needs it."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread


class Forgetful(SimpleHTTPRequestHandler):
    """Serves files that no browser may keep, so that each page is a first visit, and says nothing."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Keep the test's output clean."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The folder at the root of a server on a free port; gives the server's address, which ends in a slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Forgetful, directory=str(folder)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()
    thread.join(timeout=5)
