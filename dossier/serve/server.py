"""The server itself: livereload's, at an address of ours, with its own watcher, until someone ends it."""

import asyncio
import errno
import signal
from collections.abc import Callable, Coroutine
from ipaddress import ip_address
from socket import socket

from livereload import Server
from livereload.handlers import LiveReloadHandler
from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop
from tornado.netutil import bind_sockets
from tornado.web import Application

from dossier.problems import DossierError
from dossier.serve import Address, Asked, answering
from dossier.serve.news import News, Serving
from dossier.serve.preview import Preview
from dossier.serve.watching import Saves

USUAL = range(8000, 8100)  # the ports tried where none is asked for
PULSE = 30  # seconds between two signs of life; a page whose machine sleeps is forgotten after one without


def run(asked: Asked, address: Address, told: Callable[[News], None]) -> None:
    """Serves until it is asked to end."""
    asyncio.set_event_loop(asyncio.new_event_loop())  # livereload asks for the thread's own, and Python gives none
    sockets, port = bound(address)
    preview = Preview(asked, told, answering.send)
    server = LiveServer(preview, sockets)
    taken = USUAL[0] if address.port is None and port != USUAL[0] else None
    is_exposed = not all(ip_address(each.getsockname()[0]).is_loopback for each in sockets)
    told(Serving(address=shown(address.host, port), taken=taken, is_exposed=is_exposed))
    server.serve(port=port, host=address.host)
    if server.fault is not None:
        raise server.fault


class LiveServer(Server):  # type: ignore[misc]  # livereload carries no types
    """livereload's server, which answers only whom it should, watches by events, and ends what it began."""

    def __init__(self, preview: Preview, sockets: list[socket]) -> None:
        self.saves = Saves(preview.asked.project, preview.noticed)
        super().__init__(watcher=self.saves)
        self.preview, self.sockets = preview, sockets
        self.fault: BaseException | None = None
        self.tasks: list[asyncio.Future[None]] = []
        self.http: HTTPServer | None = None

    def application(self, port: int, host: str, **settings: object) -> None:
        """Answers at the sockets that are bound, and begins to build and to watch."""
        LiveReloadHandler.watcher, LiveReloadHandler.live_css = self.saves, True
        handlers = answering.routes(self.preview, host)
        self.http = HTTPServer(Application(handlers, log_function=unsaid, websocket_ping_interval=PULSE))
        self.http.add_sockets(self.sockets)
        self.loop = asyncio.get_event_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            self.loop.add_signal_handler(number, self.stop)
        self.begin(self.preview.work())
        self.begin(self.saves.follow())

    def begin(self, work: Coroutine[None, None, None]) -> None:
        """Has something done beside the answering; what it cannot go on without ends the server."""
        task = self.loop.create_task(work)
        task.add_done_callback(self.done)
        self.tasks.append(task)

    def done(self, task: asyncio.Future[None]) -> None:
        """Ends the server with the fault of a task that failed."""
        if not task.cancelled() and task.exception() is not None:
            self.fault = task.exception()
            self.stop()

    def stop(self) -> None:
        """Ends the server soon; asked twice, it still ends once."""
        if not hasattr(self, "closing"):
            self.closing = self.loop.create_task(self.close())

    async def close(self) -> None:
        """Ends what was begun, then the loop, which lets `serve` return."""
        for task in self.tasks:
            task.cancel()
        await self.preview.end()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        for page in tuple(LiveReloadHandler.waiters):
            page.close()
        if self.http is not None:
            self.http.stop()
            await self.http.close_all_connections()
        IOLoop.current().stop()

    def _setup_logging(self) -> None:
        """Leaves logging alone: what a person should know is told by us."""


def unsaid(answer: object) -> None:
    """Says nothing of an answered request."""


def bound(address: Address) -> tuple[list[socket], int]:
    """Sockets at the port that is asked for, else at the first free one of the usual ones.

    Raises:
        DossierError: when there is none.
    """
    for port in USUAL if address.port is None else (address.port,):
        try:
            sockets = bind_sockets(port, address.host)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise DossierError(f"cannot listen at {address.host}:{port}: {error.strerror or error}") from error
            continue
        return sockets, sockets[0].getsockname()[1]
    raise DossierError(occupied(address))


def occupied(address: Address) -> str:
    """That no port is free, and what to do about it."""
    if address.port is None:
        return f"the ports {USUAL[0]} to {USUAL[-1]} of {address.host} are all taken; name a free one with --port"
    return (
        f"port {address.port} of {address.host} is taken; `lsof -i :{address.port}` tells by which program. "
        "End that, name another with --port, or leave --port out and the first free one is taken"
    )


def shown(host: str, port: int) -> str:
    """The address to type into a browser."""
    name = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)
    return f"http://{name}:{port}/"
