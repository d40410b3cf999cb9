"""The figures in Markdown, and their place between two markers of a page that is otherwise written by hand."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import pairwise
from pathlib import Path

from benchmarks.race import Action, Result
from benchmarks.targets import EDIT_OF_COLD, TARGETS, Ratio, Target, edit_of_cold, ratio

NOTHING = "–"
PICTURE = "![Seconds of each generator, by action and number of records](pictures/performance.svg)"  # from docs/
MEGABYTE = 1e6
LIMIT_LARGE = 4e9  # bytes in which the largest corpus is to be built


def figures(results: tuple[Result, ...], lean: str, circumstances: str, left_out: tuple[str, ...]) -> str:
    """Every table of a race; ``lean`` is the contestant of ours that makes what the others make."""
    sizes = sorted({result.records for result in results})
    parts = [circumstances, *(f"Left out: {each}." for each in left_out), PICTURE]
    for size in sizes:
        parts += [f"### {size:,} records", table(at(results, size)), *notes(at(results, size))]
    parts += ["### Beside the targets", promised(results, lean, sizes)]
    if len(sizes) > 1:
        parts += ["### How memory grows", growth(results, sizes)]
    return "\n\n".join(parts)


def table(results: Iterable[Result]) -> str:
    """One row a contestant: seconds, memory, and what was made."""
    head = [
        "", *Action, "saved to shown", "cold, processor s", "peak MB", "pages", "files", "MB written",
    ]  # fmt: skip
    return rows(head, (row(result) for result in results))


def row(result: Result) -> list[str]:
    first = result.first
    return [
        f"{result.contestant} {result.version}",
        *(seconds(result.clock(action)) for action in Action),
        seconds(result.watch),
        seconds(result.processor(Action.COLD)),
        f"{first.memory / MEGABYTE:.0f}" if first else NOTHING,
        f"{first.made.pages:,}" if first else NOTHING,
        f"{first.made.files:,}" if first else NOTHING,
        f"{first.made.size / MEGABYTE:.1f}" if first else NOTHING,
    ]


def notes(results: Iterable[Result]) -> Iterator[str]:
    """Why some cells are empty."""
    for result in results:
        if result.trouble:
            yield f"{result.contestant}: {result.trouble.rstrip('.')}."


def promised(results: tuple[Result, ...], lean: str, sizes: list[int]) -> str:
    """Each target with our ratio at every size."""
    head = ["", "beside", "at most", *(f"{size:,} records" for size in sizes)]
    body = [
        [target.measure, target.beside, f"{target.limit:g}", *(kept(results, lean, target, size) for size in sizes)]
        for target in TARGETS
    ]
    own = ["one body edited", "our own cold build", f"{EDIT_OF_COLD:g}"]
    own += [
        verdict(edit_of_cold(mine), EDIT_OF_COLD) if (mine := of(results, lean, size)) else NOTHING for size in sizes
    ]
    return rows(head, [*body, own])


def kept(results: tuple[Result, ...], lean: str, target: Target, size: int) -> str:
    ours, theirs = of(results, lean, size), of(results, target.beside, size)
    return verdict(ratio(ours, theirs, target.measure), target.limit) if ours and theirs else NOTHING


def verdict(found: Ratio | None, limit: float) -> str:
    """The ratio and its range; in bold, and said to be missed, where it is over the limit."""
    if found is None:
        return NOTHING
    range_ = f" ({found.lowest:.2f}–{found.highest:.2f})" if found.lowest != found.highest else ""
    if found.middle <= limit:
        return f"{found.middle:.2f}{range_}"
    # What two digits would show as kept has a third.
    digits = 2 if round(found.middle, 2) > limit else 3
    return f"**{found.middle:.{digits}f}**{range_} missed"


def growth(results: tuple[Result, ...], sizes: list[int]) -> str:
    """Bytes of memory for each record more, between two sizes."""
    steps = list(pairwise(sizes))
    head = ["kB a record", *(f"{small:,} to {large:,}" for small, large in steps)]
    names = dict.fromkeys(result.contestant for result in results if result.first)
    return rows(head, ([name, *(slope(results, name, step) for step in steps)] for name in names))


def slope(results: tuple[Result, ...], name: str, step: tuple[int, int]) -> str:
    small, large = (of(results, name, size) for size in step)
    if not (small and large and small.first and large.first):
        return NOTHING
    return f"{(large.first.memory - small.first.memory) / (step[1] - step[0]) / 1000:.1f}"


def alone(results: tuple[Result, ...], circumstances: str) -> str:
    """The tables of a race that only ours was in."""
    lines = [circumstances, table(results), *notes(results)]
    for result in results:
        if result.first:
            each = result.first.memory / result.records / 1000
            word = "within" if result.first.memory <= LIMIT_LARGE else "**over**"
            lines.append(f"{result.contestant}: {each:.1f} kB of memory a record in all, {word} the 4 GB promised.")
    return "\n\n".join(lines)


def placed(page: str, name: str, text: str) -> str:
    """The page with this text between the markers of a name."""
    begin, end = f"<!-- {name}: written by the benchmarks -->", f"<!-- /{name} -->"
    before, found, rest = page.partition(begin)
    _, closed, after = rest.partition(end)
    if not (found and closed):
        raise SystemExit(f"the page has no part `{name}` between `{begin}` and `{end}`")
    return f"{before}{begin}\n\n{text}\n\n{end}{after}"


def keep(results: tuple[Result, ...], circumstances: str, file: Path) -> None:
    """Every single measurement, for whoever wants to reckon anew."""
    told = {"circumstances": circumstances, "results": [asdict(result) for result in results]}
    file.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def at(results: Iterable[Result], size: int) -> tuple[Result, ...]:
    return tuple(result for result in results if result.records == size)


def of(results: Iterable[Result], name: str, size: int) -> Result | None:
    return next((each for each in results if each.contestant == name and each.records == size), None)


def seconds(value: float | None) -> str:
    """Two figures that count, since machines are noisy."""
    if value is None:
        return NOTHING
    return f"{value:.0f}" if value >= 10 else f"{value:.1f}" if value >= 1 else f"{value:.2f}"


def rows(head: Iterable[str], body: Iterable[Iterable[str]]) -> str:
    heads = list(head)
    lines = [heads, ["---"] * len(heads), *body]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
