"""Work in copies of this very process: what a task needs is there already, and only what it gives is sent back."""

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable
from concurrent.futures import Executor, Future
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Forked(Executor):
    """An executor each of whose tasks is done by a copy of the process, so many at a time.

    Nothing is packed on the way in, so a task may be bound to all that the process has read. There is no thread:
    whoever asks for a result waits for it, and begins what waits for a free hand meanwhile.
    """

    def __init__(self, hands: int) -> None:
        self.hands = hands
        self.waiting: deque[Awaited[object]] = deque()
        self.at_work: dict[Connection, tuple[Awaited[object], ForkProcess]] = {}

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Begins a task, or has it wait for a free hand."""
        awaited: Awaited[T] = Awaited(self, partial(fn, *args, **kwargs))
        self.waiting.append(awaited)  # type: ignore[arg-type]  # what it gives goes back to who asked for it alone
        self.begin()
        return awaited

    def begin(self) -> None:
        """Begins as much as there are hands for."""
        while self.waiting and len(self.at_work) < self.hands:
            awaited = self.waiting.popleft()
            context = multiprocessing.get_context("fork")
            ours, theirs = context.Pipe(duplex=False)
            process = context.Process(target=answer, args=(theirs, awaited.work, (ours, *self.at_work)), daemon=True)
            process.start()
            theirs.close()
            self.at_work[ours] = awaited, process

    def finish_one(self, timeout: float | None) -> None:
        """Waits for any task that is at work, and takes what it gave.

        Raises:
            TimeoutError: when none ends in so many seconds.
        """
        ready = wait(list(self.at_work), timeout)
        if not ready:
            raise TimeoutError
        for answers in ready:
            if isinstance(answers, Connection):
                self.finish(answers, *self.at_work.pop(answers))
        self.begin()

    def finish(self, answers: Connection, awaited: "Awaited[object]", process: ForkProcess) -> None:
        """Takes what a task gave."""
        try:
            given, error = answers.recv()
        except (EOFError, OSError):  # before its answer, or in the middle of it
            given, error = None, ChildProcessError("a process that was at work for this one was killed")
        answers.close()
        process.join()
        if error:
            awaited.set_exception(error)
        else:
            awaited.set_result(given)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Ends what is still at work."""
        self.waiting.clear()
        for answers, (_, process) in self.at_work.items():
            process.terminate()
            process.join()
            answers.close()
        self.at_work.clear()


class Awaited(Future[T]):
    """What a copy of the process will have given."""

    def __init__(self, executor: Forked, work: Callable[[], T]) -> None:
        super().__init__()
        self.executor, self.work = executor, work

    def result(self, timeout: float | None = None) -> T:
        """What the task gave.

        Raises:
            Exception: what the task raised; ChildProcessError where it ended without a word.
        """
        while not self.done():
            self.executor.finish_one(timeout)
        return super().result(timeout)


def answer(answers: Connection, work: Callable[[], object], foreign: tuple[Connection, ...]) -> None:
    """Does a task and sends what comes of it.

    ``foreign`` are the ends of pipes at which the first process listens. Were they open here too, then a process whose
    answer nobody is left to hear would wait for ever to be rid of it.
    """
    for listening in foreign:
        listening.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # at a terminal it comes to all; the first process ends the others
    try:
        outcome: tuple[object, Exception | None] = (work(), None)
    except Exception as error:  # it is raised again where the result is asked for
        outcome = (None, error)
    with suppress(BrokenPipeError):  # whoever wanted to know is no more
        answers.send(outcome)
