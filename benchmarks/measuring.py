"""What one command takes: seconds of the clock and of the processors, and memory of all its processes."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from threading import Timer
from typing import IO

PATIENCE = 3_600  # seconds; then a command hangs
BETWEEN = 0.01  # seconds between two looks at memory
CLOSING = 5  # seconds for a server to end when asked to


class FailedError(Exception):
    """A command that did not do what was asked of it, with the end of what it printed."""


@dataclass(frozen=True, kw_only=True)
class Command:
    """Words to run in a folder, with additions to the environment."""

    words: tuple[str, ...]
    folder: Path
    environment: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Run:
    """A command at work, the head of a session of its own, and the file that it prints to."""

    process: subprocess.Popen[bytes]
    log: IO[bytes]

    def printed(self) -> str:
        """The last two lines of what it has printed so far: programs say there what is wrong."""
        self.log.seek(0)
        lines = [line.strip() for line in self.log.read().decode(errors="replace").splitlines()]
        return " · ".join([line for line in lines if line][-2:])


@dataclass(frozen=True, kw_only=True)
class Cost:
    """Seconds of the clock and of the processors."""

    clock: float
    processor: float


def cost(command: Command) -> Cost:
    """What the whole command takes, from before it starts until it has ended."""
    os.sync()  # what the last command wrote is on the disk before this one is timed
    begun = time.perf_counter()
    with running(command) as run:
        hanging = Timer(PATIENCE, run.process.kill)
        hanging.daemon = True  # Ctrl-C does not wait for it
        hanging.start()
        _, status, usage = os.wait4(run.process.pid, 0)
        clock = time.perf_counter() - begun
        hanging.cancel()
        run.process.returncode = os.waitstatus_to_exitcode(status)
        judge(run)
    return Cost(clock=clock, processor=usage.ru_utime + usage.ru_stime)


def most_memory(command: Command) -> int:
    """The most bytes that the command's processes held at once; of a page that two of them share each has half."""
    most = 0
    with running(command) as run:
        while run.process.poll() is None:
            held = [memory(pid) for pid in of_session(run.process.pid)]
            # The highest that a process tells of itself is not missed between two looks.
            most = max(most, sum(now for now, _ in held), *(highest for _, highest in held))
            time.sleep(BETWEEN)
        judge(run)
    return most


def surroundings() -> dict[str, str]:
    """What every generator runs in: Python keeps what it has compiled, as it does for whoever installs a package."""
    return {name: word for name, word in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


@contextmanager
def running(command: Command) -> Iterator[Run]:
    """The command at work; whatever it started is ended with it."""
    with TemporaryFile() as log:
        process = subprocess.Popen(
            command.words,
            cwd=command.folder,
            env={**surroundings(), **command.environment},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            yield Run(process=process, log=log)
        finally:
            stop(process)


def stop(process: subprocess.Popen[bytes]) -> None:
    """Ends a session: asks first."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError, subprocess.TimeoutExpired):
            os.killpg(process.pid, sign)
            process.wait(CLOSING)


def judge(run: Run) -> None:
    if run.process.returncode:
        raise FailedError(f"it ended with {run.process.returncode}: {run.printed()}")


def of_session(head: int) -> Iterator[int]:
    """The processes of a session, by its head."""
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal():
            with suppress(OSError):
                # The name in brackets may hold anything; session is the fourth field behind it.
                if int((folder / "stat").read_text().rpartition(")")[2].split()[3]) == head:
                    yield int(folder.name)


def memory(process: int) -> tuple[int, int]:
    """The bytes of memory that a process holds, what it shares with others counted in parts, and the most it held."""
    with suppress(OSError, KeyError):
        return kilobytes(told(process, "smaps_rollup")["Pss"]), kilobytes(told(process, "status")["VmHWM"])
    return 0, 0


def told(process: int, file: str) -> dict[str, str]:
    """What the system tells of a process in one of its files, line by line (man 5 proc)."""
    lines = Path(f"/proc/{process}/{file}").read_text().splitlines()
    return dict(line.split(":", 1) for line in lines if ":" in line)


def kilobytes(words: str) -> int:
    return int(words.split(maxsplit=1)[0]) * 1024
