"""The race as a picture: a panel for each action, a line for each contestant, a dot for each size."""

from collections.abc import Callable, Iterator
from html import escape
from math import ceil, floor, log10

from benchmarks.race import Action, Result

PANELS: dict[str, Callable[[Result], float | None]] = {
    "cold": lambda result: result.clock(Action.COLD),
    "nothing changed": lambda result: result.clock(Action.SAME),
    "one body edited": lambda result: result.clock(Action.EDIT),
    "saved file to changed page": lambda result: result.watch,
}
SHADES = ("#9ecae1", "#4292c6", "#08519c", "#08306b")  # from the smallest size to the largest
OURS = "#d94801"
WIDTH, NAMES, SCALE = 760, 150, 570  # of the picture, of the names at its left, of the scale beside them
LINE, ABOVE, BELOW = 20, 34, 30  # heights: of a contestant, of a panel's title, of its scale


def drawn(results: tuple[Result, ...], ours: frozenset[str]) -> str:
    """An SVG of all that was timed; contestants of ours have dots of their own colour."""
    sizes = sorted({result.records for result in results})
    parts = list(legend(sizes))
    top = 40.0
    for title, value in PANELS.items():
        timed = [(result, seconds) for result in results if (seconds := value(result))]
        if timed:
            parts += panel(title, timed, sizes, ours, top)
            top += ABOVE + BELOW + LINE * len({result.contestant for result, _ in timed})
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {top:.0f}" role="img"'
        ' font-family="sans-serif" font-size="12" fill="#222">\n'
        "<title>Seconds of each generator, by action and number of records</title>\n"
        f'<rect width="{WIDTH}" height="{top:.0f}" fill="#fff"/>\n' + "\n".join(parts) + "\n</svg>\n"
    )


def legend(sizes: list[int]) -> Iterator[str]:
    yield text(10, 24, "records:")
    for number, size in enumerate(sizes):
        x = 80 + number * 90
        yield dot(x, 20, shade(number, len(sizes)), f"{size:,} records") + text(x + 10, 24, f"{size:,}")
    yield text(WIDTH - 10, 24, "seconds, less is better", anchor="end")


def panel(
    title: str, timed: list[tuple[Result, float]], sizes: list[int], ours: frozenset[str], top: float
) -> Iterator[str]:
    """One action: its scale from the power of ten below the least to the one above the most."""
    low, high = floor(log10(min(value for _, value in timed))), ceil(log10(max(value for _, value in timed)))
    names = list(dict.fromkeys(result.contestant for result, _ in timed))
    bottom = top + ABOVE + LINE * len(names)
    yield f'<text x="10" y="{top + 20:.0f}" font-size="14" font-weight="bold">{escape(title)}</text>'

    def across(value: float) -> float:
        return NAMES + SCALE * (log10(value) - low) / max(high - low, 1)

    for power in range(low, high + 1):
        x = across(10.0**power)
        yield f'<path d="M{x:.1f} {top + ABOVE - 6:.1f}V{bottom:.1f}" stroke="#ccc"/>'
        yield text(x, bottom + 14, f"{10.0**power:g}", anchor="middle")
    for place, name in enumerate(names):
        y = top + ABOVE + LINE * place + 6
        yield text(10, y + 4, name)
        for result, value in timed:
            if result.contestant == name:
                number = sizes.index(result.records)
                colour = OURS if name in ours else shade(number, len(sizes))
                opacity = (number + 1) / len(sizes) if name in ours else 1
                yield dot(across(value), y, colour, f"{name}, {result.records:,} records: {value:.2f} s", opacity)


def shade(number: int, count: int) -> str:
    """The darkest for the largest size."""
    return SHADES[max(0, len(SHADES) - count) + number] if count <= len(SHADES) else SHADES[-1]


def dot(x: float, y: float, colour: str, title: str, opacity: float = 1) -> str:
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="{colour}" fill-opacity="{opacity:.2f}">'
        f"<title>{escape(title)}</title></circle>"
    )


def text(x: float, y: float, words: str, anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(words)}</text>'
