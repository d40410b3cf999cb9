"""Work on other machines, by a Dask scheduler: what all of it needs is sent to each once, and no disk is shared.

What does this is an extra of the package. It is loaded only when there is something to send: its threads would not
live through the copies of this process that do other work.
"""

import logging
import pickle
import socket
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from importlib.util import find_spec
from threading import Lock
from typing import TYPE_CHECKING, Generic, TypeVar
from urllib.parse import urlsplit

from msgspec import Struct

from dossier.problems import DossierError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from distributed import Client

W = TypeVar("W")
U = TypeVar("U")
Part = tuple[int, ...]

PATIENCE = 10  # seconds for a scheduler to answer, for a first worker, and for another when the last one is gone
PARTS_A_HAND = 4  # so that a slow hand takes fewer; each costs 8 ms (measured), and a page about 2.5
LARGEST = 1_000  # of a whole in one part: some 30 MB of pages, which go back as one message
TRIES = 3  # times that the whole is sent: again when all who had it are gone


class Cluster(Struct, frozen=True, kw_only=True):
    """The workers of a scheduler; ``traits`` tells, anywhere, what must be the same there as it is here.

    ``patience`` is for so many seconds.
    """

    address: str
    traits: Callable[[], Mapping[str, str]]
    patience: float = PATIENCE

    def __post_init__(self) -> None:
        """Makes sure of what can be known at once.

        Raises:
            DossierError: when the extra is not installed, or nobody answers at the address.
        """
        refuse_without_extra()
        refuse_unreachable(self.address, self.patience)

    def each(self, work: Callable[[W, Part], U], whole: W, count: int) -> list[U]:
        """What the work gives for each part of a whole, by the numbers of what is in the part.

        Raises:
            DossierError: when there is nobody to do it, or workers are not as this program is.
        """
        with joined(self.address, self.patience) as client:
            crew = Crew(client=client, address=self.address, patience=self.patience)
            crew.wait()
            crew.refuse_others(self.traits)
            parcel: Parcel[W] = Parcel(pickle.dumps(whole, protocol=5), self.traits())
            return crew.done(Job(work=work, traits=self.traits), parcel, dealt(count, crew.hands))


@contextmanager
def joined(address: str, patience: float) -> "Iterator[Client]":
    """A line to a scheduler.

    Raises:
        DossierError: when it is no scheduler that answers.
    """
    import asyncio

    from distributed import Client

    quieten()
    try:
        with ThreadPoolExecutor(1) as apart:  # who calls may be at work in an event loop of their own
            apart.submit(asyncio.run, greeted(address, patience)).result()
        # Pages come straight from their workers; from one that this machine cannot reach, through the scheduler.
        client = Client(address, timeout=patience, set_as_default=False, direct_to_workers=True)
    except Exception as error:  # whatever others make of it to be greeted, and Dask of their answers
        raise DossierError(f"what answers at {address} is no Dask scheduler, or none that talks to this one") from error
    with client:
        yield client


async def greeted(address: str, patience: float) -> None:
    """A first word with a scheduler; a client by itself would wait for it for ever.

    Raises:
        Exception: when it is not answered, or in no way that Dask understands.
    """
    import asyncio

    from distributed.comm.core import connect
    from distributed.security import Security

    async with asyncio.timeout(patience):
        line = await connect(address, timeout=patience, **Security().get_connection_args("client"))
        await line.close()


class Parcel(Generic[W]):
    """A whole on its way: bytes to whoever carries it, opened once where work is done, and only by the like of us."""

    def __init__(self, packed: bytes, traits: Mapping[str, str]) -> None:
        self.packed, self.traits = packed, traits
        self.lock = Lock()  # whoever works with the whole, one at a time: it may note what is read of it
        self.whole: list[W] = []

    def __reduce__(self) -> tuple[object, ...]:
        return Parcel, (self.packed, self.traits)

    def opened(self, traits: Mapping[str, str]) -> W:
        """The whole.

        Raises:
            DossierError: when ``traits`` are not those of the process that packed it.
        """
        if not self.whole:
            from distributed import get_worker

            refuse_other(f"the worker at {get_worker().address}", traits, self.traits)
            self.whole.append(pickle.loads(self.packed))
        return self.whole[0]


class Job(Struct, Generic[W, U], frozen=True, kw_only=True):
    """Work on parts of a whole, as it is sent."""

    work: Callable[[W, Part], U]
    traits: Callable[[], Mapping[str, str]]

    def __call__(self, parcel: Parcel[W], part: Part) -> U:
        """What comes of a part."""
        with parcel.lock:
            return self.work(parcel.opened(self.traits()), part)


class Crew(Struct, frozen=True, kw_only=True):
    """Those who work for one scheduler, as they come and go."""

    client: "Client"
    address: str
    patience: float

    @property
    def hands(self) -> int:
        """How many workers there are; the threads of one would only wait for each other."""
        return len(self.client.scheduler_info(n_workers=-1)["workers"])

    def wait(self) -> None:
        """Waits for a worker, if there is none.

        Raises:
            DossierError: when none comes.
        """
        try:
            self.client.wait_for_workers(1, timeout=self.patience)
        except TimeoutError as error:
            wanted = f"the scheduler at {self.address} has no worker; start one with `dask worker {self.address}`"
            raise DossierError(wanted) from error
        except OSError as error:
            raise DossierError(f"the scheduler at {self.address} is gone") from error

    def refuse_others(self, traits: Callable[[], Mapping[str, str]]) -> None:
        """Makes sure that each worker would make what this process makes, and that the scheduler knows what it sends.

        Raises:
            DossierError: when one has another version of anything that counts.
        """
        ours = traits()
        refuse_other("the scheduler", self.told_by_scheduler(traits), ours)
        for place, theirs in sorted(self.client.run(traits, on_error="return").items()):
            if not isinstance(theirs, OSError):  # it has just died; whoever comes in its place is looked at too
                refuse_other(f"the worker at {place}", theirs, ours)

    def told_by_scheduler(self, traits: Callable[[], Mapping[str, str]]) -> object:
        """What the scheduler says of itself, or why it cannot."""
        try:
            return self.client.run_on_scheduler(traits)
        except Exception as error:  # whatever it finds missing
            return error

    def done(self, job: Job[W, U], parcel: Parcel[W], parts: Sequence[Part]) -> list[U]:
        """The parts done, in their order."""
        found: dict[int, U] = {}
        for _ in range(TRIES):
            self.wait()
            self.round(job, parcel, {number: part for number, part in enumerate(parts) if number not in found}, found)
            if len(found) == len(parts):
                return [found[number] for number in range(len(parts))]
        raise DossierError(f"the workers of {self.address} were lost {TRIES} times over; have they enough memory?")

    def round(self, job: Job[W, U], parcel: Parcel[W], parts: Mapping[int, Part], found: dict[int, U]) -> None:
        """Has parts done by whoever is there; it ends early when nobody is left who was sent the whole."""
        sent = self.client.scatter(parcel, broadcast=True, hash=False, direct=False)
        executor = self.client.get_executor(pure=False)  # what one build made is not taken for that of the next
        waiting = {executor.submit(job, sent, part): number for number, part in parts.items()}
        while waiting:
            over, _ = wait(waiting, timeout=self.patience, return_when=FIRST_COMPLETED)
            if not over:
                self.wait()
            for future in over:
                number = waiting.pop(future)
                try:
                    found[number] = self.given(future)
                except CancelledError:
                    return

    def given(self, future: "Future[U]") -> U:
        """What came of a part.

        Raises:
            CancelledError: when all are gone who had what it is made of.
            DossierError: when those who tried it died of it.
        """
        from distributed import KilledWorker

        try:
            return future.result()
        except KilledWorker as error:
            wanted = f"workers of {self.address} died one after the other over the same pages; have they enough memory?"
            raise DossierError(wanted) from error
        except ModuleNotFoundError as error:
            wanted = f"a worker of {self.address} has no `{error.name}`; install there what is installed here"
            raise DossierError(wanted) from error


def dealt(count: int, hands: int) -> tuple[Part, ...]:
    """So many numbers dealt out in turn to several parts for each hand, none of them too large."""
    parts = max(hands * PARTS_A_HAND, -(-count // LARGEST))
    return tuple(tuple(range(first, count, parts)) for first in range(min(parts, count)))


def refuse_other(place: str, theirs: object, ours: Mapping[str, str]) -> None:
    """Makes sure that somebody has what this process has.

    Raises:
        DossierError: when it has not.
    """
    if not isinstance(theirs, Mapping):  # what came of asking: it has none of this, or one that knows no such question
        raise DossierError(f"{place} has another explainer-dossier, or none; install there what is installed here")
    for name, version in ours.items():
        if theirs.get(name) != version:
            there = theirs.get(name) or "none"
            raise DossierError(
                f"{place} has {name} {there}, and here it is {version or 'none'}; install the same on both"
            )


def refuse_without_extra() -> None:
    """Makes sure that Dask is there.

    Raises:
        DossierError: when the extra is not installed.
    """
    if find_spec("distributed") is None:
        wanted = "`--scheduler` needs the extra `distributed`; run `pip install 'explainer-dossier[distributed]'`"
        raise DossierError(wanted)


def refuse_unreachable(address: str, patience: float) -> None:
    """Makes sure that somebody answers at an address, before anything is done that would be in vain.

    Raises:
        DossierError: when it is no address, or nobody answers.
    """
    try:
        where = urlsplit(address if "://" in address else f"//{address}")
        host, port = where.hostname, where.port
    except ValueError:
        host, port = None, None
    if not host or not port:
        raise DossierError(f"`{address}` is no address of a scheduler; write it like tcp://127.0.0.1:8786")
    try:
        socket.create_connection((host, port), patience).close()
    except OSError as error:
        reason = error.strerror or "no answer"
        raise DossierError(f"no scheduler answers at {address} ({reason}); start one with `dask scheduler`") from error


def quieten() -> None:
    """Lets Dask tell nothing on its own: what counts is told as an error, and the rest is its own affair."""
    for name in ("distributed", "distributed.client", "distributed.core", "tornado", "tornado.application"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
