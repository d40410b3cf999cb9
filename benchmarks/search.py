"""What search costs, on seeded records: ``python -m benchmarks.search [COUNT …]``, from the root of the repository.

Builds the index, serves it below a real search page, and types into Chromium. Machines are noisy: each time is the
least of several, and ratios within one run say more than seconds.
"""

import gzip
import random
import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import accumulate
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from threading import Thread
from time import process_time

from playwright.sync_api import Browser, Page, Request, sync_playwright

import dossier
from dossier.search import FOLDER, Document, Group, Script, as_script, index, stop_words

SEED = 3093
COUNTS = (300, 1_000, 10_000)
WORDS = 30_000  # a vocabulary: about that of ten thousand news summaries
TIMES = 5

# Kinds with the share of each among the records, and how many words the text of one has.
KINDS = {"page": (0.1, 120), "entity": (0.15, 25), "claim": (0.4, 40), "event": (0.15, 40), "source": (0.2, 300)}
SMALLEST = {
    "dossier.yml": "title: Figures\ndescription: Figures.\nlanguage: en\ncovers: 2025\nsections: [one]\n",
    "index.md": "---\ntitle: Figures\n---\n",
    "sections/one/index.md": "---\ntitle: One\ndescription: One.\n---\n",
}
# Waits until the results of a question stand on the page, and says after how many milliseconds they did.
KEY = """question => new Promise(done => {
  const field = document.querySelector("input[type=search]"), list = document.querySelector(".search-results");
  const begun = performance.now();
  const seen = new MutationObserver(() => { seen.disconnect(); done(performance.now() - begun); });
  seen.observe(list, {childList: true});
  field.value = question;
  field.dispatchEvent(new Event("input", {bubbles: true}));
})"""


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """Keep the table clean."""


def vocabulary(chance: random.Random) -> list[str]:
    """Words that look like words: syllables, most of them two or three."""
    syllables = [a + b + c for a in "bcdfglmnprst" for b in "aeiou" for c in ("", "n", "r", "s", "l")]
    made: dict[str, None] = dict.fromkeys(stop_words("en"))
    while len(made) < WORDS:
        made["".join(chance.choices(syllables, k=chance.choice((2, 2, 3, 3, 4))))] = None
    return list(made)


def groups(count: int) -> tuple[Group, ...]:
    """So many records, whose words are as unequally common as those of a language."""
    chance = random.Random(SEED)
    words = vocabulary(chance)
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(words))))

    def text(length: int) -> str:
        return " ".join(chance.choices(words, cum_weights=weights, k=length))

    return tuple(
        Group(id=kind, words=kind, documents=tuple(documents(kind, round(count * share), length, text)))
        for kind, (share, length) in KINDS.items()
    )


def documents(kind: str, count: int, length: int, text: Callable[[int], str]) -> Iterator[Document]:
    """The records of one kind."""
    for number in range(count):
        label = f"C-{number + 1}" if kind == "claim" else ""
        title = text(3 if kind == "entity" else 9).capitalize()
        yield Document(
            url=f"{kind}/{number}.html", tag=kind, number=label, title=title, note=text(4), text=text(length)
        )


def page_of_search(folder: Path) -> Path:
    """A site of almost nothing, for its search page."""
    for name, content in SMALLEST.items():
        file = folder / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    dossier.build(folder, dossier.Options(today=date(2025, 11, 22)))
    return folder / "build"


def built(made: tuple[Group, ...]) -> tuple[float, tuple[Script, ...]]:
    """The processor seconds that the index took, and its scripts."""
    taken = []
    scripts: tuple[Script, ...] = ()
    for _ in range(3):
        begun = process_time()
        scripts = index(made, stop_words("en"))
        taken.append(process_time() - begun)
    return min(taken), scripts


def measured(count: int, browser: Browser) -> list[str]:
    """One row of the table."""
    made = groups(count)
    seconds, scripts = built(made)
    files = {script.url: as_script(script) for script in scripts}
    zipped = {url: len(gzip.compress(data, mtime=0)) for url, data in files.items()}
    with TemporaryDirectory() as folder:
        root = page_of_search(Path(folder))
        shutil.rmtree(root / FOLDER)
        (root / FOLDER).mkdir()
        for url, data in files.items():
            (root / url).write_bytes(data)
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(root)))
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_address[1]}/"
        typed = in_browser(browser, address, zipped, made)
        server.shutdown()
        server.server_close()
    total, least = sum(map(len, files.values())), sum(zipped.values())
    return [
        f"{count:,}", f"{seconds:.2f}", f"{seconds / count * 1000:.2f}", f"{len(files):,}",
        f"{total / 1e6:.2f}", f"{least / 1e6:.2f}", *typed,
    ]  # fmt: skip


def in_browser(browser: Browser, address: str, zipped: dict[str, int], made: tuple[Group, ...]) -> list[str]:
    """Requests and kilobytes to the first results of one question, and the milliseconds of first and later ones."""
    rare = made[1].documents[0].title.split()[0]
    firsts, laters, loaded = list[float](), list[float](), list[str]()
    for _ in range(TIMES):
        page = browser.new_page()
        asked: list[str] = []
        page.on("request", partial(note, asked, address))
        page.goto(f"{address}search.html", wait_until="networkidle")
        asked.clear()
        firsts.append(page.evaluate(KEY, rare))
        loaded = [url for url in asked if url in zipped]
        laters += typing(page, made[2].documents[0].text.split())
        page.close()
    kilobytes = sum(zipped[url] for url in loaded) / 1000
    return [str(len(loaded)), f"{kilobytes:.0f}", f"{min(firsts):.0f}", f"{median(laters):.0f}", f"{max(laters):.0f}"]


def note(asked: list[str], address: str, request: Request) -> None:
    """Adds a request to what was asked for."""
    asked.append(request.url.removeprefix(address).split("?")[0])


def typing(page: Page, words: list[str]) -> Iterator[float]:
    """The milliseconds after each key of two words of a text."""
    question = " ".join([word for word in words if len(word) > 4][:2])
    for end in range(2, len(question) + 1):
        if question[end - 1] != " ":
            yield page.evaluate(KEY, question[:end])


def main() -> None:
    """Print the table."""
    head = ["records", "build s", "ms/record", "files", "MB", "MB gzip"]
    head += ["requests", "kB gzip", "first ms", "key ms, median", "key ms, worst"]
    print("| " + " | ".join(head) + " |\n|" + "---|" * len(head))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        for count in [int(word) for word in sys.argv[1:]] or COUNTS:
            print("| " + " | ".join(measured(count, browser)) + " |", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
