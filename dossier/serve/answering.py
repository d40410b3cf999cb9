"""What a browser is answered: pages of the site with the preview's scripts in them, and livereload's own."""

import ipaddress
import socket
from pathlib import Path
from urllib.parse import quote, urlsplit

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado.httputil import HTTPServerRequest
from tornado.web import RequestHandler

from dossier import urls
from dossier.serve import state
from dossier.serve.injected import previewed
from dossier.serve.preview import Preview
from dossier.serve.site import Site, content_type

OWN = {name: (Path(__file__).parent / name).read_bytes() for name in ("preview.css", "preview.js", "waiting.html")}
LOOPBACK = {"localhost", "127.0.0.1", "::1"}
EVERYWHERE = {"0.0.0.0", "::"}
MISDIRECTED, FORBIDDEN = 421, 403

HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def refusal(request: HTTPServerRequest, host: str) -> int | None:
    """Why a request is not for us, as a status: another site in the same browser may have sent it.

    Such a site can give our address a name of its own, or ask us under its own origin.
    """
    if not is_ours(name_in(request.host), host):
        return MISDIRECTED
    origin = request.headers.get("Origin")
    return FORBIDDEN if origin is not None and not is_same(origin, request.host) else None


def name_in(host: str) -> str:
    """The name in a `Host` header, without the port; nothing where it makes no sense."""
    try:
        parts = urlsplit(f"//{host}")
        return (parts.hostname or "") if parts.port != 0 else ""
    except ValueError:
        return ""


def is_ours(name: str, host: str) -> bool:
    """Whether a preview at ``host`` answers to this name; at all addresses of a machine, to any that is no name."""
    if name in LOOPBACK or name == host:
        return True
    return host in EVERYWHERE and (is_number(name) or name == socket.gethostname().lower())


def is_number(name: str) -> bool:
    """Whether this is an address as a number, which nobody can point elsewhere."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def is_same(origin: str, host: str) -> bool:
    """Whether a page of this origin came from us."""
    return origin.lower() in (f"http://{host}".lower(), f"https://{host}".lower())


class Answer(RequestHandler):
    """An answer to a browser that asks us, and on no other site's behalf; nothing of it is kept."""

    def initialize(self, preview: Preview, host: str) -> None:
        self.preview, self.host = preview, host

    def set_default_headers(self) -> None:
        for name, value in HEADERS.items():
            self.set_header(name, value)

    def compute_etag(self) -> None:
        """None: a browser that keeps nothing has nothing to compare."""

    def prepare(self) -> None:
        status = refusal(self.request, self.host)
        if status is not None:
            self.send_error(status)

    def write_error(self, status_code: int, **details: object) -> None:
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(f"{status_code} {self._reason}\n")

    def answer(self, data: bytes, kind: str) -> None:
        self.set_header("Content-Type", kind)
        self.finish(data)


class Pages(Answer):
    """The files of the last good site."""

    def get(self, address: str) -> None:
        site = self.preview.site
        if site is None:
            self.set_status(503)
            self.page(OWN["waiting.html"])
            return
        path = site.named(address)
        if path is None and site.is_folder(address):
            self.redirect(f"/{quote(address)}/")
            return
        data = site.data(path) if path else None
        if path is None or data is None:
            self.missing(site)
        elif path.endswith(".html"):
            self.page(data)
        else:
            self.answer(data, content_type(path))

    head = get

    def missing(self, site: Site) -> None:
        """What hosts answer for an address that is not there."""
        self.set_status(404)
        self.page(site.data(urls.NOT_FOUND) or b"404 Not Found")

    def page(self, data: bytes) -> None:
        """A page with the preview in it."""
        adapted = previewed(data, site=self.preview.state.site, host=self.request.host)
        self.answer(adapted, "text/html; charset=utf-8")


class Own(Answer):
    """The preview's own files."""

    def get(self, name: str) -> None:
        self.answer(OWN[name], content_type(name))

    head = get


class Now(Answer):
    """The state of things, for the preview's script."""

    def get(self) -> None:
        self.answer(self.preview.state.as_json(), "application/json")


class Client(Answer, LiveReloadJSHandler):  # type: ignore[misc]  # livereload carries no types
    """livereload's script for the browser."""


class Socket(LiveReloadHandler):  # type: ignore[misc]  # livereload carries no types
    """livereload's line to an open page, for pages of ours only."""

    def initialize(self, preview: Preview, host: str) -> None:
        self.preview, self.host = preview, host

    def prepare(self) -> None:
        status = refusal(self.request, self.host)
        if status is not None:
            self.send_error(status)

    def check_origin(self, origin: str) -> bool:
        return is_same(origin, self.request.host)

    def on_message(self, message: str | bytes) -> None:
        """Has a page that is now reached by all news look whether it missed some before."""
        super().on_message(message)
        if self in LiveReloadHandler.waiters:
            self.send_message({"command": "reload", "path": state.PATH, "liveCSS": True, "liveImg": True})


def send(path: str) -> None:
    """Tells every open page that this changed, by livereload."""
    LiveReloadHandler.reload_waiters(path)


Routes = list[tuple[str, type[RequestHandler], dict[str, object]]]


def routes(preview: Preview, host: str) -> Routes:
    """Which address is answered by what; no address of a site begins with a dot."""
    given: dict[str, object] = {"preview": preview, "host": host}
    return [
        ("/livereload", Socket, given),
        (r"/livereload\.js", Client, given),
        (state.PATH.replace(".", r"\."), Now, given),
        (r"/\.dossier/(preview\.css|preview\.js)", Own, given),
        ("/(.*)", Pages, given),
    ]
