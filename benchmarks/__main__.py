"""The generator beside others, on equal work: ``python -m benchmarks``, from the root of the repository.

Generates a seeded corpus, installs the other generators below ``.benchmarks/``, has all build it side by side, and
writes the figures and the picture of docs/performance.md. With ``--quick``, or with some of the others left out, it
prints the figures only.
"""

import shlex
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from benchmarks import machine, ours, packages, plot, report
from benchmarks.contestant import Contestant
from benchmarks.corpus import corpus
from benchmarks.packages import Installed, Missing
from benchmarks.peers import PEERS
from benchmarks.race import Plan, Race, Result

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / ".benchmarks"
PAGE = ROOT / "docs" / "performance.md"
PICTURE = ROOT / "docs" / "pictures" / "performance.svg"

OURS = {"dossier": ours.CONTESTANTS}
SEED = 3093
SIZES = (100, 1_000, 4_000)
LARGE = 50_000
QUICK = (50,)
RUNS = 5  # rounds; the median of fewer moves with the machine's other work


def main(words: list[str]) -> int:
    """Races as the words say, and answers with an exit code."""
    asked = arguments(words)
    command = shlex.join(["python", "-m", "benchmarks", *words])
    if asked.large:
        return large(asked, command)
    groups = {name: PEERS[name] for name in PEERS if name in asked.peers} | OURS
    entered, left_out = enter(groups, FOLDER / "peers")
    plan = Plan(runs=asked.runs, saves=asked.runs)
    results = raced(entered, asked.sizes, asked.seed, plan)
    told = circumstances(command, asked, plan)
    text = report.figures(results, ours.LEAN.name, told, left_out)
    picture = plot.drawn(results, frozenset(contestant.name for contestant in ours.CONTESTANTS))
    report.keep(results, told, FOLDER / "results.json")
    print(text)
    if asked.quick or set(asked.peers) != set(PEERS):
        (FOLDER / "performance.svg").write_text(picture, encoding="utf-8")
        return 0
    place("figures", text)
    PICTURE.write_text(picture, encoding="utf-8")
    return 0


def arguments(words: list[str]) -> Namespace:
    parser = ArgumentParser(prog="python -m benchmarks", description="Ours and other generators on equal work.")
    parser.add_argument("--sizes", type=int, nargs="+", metavar="N", help="how many records (100 1000 4000)")
    parser.add_argument("--peers", nargs="*", choices=[*PEERS], default=[*PEERS], help="beside whom (all)")
    parser.add_argument("--seed", type=int, default=SEED, help="another corpus (%(default)s)")
    parser.add_argument("--runs", type=int, help=f"rounds, and saves in watch mode ({RUNS})")
    parser.add_argument("--quick", action="store_true", help="one round of 50 records; writes no page")
    parser.add_argument("--large", action="store_true", help=f"ours alone, once, with {LARGE:,} records")
    asked = parser.parse_args(words)
    asked.sizes = asked.sizes or (QUICK if asked.quick else SIZES)
    asked.runs = asked.runs or (1 if asked.quick or asked.large else RUNS)
    return asked


def large(asked: Namespace, command: str) -> int:
    """Ours alone, one size."""
    entered, _ = enter(OURS, FOLDER / "peers")
    plan = Plan(runs=asked.runs, saves=asked.runs)
    results = raced(entered, (LARGE,), asked.seed, plan)
    told = circumstances(command, asked, plan)
    text = report.alone(results, told)
    report.keep(results, told, FOLDER / "large.json")
    print(text)
    place("large", text)
    return 0


def enter(
    groups: Mapping[str, tuple[Contestant, ...]], folder: Path
) -> tuple[dict[Contestant, Installed], tuple[str, ...]]:
    """Who takes part, their programs installed below the folder, and who is left out and why."""
    entered: dict[Contestant, Installed] = {}
    left_out = []
    for name, contestants in groups.items():
        generator = contestants[0].generator
        match packages.had(generator.ways, folder / name):
            case Installed() as program:
                entered |= dict.fromkeys(contestants, program)
            case Missing(reason=reason):
                left_out.append(f"{generator.name}, since {reason}")
                tell(f"left out: {left_out[-1]}")
    return entered, tuple(left_out)


def raced(entered: Mapping[Contestant, Installed], sizes: Iterable[int], seed: int, plan: Plan) -> tuple[Result, ...]:
    """The results of all sizes, the smallest first."""
    results: list[Result] = []
    for size in sorted(sizes):
        tell(f"{size:,} records")
        results += Race(entered, corpus(size, seed), FOLDER / "sites", tell).run(plan)
    return tuple(results)


def circumstances(command: str, asked: Namespace, plan: Plan) -> str:
    """When, where and how, in a sentence or two."""
    commit = machine.commit()
    state = f", at commit {commit}" if commit else ""
    rounds = f"{plan.runs} {'round' if plan.runs == 1 else 'rounds'}"
    return f"`{command}` on {date.today()}{state}: seed {asked.seed}, {rounds}. {machine.told()}."


def place(name: str, text: str) -> None:
    PAGE.write_text(report.placed(PAGE.read_text(encoding="utf-8"), name, text), encoding="utf-8")


def tell(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
