"""Pages made by the workers of a real Dask cluster: a scheduler and workers, each a process of its own."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest

from dossier import pipeline
from dossier.cluster import Cluster, Parcel, dealt
from dossier.model.run import Options
from dossier.pipeline import whole
from dossier.problems import DossierError
from tests.cluster import work
from tests.conftest import A_DAY, ROOT

PATIENCE = 20  # seconds for all to be up


@contextmanager
def process(*words: str, folder: Path) -> Iterator[None]:
    """A process of Dask on this machine, which is ended with all that it started."""
    running = subprocess.Popen(
        (sys.executable, "-m", "dask", *words, "--no-dashboard"),
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield
    finally:
        os.killpg(running.pid, signal.SIGKILL)  # the worker that a nanny minds too
        running.wait()


@contextmanager
def cluster(workers: int, folder: Path) -> Iterator[str]:
    """The address of a scheduler with so many workers."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"
    with ExitStack() as stack:
        stack.enter_context(process("scheduler", "--host", "127.0.0.1", "--port", str(port), folder=folder))
        for _ in range(workers):
            words = ("worker", address, "--nthreads", "1", "--local-directory", str(folder))
            stack.enter_context(process(*words, folder=folder))
        answers(port)
        yield address


def answers(port: int) -> None:
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)
    raise AssertionError("the scheduler does not start")


@contextmanager
def silence() -> Iterator[str]:
    """An address where somebody listens and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        yield f"tcp://127.0.0.1:{silent.getsockname()[1]}"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with cluster(2, tmp_path_factory.mktemp("cluster")) as found:
        yield found


def told(address: str, *, patience: float = PATIENCE) -> Cluster:
    return Cluster(address=address, traits=work.nothing_special, patience=patience)


def files(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """This repository's own dossier, by itself."""
    return shutil.copytree(ROOT / "content", tmp_path / "own" / "content").parent


def test_a_cluster_makes_the_same_site_and_a_build_without_it_goes_on_from_there(
    own: Path, site: Path, address: str
) -> None:
    options = Options(today=A_DAY, output=own / "build")
    report = pipeline.build(own, options, pipeline.workshop(own).helped(address))
    assert report.is_clean
    assert files(own / "build") == files(site)
    again = whole.prepared(own, options, pipeline.workshop(own)).making
    assert again is not None
    assert len(again.kept) == report.pages


def test_a_few_pages_are_made_here_and_nobody_is_asked(own: Path) -> None:
    options = Options(today=A_DAY, output=own / "build")
    pipeline.build(own, options, pipeline.workshop(own))
    page = next((own / "content" / "terms").glob("*.md"))
    page.write_text(page.read_text("utf-8") + "\nOne word more.\n", encoding="utf-8")
    with silence() as nobody:
        report = pipeline.build(own, options, pipeline.workshop(own).helped(nobody))
    assert 0 < report.changed < 50


def test_what_the_parts_give_comes_back_in_their_order(address: str) -> None:
    whole = {number: number for number in range(20)}
    given = told(address).each(work.squares, whole, 20)
    assert [list(part) for part in given] == [list(part) for part in dealt(20, 2)]
    assert {number: square for part in given for number, square in part.items()} == {n: n**2 for n in range(20)}


@pytest.mark.parametrize("workers", [1, 2])
def test_what_a_worker_was_at_when_it_died_is_done_all_the_same(workers: int, tmp_path: Path) -> None:
    with cluster(workers, tmp_path) as address:
        given = told(address).each(work.squares_after_a_death, tmp_path, 8)
    assert (tmp_path / "died").exists()
    assert {number: square for part in given for number, square in part.items()} == {n: n**2 for n in range(8)}


def test_a_worker_of_another_version_is_told(address: str) -> None:
    others = Cluster(address=address, traits=work.which_process)
    with pytest.raises(DossierError, match=r"the scheduler has process \d+, and here it is \d+; install the same"):
        others.each(work.squares, {0: 0}, 1)


def test_a_scheduler_without_workers_is_told(tmp_path: Path) -> None:
    with (
        cluster(0, tmp_path) as address,
        pytest.raises(DossierError, match=f"has no worker; start one with `dask worker {address}`"),
    ):
        told(address, patience=2).each(work.squares, {0: 0}, 1)


def test_an_address_where_nobody_answers_is_told() -> None:
    with pytest.raises(DossierError, match=r"no scheduler answers at tcp://127\.0\.0\.1:1 "):
        told("tcp://127.0.0.1:1")


@pytest.mark.parametrize("address", ["localhost", "tcp://127.0.0.1", "tcp://127.0.0.1:many", "[", ":8786"])
def test_what_is_no_address_is_told(address: str) -> None:
    with pytest.raises(DossierError, match="is no address of a scheduler; write it like tcp://"):
        told(address)


def test_somebody_else_at_the_address_is_told() -> None:
    with silence() as nobody, pytest.raises(DossierError, match="is no Dask scheduler"):
        told(nobody, patience=2).each(work.squares, {0: 0}, 1)


def test_a_parcel_is_not_opened_on_its_way() -> None:
    carried: Parcel[int] = Parcel(b"no pickle", {})
    assert carried.__reduce__() == (Parcel, (b"no pickle", {}))


def test_numbers_are_dealt_out_in_parts_that_are_never_large() -> None:
    parts = dealt(10_500, 2)
    assert sorted(number for part in parts for number in part) == list(range(10_500))
    assert max(map(len, parts)) <= 1_000
    assert dealt(3, 2) == ((0,), (1,), (2,))
