"""The site behind a real nginx, below a folder, set up as `docs/hosting.md` says."""

import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from html import unescape
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

import dossier
from dossier import Options
from tests.conftest import A_DAY, PLACES, ROOT

pytestmark = pytest.mark.nginx

GUIDE = (ROOT / "docs" / "hosting.md").read_text("utf-8")
FOLDER = "/marrowick/"
POLICY = re.compile(r"default-src [^\"\n]*?(?=; frame-ancestors)")

# All that nginx writes goes into its own folder, so that anyone may run it; one process is enough and ends at once.
CONFIGURATION = """\
daemon off;
master_process off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 64; }}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    client_body_temp_path {folder}/body;
    fastcgi_temp_path {folder}/fastcgi;
    proxy_temp_path {folder}/proxy;
    scgi_temp_path {folder}/scgi;
    uwsgi_temp_path {folder}/uwsgi;
    server {{
        listen 127.0.0.1:{port};
{location}
    }}
}}
"""

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css",
    ".js": "application/javascript; charset=utf-8",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".xml": "text/xml; charset=utf-8",
}


@pytest.fixture(scope="module")
def addressed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This repository's own dossier as a site that knows where it stands."""
    project = tmp_path_factory.mktemp("addressed")
    shutil.copytree(ROOT / "content", project / "content")
    settings = project / "content" / "dossier.yml"
    settings.write_text(f"{settings.read_text('utf-8')}base_url: https://example.org{FOLDER}\n", "utf-8")
    report = dossier.build(project, Options(today=A_DAY))
    assert report.is_clean
    return project / "build"


@pytest.fixture(scope="module")
def host(addressed: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """nginx with the guide's own lines; gives its host and port."""
    folder = tmp_path_factory.mktemp("nginx")
    port = free_port()
    configuration = folder / "nginx.conf"
    configuration.write_text(CONFIGURATION.format(folder=folder, port=port, location=location(addressed)), "utf-8")
    nginx = shutil.which("nginx", path=PLACES)
    assert nginx
    server = subprocess.Popen([nginx, "-p", folder, "-c", configuration, "-e", folder / "error.log"])
    try:
        await_answer(port, server)
        yield f"127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=10)


def location(site: Path) -> str:
    """The lines that the guide gives for nginx, with the folder that this site is in."""
    block = GUIDE.partition("```nginx\n")[2].partition("```")[0]
    assert block.count(f"alias /srv/www{FOLDER};") == 1
    return block.replace(f"/srv/www{FOLDER}", f"{site}/")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def await_answer(port: int, server: subprocess.Popen[bytes]) -> None:
    for _ in range(200):
        assert server.poll() is None, "nginx ended at once"
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail("nginx did not answer within ten seconds")


class Asked:
    """One answer of the host."""

    def __init__(self, connection: HTTPConnection, path: str) -> None:
        connection.request("GET", path)
        answer = connection.getresponse()
        self.status = answer.status
        self.headers = {name.lower(): value for name, value in answer.getheaders()}
        self.body = answer.read()


@pytest.fixture
def connection(host: str) -> Iterator[HTTPConnection]:
    connection = HTTPConnection(host, timeout=30)
    yield connection
    connection.close()


def links(html: bytes) -> set[str]:
    """Everything that a page leads to or is made with, on its own host."""
    nodes = LexborHTMLParser(html).css("[href], [src]")
    found = (str(node.attributes.get("href") or node.attributes.get("src")) for node in nodes)
    return {unescape(href) for href in found if not urlsplit(href).scheme and not href.startswith("#")}


def test_every_file_is_served_as_what_it_is(addressed: Path, connection: HTTPConnection) -> None:
    wrong = []
    for file in sorted(file for file in addressed.rglob("*") if file.is_file()):
        answer = Asked(connection, FOLDER + file.relative_to(addressed).as_posix())
        kind = TYPES.get(file.suffix, answer.headers["content-type"])
        if (answer.status, answer.headers["content-type"], answer.body) != (200, kind, file.read_bytes()):
            wrong.append((file.name, answer.status, answer.headers["content-type"]))
    assert wrong == []


def test_every_link_of_every_page_lands(addressed: Path, connection: HTTPConnection) -> None:
    pages = {FOLDER + page.relative_to(addressed).as_posix(): page.read_bytes() for page in addressed.rglob("*.html")}
    targets = {urlsplit(urljoin(path, href)).path for path, html in pages.items() for href in links(html)}
    assert targets
    assert [target for target in sorted(targets) if not target.startswith(FOLDER)] == []
    assert [target for target in sorted(targets) if Asked(connection, target).status != 200] == []


def test_a_folder_opens_its_index(addressed: Path, connection: HTTPConnection) -> None:
    assert Asked(connection, FOLDER).body == (addressed / "index.html").read_bytes()
    assert Asked(connection, f"{FOLDER}claims/").body == (addressed / "claims" / "index.html").read_bytes()


@pytest.mark.parametrize("lost", ["nothing.html", "a/b/c", "claims/no-such-claim.html", "a/b/c/d/e/"])
def test_a_lost_reader_is_led_home_from_any_depth(connection: HTTPConnection, lost: str) -> None:
    answer = Asked(connection, f"{FOLDER}{lost}")
    assert answer.status == 404
    assert b'class="kind-not-found"' in answer.body
    targets = {urlsplit(urljoin(f"{FOLDER}{lost}", href)).path for href in links(answer.body)}
    assert f"{FOLDER}assets/dossier.css" in targets
    assert f"{FOLDER}index.html" in targets
    assert [target for target in sorted(targets) if Asked(connection, target).status != 200] == []


def test_the_policy_of_the_header_is_that_of_the_pages_and_keeps_pages_out_of_frames(
    connection: HTTPConnection,
) -> None:
    answer = Asked(connection, f"{FOLDER}a/b/c")
    node = LexborHTMLParser(answer.body).css_first('meta[http-equiv="Content-Security-Policy"]')
    assert node
    assert answer.headers["content-security-policy"] == f"{node.attributes['content']}; frame-ancestors 'none'"
    assert set(POLICY.findall(GUIDE)) == {node.attributes["content"]}
    assert len(POLICY.findall(GUIDE)) == 3


@pytest.mark.browser
def test_a_browser_reads_on_from_a_lost_page_without_a_complaint(browser: Browser, host: str) -> None:
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("requestfailed", lambda request: said.append(request.url))
    page.goto(f"http://{host}{FOLDER}a/b/c")
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily") != "serif"
    assert said == ["Failed to load resource: the server responded with a status of 404 (Not Found)"]
    said.clear()
    page.click("main a")
    page.click("main a >> nth=0")
    assert page.url.startswith(f"http://{host}{FOLDER}")
    page.close()
    assert said == []
