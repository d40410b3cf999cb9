"""A preview as a person starts one, for as long as a test needs it."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

PATIENCE = 20  # seconds; far more than anything here takes, even on a busy machine
SCRIPTS = re.compile(r'<script src="/\.dossier/preview\.js" data-site="[^"]*" defer></script>'
                     r'<script src="/livereload\.js\?host=127\.0\.0\.1&amp;port=\d+" defer></script>')  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Preview:
    """A running `dossier serve`: its process, its folder, and what it has said so far."""

    process: subprocess.Popen[bytes]
    project: Path
    told: Path

    @property
    def words(self) -> str:
        return self.told.read_text("utf-8")

    @property
    def address(self) -> str:
        found = re.search(r"serving (http://\S+/)", self.words)
        return found[1] if found else ""

    @property
    def builds(self) -> int:
        return self.words.count(" s\n")

    def save(self, path: str, text: str) -> None:
        file = self.project / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def get(self, path: str, **headers: str) -> tuple[int, str]:
        request = Request(self.address + path, headers={name.replace("_", "-"): said for name, said in headers.items()})
        try:
            with urlopen(request, timeout=PATIENCE) as answer:
                return answer.status, answer.read().decode()
        except HTTPError as error:
            with error:
                return error.code, error.read().decode()

    def builder(self) -> int:
        """The process that builds."""
        return int(Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()[0])

    def ended_by(self, number: signal.Signals) -> int:
        self.process.send_signal(number)
        return self.process.wait(PATIENCE)


def until(holds: Callable[[], object], what: str = "") -> None:
    """Waits for something, but not for ever."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, what or "it never came to pass"
        time.sleep(0.02)


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()


def put(folder: Path, files: Mapping[str, str]) -> Path:
    """A folder with these files."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


@contextmanager
def previewing(project: Path, *words: str) -> Iterator[Preview]:
    """A preview on a free port, after its first build, which may have failed."""
    told = project.parent / "told.txt"
    with told.open("wb") as output:
        command = [sys.executable, "-m", "dossier", "serve", "--today", "2025-11-22", *(words or ("--port", "0"))]
        process = subprocess.Popen(command, cwd=project, stdout=output, stderr=subprocess.STDOUT)
    preview = Preview(process=process, project=project, told=told)
    try:
        until(lambda: preview.builds or process.poll() is not None)
        yield preview
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(PATIENCE)
            finally:
                process.kill()
                process.wait()
