"""The process that builds, as the server sees it: started when needed, asked, waited for, and ended."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from contextlib import suppress

from msgspec import Struct

from dossier.serve import message
from dossier.serve.message import LENGTH, Answer, Job

PATIENCE = 0.5  # seconds between asking it to end and ending it; Ctrl-C should be felt at once


class Ended(Struct, frozen=True, kw_only=True):
    """The process ended instead of answering."""

    code: int

    @property
    def was_killed(self) -> bool:
        """Whether something outside ended it: then the same build may well succeed."""
        return self.code < 0

    @property
    def reason(self) -> str:
        """What to tell a person."""
        if not self.was_killed:
            return f"the process that builds ended with {self.code}, which is a fault of the program; see the terminal"
        likely = "; the machine may have run out of memory" if self.code == -signal.SIGKILL else ""
        return f"the process that builds was ended by {signal.Signals(-self.code).name}{likely}"


class Builder:
    """A warm process of its own for builds, so that the server always answers."""

    def __init__(self) -> None:
        self.process: Process | None = None

    async def built(self, job: Job) -> Answer | Ended:
        """What came of a build; a process that is no more is replaced at the next one."""
        process = self.process or await self.started()
        assert process.stdin
        try:
            process.stdin.write(message.framed(job))
            await process.stdin.drain()
            return await heard(process)
        except (asyncio.IncompleteReadError, ConnectionError):
            return Ended(code=await self.end(after=PATIENCE))

    async def started(self) -> Process:
        """A new process; a session of its own keeps the terminal's Ctrl-C, and its helpers, together."""
        # -P: where the person stands is no place to import from.
        command = (sys.executable, "-P", "-m", "dossier.serve")
        self.process = await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE, start_new_session=True)
        return self.process

    async def end(self, *, after: float = 0) -> int:
        """Ends the process and whatever it started; asks first, unless it ends by itself ``after`` some seconds."""
        process, self.process = self.process, None
        if process is None:
            return 0
        if not await has_ended(process, within=after):
            process.terminate()
            await has_ended(process, within=PATIENCE)
        end_helpers(process)
        return await process.wait()


async def heard(process: Process) -> Answer:
    """The next answer of a process; helpers that outlive it hold its pipe open, and are ended so that this ends."""
    hearing = asyncio.ensure_future(answered(process))
    try:
        while not hearing.done():
            await asyncio.wait({hearing}, timeout=PATIENCE)
            if process.returncode is not None:
                end_helpers(process)
        return hearing.result()
    finally:
        hearing.cancel()


async def answered(process: Process) -> Answer:
    """The next answer, once it is whole."""
    assert process.stdout
    length = await process.stdout.readexactly(LENGTH)
    return message.answer(await process.stdout.readexactly(int.from_bytes(length)))


def end_helpers(process: Process) -> None:
    """Ends what a process started, and itself if it is still there."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


async def has_ended(process: Process, *, within: float) -> bool:
    """Whether it ended in so many seconds."""
    try:
        await asyncio.wait_for(process.wait(), within)
    except TimeoutError:
        return False
    return True
