"""Work in copies of this process comes back whole, or it is told why not."""

import multiprocessing
import os
import signal
import time

import pytest

from dossier.forking import Forked
from dossier.pipeline.workshop import Workshop

MUCH = 5_000_000  # bytes; far more than a pipe holds


def killed() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


Share = range  # so much work: as many items as there are numbers in it


def refuse(share: Share) -> int:
    raise ValueError(f"{len(share)} is too many")


def measured(share: Share) -> int:
    return len(share)


def after(seconds: float, size: int = 0) -> bytes:
    time.sleep(seconds)
    return bytes(size)


def at_work(executor: Forked) -> list[int]:
    return [process.pid for _, process in executor.at_work.values() if process.pid]


def is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_more_tasks_than_hands_all_come_back_in_their_order() -> None:
    hands = Workshop(executor=Forked(2), hands=2)

    assert hands.each("counting", measured, [Share(number) for number in range(7)]) == list(range(7))


def test_a_task_is_done_in_another_process_with_all_that_this_one_knows() -> None:
    known = {"bridge": object()}
    executor = Forked(2)

    there = executor.submit(lambda: (os.getpid(), list(known)))

    assert there.result() == (there.result()[0], ["bridge"])
    assert there.result()[0] != os.getpid()


def test_what_a_task_raises_is_raised_where_its_result_is_asked_for() -> None:
    with pytest.raises(ValueError, match="3 is too many"):
        Forked(2).submit(refuse, Share(3)).result()


def test_a_task_that_is_killed_is_told_and_the_next_is_done() -> None:
    executor = Forked(1)
    first, second = executor.submit(killed), executor.submit(measured, Share(3))

    with pytest.raises(ChildProcessError, match="was killed"):
        first.result()
    assert second.result() == 3


def test_a_task_that_is_killed_in_the_middle_of_its_answer_is_told() -> None:
    executor = Forked(1)
    told = executor.submit(bytes, MUCH)
    time.sleep(0.3)  # by now the pipe is full, and the rest waits
    os.kill(at_work(executor)[0], signal.SIGKILL)

    with pytest.raises(ChildProcessError, match="was killed"):
        told.result()


def test_one_task_that_fails_ends_the_others_and_leaves_the_hands_free() -> None:
    executor = Forked(2)
    hands = Workshop(executor=executor, hands=2)
    begun = time.monotonic()

    with pytest.raises(ValueError, match="too many"):
        hands.each("counting", lambda share: refuse(share) if share else len(after(60)), [Share(3), Share(0)])
    assert time.monotonic() - begun < 30
    assert multiprocessing.active_children() == []
    assert hands.each("counting", measured, [Share(3), Share(5)]) == [3, 5]


def test_a_result_that_takes_too_long_can_be_waited_for_again() -> None:
    slow = Forked(1).submit(after, 0.3, 1)

    with pytest.raises(TimeoutError):
        slow.result(timeout=0.01)
    assert slow.result() == b"\0"


def test_an_interrupt_at_the_terminal_ends_no_task_by_itself() -> None:
    executor = Forked(1)
    task = executor.submit(after, 0.5, 1)
    time.sleep(0.2)
    os.kill(at_work(executor)[0], signal.SIGINT)

    assert task.result() == b"\0"


def test_those_at_work_end_when_whoever_asked_is_killed() -> None:
    """Their answers are too long for a pipe that nobody empties: they once waited for ever, and held the terminal."""
    ours, theirs = multiprocessing.Pipe(duplex=False)

    def asking() -> None:
        executor = Forked(2)
        for _ in range(2):
            executor.submit(after, 0.3, MUCH)
        theirs.send(at_work(executor))
        time.sleep(60)

    asks = multiprocessing.get_context("fork").Process(target=asking)
    asks.start()
    processes = ours.recv()
    asks.kill()
    asks.join()

    end = time.monotonic() + 20
    while any(map(is_there, processes)) and time.monotonic() < end:
        time.sleep(0.05)
    assert not any(map(is_there, processes))
