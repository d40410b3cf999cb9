"""What printing costs: ``python -m benchmarks.pdf [PAGES …]``, from the root of the repository.

Generates dossiers whose edition for paper has about so many pages, prints each with ``dossier pdf``, and tells pages,
size, seconds of processor and of the clock, and the most memory that the process which typesets held at once.
"""

import random
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import pikepdf

SEED = 3093
PAGES = (50, 100, 200)
CLAIMS_A_PAGE = 2.2  # of paper, with their evidence and their sources: found by printing
WORDS = "the order names a border force that went north before any report of it had told how many there were".split()
DOSSIER = """\
title: A dossier of {claims} claims
description: Generated, to see what printing costs.
language: en
covers: 2025
sections: [one]
"""
CLAIM = "---\nclaim: {statement} in case {n}.\nnumber: {n}\nsection: one\n---\n{note}\n"
SOURCE = """\
---
title: Report {n} of the agency
publisher: agency
author: unknown
published: 2025-03-{day:02}
kind: article
url: https://example.org/2025/03/{n}
licence: unknown
language: en
says:
{says}
---
{note}
"""
PAGE = "---\ntitle: Page {n}\ndescription: What was said in part {n}.\n---\n{text}\n"


def main(targets: list[int]) -> None:
    print("| wanted | pages | MB | clock s | processor s | most memory MB |\n|---|---|---|---|---|---|")
    for target in targets:
        with TemporaryDirectory() as folder:
            generate(Path(folder), round(target * CLAIMS_A_PAGE))
            print(row(target, Path(folder)), flush=True)


def row(target: int, folder: Path) -> str:
    """One dossier printed, in a process that is asked afterwards what its children took."""
    begun = perf_counter()
    measured = subprocess.run([sys.executable, "-c", MEASURED, folder], capture_output=True, text=True, check=False)
    if measured.returncode:
        raise SystemExit(measured.stdout + measured.stderr)
    clock = perf_counter() - begun
    processor, memory = measured.stdout.split()[-2:]
    file = folder / "build" / "dossier.pdf"
    with pikepdf.open(file) as pdf:
        pages = len(pdf.pages)
    size = file.stat().st_size / 1e6
    return f"| {target} | {pages} | {size:.1f} | {clock:.0f} | {float(processor):.0f} | {int(memory) / 1024:.0f} |"


# A process of its own for each dossier, since the most memory of one's children is never forgotten.
MEASURED = """
import resource, subprocess, sys
command = [sys.executable, "-m", "dossier", "pdf", "--project", sys.argv[1], "--today", "2025-11-22", "--quiet"]
subprocess.run(command, check=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss)
"""


def generate(folder: Path, claims: int) -> None:
    """A dossier of so many claims, two to a source, five to a page of its section."""
    chance = random.Random(SEED)
    content = folder / "content"
    put(content / "dossier.yml", DOSSIER.format(claims=claims))
    put(content / "index.md", "---\ntitle: Home\n---\nGenerated.\n{.own-voice}\n")
    put(content / "sections/one/index.md", "---\ntitle: One\ndescription: The only section.\n---\n")
    put(content / "entities/agency.md", "---\nname: The agency\nkind: outlet\n---\nAn outlet.\n")
    for n in range(1, claims + 1):
        statement = f"{words(chance, 14).capitalize()}"
        put(content / f"claims/c{n}.md", CLAIM.format(statement=statement, n=n, note=sentence(chance, 20)))
    for first in range(1, claims + 1, 2):
        said = [n for n in (first, first + 1) if n <= claims]
        says = "\n".join(
            f"  - {{claim: c{n}, stance: supports, as_of: 2025-03-01, basis: named, speaker: agency}}" for n in said
        )
        note = sentence(chance, 40)
        put(content / f"sources/s{first}.md", SOURCE.format(n=first, day=1 + first % 28, says=says, note=note))
    for first in range(1, claims + 1, 5):
        stated = "\n\n".join(
            f"{sentence(chance, 50)} [{words(chance, 6)}](claim:c{n}) {sentence(chance, 25)} [@s{n - 1 + n % 2}]."
            for n in range(first, min(first + 5, claims + 1))
        )
        put(content / f"sections/one/p{first}.md", PAGE.format(n=first, text=stated))


def put(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(WORDS, k=count))


def sentence(chance: random.Random, count: int) -> str:
    return f"{words(chance, count).capitalize()}."


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or list(PAGES))
