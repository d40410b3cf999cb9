"""What workers of a cluster save: ``python -m benchmarks.scaling [RECORDS …]``, from the root of the repository.

Makes the pages of one corpus in this process, and by one and by two workers of a Dask scheduler on this machine. Told
are seconds of processor, which other work of the machine does not make more: those of this process, and with a ``+``
those of the worker that has most to do. On idle machines their sum is about the time that pages take.
"""

import gc
import pickle
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from distributed import Client

from benchmarks import machine, ours
from benchmarks.corpus import corpus
from dossier import pipeline, render
from dossier.cache.stamp import traits
from dossier.cluster import Cluster
from dossier.model.run import Options
from dossier.model.site import Task
from dossier.pipeline import whole
from dossier.pipeline.making import Bench
from dossier.pipeline.memory import Memory
from dossier.pipeline.survey import surveyed

SEED = 3093
SIZES = (1_000, 10_000)
DAY = date(2025, 11, 22)
HEAD = "| records | read to check | pages here | by 1 worker | by 2 workers | sent to each, MB |"


def main(sizes: list[int]) -> None:
    print(f"{machine.told()}; {date.today()}, at commit {machine.commit()}\n\n{HEAD}\n|{'---|' * 6}")
    for size in sizes:
        with TemporaryDirectory() as folder:
            ours.write(corpus(size, SEED), Path(folder), outputs="")
            print(row(size, Path(folder)), flush=True)


def row(size: int, project: Path) -> str:
    """One corpus, made in every way."""
    options = Options(today=DAY, output=project / "build")
    gc.disable()  # as `dossier build` does
    begun = process_time()
    survey = surveyed(project, options)
    read = process_time() - begun
    assert survey.dossier is not None
    files = whole.carried(survey.inputs)
    bench = Bench(survey, survey.dossier, files, options, project / "build", Memory(), pipeline.ALONE)
    begun = process_time()
    tasks = bench.site(None).tasks
    render.part(work(bench, tasks), range(len(tasks)))
    told = [f"{process_time() - begun:.1f}"]
    for workers in (1, 2):
        with cluster(workers) as address:
            told.append(helped(bench, address))
    size_sent = len(pickle.dumps(work(bench, tasks), protocol=5)) / 1e6
    gc.enable()
    return f"| {size:,} | {read:.1f} | {' | '.join(told)} | {size_sent:.0f} |"


def helped(bench: Bench, address: str) -> str:
    """The seconds of this process and of the busiest worker, for all pages."""
    tasks = tuple(sorted(bench.site(None).tasks, key=lambda task: not task.is_whole))
    with Client(address, set_as_default=False) as client:
        before, begun = client.run(process_time), process_time()
        Cluster(address=address, traits=traits).each(render.part, work(bench, tasks), len(tasks))
        own, after = process_time() - begun, client.run(process_time)
    return f"{own:.1f} + {max(after[place] - before[place] for place in after):.1f}"


def work(bench: Bench, tasks: tuple[Task, ...]) -> render.Work:
    """The pages of a site, as workers are told of them."""
    look = render.Ingredients(theme=bench.survey.inputs.theme, own={}, language="en")
    return render.Work(tasks=tasks, of=look, watch=bench.watch)


@contextmanager
def cluster(workers: int) -> Iterator[str]:
    """The address of a scheduler on this machine with so many workers."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    with ExitStack() as stack, TemporaryDirectory() as folder:
        stack.enter_context(dask("scheduler", "--host", "127.0.0.1", "--port", port))
        for _ in range(workers):
            words = ("--nthreads", "1", "--memory-limit", "0", "--local-directory", folder)
            stack.enter_context(dask("worker", f"127.0.0.1:{port}", *words))
        with Client(f"127.0.0.1:{port}", set_as_default=False) as client:
            client.wait_for_workers(workers, timeout=60)
        yield f"127.0.0.1:{port}"


@contextmanager
def dask(*words: str) -> Iterator[None]:
    command = (sys.executable, "-m", "dask", *words, "--no-dashboard")
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        running.terminate()
        running.wait()


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or list(SIZES))
