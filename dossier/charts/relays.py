"""Who had it from whom: those who relay on the left, those it was first had from on the right, a line for each pair."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from dossier.charts import NARROWEST, across, down
from dossier.charts.placing import LETTER, Line, Segment

MOST = 24  # lines; with more of them nobody follows one with the eye
LEFT, RIGHT = 36.0, 64.0  # percent: where the names end and begin
AWAY = 2.0  # percent from a name to its line
LETTERS = int(LEFT / 100 * NARROWEST / LETTER)  # of a name, side by side
LINES = 4  # of a name, one upon another
LINE = 1.25  # ems
SPACE = 0.7  # ems between names
SWEEPS = 4  # passes that set names near those they are tied to; more of them change nothing


class Tie(Struct, frozen=True, kw_only=True):
    """One relays what was first had from the other, in so many statements."""

    relay: str
    origin: str
    weight: int
    is_inferred: bool


class Party(Struct, frozen=True, kw_only=True):
    """Somebody in the picture: their name, where they are told of, and the words below the name."""

    name: str
    href: str
    note: str = ""


class Row(Struct, frozen=True, kw_only=True):
    """One line of a name."""

    text: str
    y: str
    is_note: bool


class Node(Struct, frozen=True, kw_only=True):
    """A name where it stands."""

    href: str
    name: str
    x: str
    anchor: str
    rows: tuple[Row, ...]
    hit_x: str
    hit_y: str
    hit_height: str


class Edge(Struct, frozen=True, kw_only=True):
    """A line from a relay to an origin."""

    line: Line
    thickness: str
    is_inferred: bool


class Graph(Struct, frozen=True, kw_only=True):
    """The whole picture; ``left_out`` is how many pairs it does not draw."""

    height: str
    edges: tuple[Edge, ...]
    relays: tuple[Node, ...]
    origins: tuple[Node, ...]
    left_out: int

    @property
    def has_inferred(self) -> bool:
        return any(edge.is_inferred for edge in self.edges)


def graph(ties: Iterable[Tie], parties: Mapping[str, Party]) -> Graph | None:
    """The picture of the heaviest ties; None where there are none."""
    told = sorted(ties, key=lambda tie: (-tie.weight, tie.relay, tie.origin))
    drawn = told[:MOST]
    if not drawn:
        return None
    relays, origins = ordered(drawn)
    left, right = (heights(side, parties) for side in (relays, origins))
    high = max(left.total, right.total)
    middles = {**left.middles(relays, high), **right.middles(origins, high)}
    return Graph(
        height=down(high),
        edges=tuple(edge(tie, middles) for tie in reversed(drawn)),
        relays=tuple(node(party, parties[party[1]], middles[party], LEFT, "end") for party in relays),
        origins=tuple(node(party, parties[party[1]], middles[party], RIGHT, "start") for party in origins),
        left_out=len(told) - len(drawn),
    )


Seat = tuple[str, str]  # the side, and who sits there: one may relay and be an origin too


def ordered(ties: Sequence[Tie]) -> tuple[tuple[Seat, ...], tuple[Seat, ...]]:
    """Both sides from top to bottom, each name near those it is tied to, so that few lines cross."""
    pairs = [(("relay", tie.relay), ("origin", tie.origin)) for tie in ties]
    relays, origins = (tuple(dict.fromkeys(pair[side] for pair in pairs)) for side in (0, 1))
    for _ in range(SWEEPS):
        relays = settled(relays, {seat: [b for a, b in pairs if a == seat] for seat in relays}, origins)
        origins = settled(origins, {seat: [a for a, b in pairs if b == seat] for seat in origins}, relays)
    return relays, origins


def settled(side: Sequence[Seat], tied: Mapping[Seat, Sequence[Seat]], other: Sequence[Seat]) -> tuple[Seat, ...]:
    """One side by the middle of those each is tied to."""
    at = {seat: index for index, seat in enumerate(other)}
    return tuple(sorted(side, key=lambda seat: (sum(at[end] for end in tied[seat]) / len(tied[seat]), seat)))


class Heights(Struct, frozen=True, kw_only=True):
    """How much room each name of a side takes down, in ems."""

    each: tuple[float, ...]

    @property
    def total(self) -> float:
        return sum(self.each)

    def middles(self, seats: Sequence[Seat], high: float) -> dict[Seat, float]:
        """The middle of each, spread evenly over a height."""
        space = (high - self.total) / len(self.each)
        found, top = {}, 0.0
        for seat, own in zip(seats, self.each, strict=True):
            found[seat] = top + (own + space) / 2
            top += own + space
        return found


def heights(seats: Sequence[Seat], parties: Mapping[str, Party]) -> Heights:
    """The room of a side."""
    return Heights(each=tuple(len(rows(parties[seat[1]])) * LINE + SPACE for seat in seats))


def rows(party: Party) -> tuple[tuple[str, bool], ...]:
    """The lines of a name and its note, each with whether it is the note."""
    note = [(party.note, True)] if party.note else []
    return (*((line, False) for line in broken(party.name)), *note)


def broken(name: str) -> tuple[str, ...]:
    """A name in lines that fit; what does not fit is left out and marked so."""
    lines = [""]
    for word in name.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > LETTERS:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    kept = [short(line) for line in lines[:LINES]]
    return (*kept[:-1], short(f"{kept[-1]} …") if len(lines) > LINES else kept[-1])


def short(line: str) -> str:
    """A line, cut where it is too long."""
    return line if len(line) <= LETTERS else f"{line[: LETTERS - 1].rstrip(' …')}…"


def node(seat: Seat, party: Party, middle: float, x: float, anchor: str) -> Node:
    """One name."""
    told = rows(party)
    top = middle - len(told) * LINE / 2
    return Node(
        href=party.href,
        name=party.name,
        x=across(x),
        anchor=anchor,
        rows=tuple(
            Row(text=text, y=down(top + LINE * at + 0.95), is_note=is_note) for at, (text, is_note) in enumerate(told)
        ),
        hit_x=across(0 if seat[0] == "relay" else RIGHT),
        hit_y=down(top - SPACE / 2 + 0.05),
        hit_height=down(len(told) * LINE + SPACE - 0.1),
    )


def edge(tie: Tie, middles: Mapping[Seat, float]) -> Edge:
    """The line of one tie; the more statements, the thicker."""
    line = Segment(
        x1=LEFT + AWAY, y1=middles["relay", tie.relay], x2=RIGHT - AWAY, y2=middles["origin", tie.origin]
    ).line
    thickness = next(width for least, width in ((8, "5"), (4, "3.5"), (2, "2.25"), (0, "1.5")) if tie.weight >= least)
    return Edge(line=line, thickness=thickness, is_inferred=tie.is_inferred)
