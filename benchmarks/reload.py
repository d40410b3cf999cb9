"""From a save to the repainted page, in Chromium: ``python -m benchmarks.reload``, from the root of the repository.

Builds the corpus as a dossier, shows a record of it by ``dossier serve`` in Chromium, saves that record time and again,
and tells how long it took until the browser had painted the new words.
"""

import shutil
import subprocess
import sys
import time
from argparse import ArgumentParser
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Error, Page, sync_playwright

from benchmarks import machine, ours
from benchmarks.corpus import corpus
from benchmarks.watching import free_port

SEED = 3093
SIZES = (100, 1_000, 4_000)
SETTLING = 1.5  # seconds between two saves: server and browser are at rest again
STARTING = 300  # seconds until the first build is served
LIMIT = 60  # seconds until a save must show
# Two frames later what was found has been painted: the first is asked for before it, the second after.
PAINTED = """word => document.body.innerText.includes(word)
  && new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))"""


def main(words: list[str]) -> None:
    parser = ArgumentParser(prog="python -m benchmarks.reload", description="From a save to the repainted page.")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, metavar="N", help="how many records")
    parser.add_argument("--saves", type=int, default=9, metavar="N", help="how often to save (default: 9)")
    asked = parser.parse_args(words)
    print(f"{machine.told()}\n")
    print("| records | pages and feed: median s | lowest | highest | all outputs: median s | lowest | highest |")
    print("|---|---|---|---|---|---|---|")
    for size in asked.sizes:
        cells = [cell for outputs in (ours.WHAT_PEERS_MAKE, "") for cell in measured(size, asked.saves, outputs)]
        print(f"| {size:,} | {' | '.join(f'{cell:.2f}' for cell in cells)} |", flush=True)


def measured(size: int, saves: int, outputs: str) -> tuple[float, float, float]:
    """The seconds of so many saves: the median, the lowest and the highest."""
    made = corpus(size, SEED)
    record = made.records[size // 2]
    with TemporaryDirectory() as folder:
        ours.write(made, Path(folder), outputs=outputs)
        file, port = Path(folder) / "content" / ours.source(record), free_port()
        command = [sys.executable, "-m", "dossier", "serve", "--project", folder, "--port", str(port)]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
            try:
                times = seen(f"http://127.0.0.1:{port}/sources/{record.slug}.html", record.title, file, saves)
            finally:
                server.terminate()
    return median(times), min(times), max(times)


def seen(address: str, title: str, file: Path, saves: int) -> list[float]:
    """The seconds from each save of a file to its words on the screen."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        opened(page, address)
        until(page, title, STARTING)
        times = []
        for number in range(saves):
            time.sleep(SETTLING)
            words = file.read_text("utf-8") + f"\nSaved{number}.\n"
            begun = time.perf_counter()
            file.write_text(words, encoding="utf-8")
            until(page, f"Saved{number}.", LIMIT)
            times.append(time.perf_counter() - begun)
        browser.close()
    return times


def opened(page: Page, address: str) -> None:
    """Opens a page as soon as somebody answers."""
    last = time.monotonic() + STARTING
    while True:
        try:
            page.goto(address)
            return
        except Error:
            if time.monotonic() > last:
                raise
            time.sleep(0.2)


def until(page: Page, words: str, limit: float) -> None:
    """Waits until a page shows these words."""
    last = time.monotonic() + limit
    while time.monotonic() < last:
        try:
            if page.evaluate(PAINTED, words):
                return
        except Error:
            continue  # it is being loaded anew
        time.sleep(0.002)
    raise SystemExit(f"`{words}` did not show within {limit:.0f} s")


if __name__ == "__main__":
    main(sys.argv[1:])
