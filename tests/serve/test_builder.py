"""The process that builds, when it does otherwise than it should."""

import asyncio
import sys
from asyncio.subprocess import PIPE

import pytest

from dossier.serve.builder import Ended, heard
from tests.looping import run

# A builder that has a helper with the same pipe, and ends before it answers.
WITH_A_HELPER = "import os, time; os.fork() or time.sleep(60)"


async def heard_from(program: str) -> object:
    command = (sys.executable, "-c", program)
    process = await asyncio.create_subprocess_exec(*command, stdout=PIPE, start_new_session=True)
    try:
        return await asyncio.wait_for(heard(process), 20)
    finally:
        await process.wait()


def test_a_builder_that_ends_is_not_waited_for_while_its_helper_lives() -> None:
    with pytest.raises(asyncio.IncompleteReadError):
        run(heard_from(WITH_A_HELPER))


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (1, "the process that builds ended with 1, which is a fault of the program; see the terminal"),
        (-9, "the process that builds was ended by SIGKILL; the machine may have run out of memory"),
        (-11, "the process that builds was ended by SIGSEGV"),
    ],
)
def test_the_end_of_a_builder_is_told_in_words(code: int, reason: str) -> None:
    assert Ended(code=code).reason == reason
