"""Work in copies of this very process: what a task needs is there already, and only what it gives is sent back."""

import multiprocessing
import signal
from collections.abc import Callable
from concurrent.futures import Executor, Future
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Forked(Executor):
    """An executor whose every task is a copy of the process as it is when the task is submitted.

    Nothing is packed on the way in, so a task may be bound to all that the process has read. Results are awaited in
    the thread that asks for them; there is no other.
    """

    def __init__(self) -> None:
        self.processes: list[ForkProcess] = []

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Begins a task."""
        context = multiprocessing.get_context("fork")
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(target=answer, args=(theirs, fn, args, kwargs), daemon=True)
        process.start()
        theirs.close()
        self.processes.append(process)
        return Awaited(ours, process)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Ends what is still at work."""
        for process in self.processes:
            process.terminate()
            process.join()
        self.processes.clear()


class Awaited(Future[T]):
    """What a copy of the process will have given."""

    def __init__(self, answers: Connection, process: ForkProcess) -> None:
        super().__init__()
        self.answers, self.process = answers, process

    def result(self, timeout: float | None = None) -> T:
        """What the task gave.

        Raises:
            Exception: what the task raised; ChildProcessError where it ended without a word.
        """
        if not self.done():
            if not self.answers.poll(timeout):
                raise TimeoutError
            try:
                given, error = self.answers.recv()
            except EOFError:
                given, error = None, ChildProcessError("a process that was at work for this one was killed")
            self.answers.close()
            self.process.join()
            if error:
                self.set_exception(error)
            else:
                self.set_result(given)
        return super().result(timeout)


def answer(answers: Connection, fn: Callable[..., T], args: tuple[object, ...], kwargs: dict[str, object]) -> None:
    """Does a task and sends what comes of it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # at a terminal it comes to all; the first process ends the others
    try:
        outcome: tuple[T | None, Exception | None] = (fn(*args, **kwargs), None)
    except Exception as error:  # it is raised again where the result is asked for
        outcome = (None, error)
    answers.send(outcome)
