"""Who had it from whom: the heaviest ties are drawn, names do not meet, and the rest is counted."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as some

from dossier.charts import relays
from dossier.charts.relays import Node, Party, Tie


def tie(relay: str, origin: str, weight: int = 1, *, is_inferred: bool = False) -> Tie:
    return Tie(relay=relay, origin=origin, weight=weight, is_inferred=is_inferred)


def graph(*ties: Tie) -> relays.Graph:
    names = {name for one in ties for name in (one.relay, one.origin)}
    drawn = relays.graph(ties, {name: Party(name=name, href=f"#{name}") for name in names})
    assert drawn is not None
    return drawn


def number(place: str) -> float:
    return float(place.rstrip("%em"))


def ends(node: Node) -> tuple[float, float]:
    return number(node.hit_y), number(node.hit_y) + number(node.hit_height)


def test_without_ties_there_is_no_picture() -> None:
    assert relays.graph((), {}) is None


def test_a_line_leads_from_each_relay_to_its_origin_and_says_whether_it_is_inferred() -> None:
    drawn = graph(tie("Latin Times", "AP", 9), tie("Radio", "AP", is_inferred=True))
    assert [node.name for node in drawn.origins] == ["AP"]
    assert {node.name for node in drawn.relays} == {"Latin Times", "Radio"}
    thin, thick = drawn.edges
    assert (thin.is_inferred, thick.is_inferred) == (True, False)
    assert float(thin.thickness) < float(thick.thickness)
    assert thin.line.y2 == thick.line.y2


def test_one_may_relay_and_be_relayed() -> None:
    drawn = graph(tie("Fox", "AP"), tie("Latin Times", "Fox"))
    assert "Fox" in [node.name for node in drawn.relays]
    assert "Fox" in [node.name for node in drawn.origins]


def test_lines_do_not_cross_without_need() -> None:
    drawn = graph(tie("a", "z"), tie("b", "y"), tie("c", "x"))
    assert all(edge.line.y1 == edge.line.y2 for edge in drawn.edges)


def test_a_long_name_is_broken_into_lines_and_cut_at_the_last() -> None:
    drawn = graph(tie("South China Morning Post", "a " * 60 + "b" * 60))
    assert [row.text for row in drawn.relays[0].rows] == ["South China", "Morning Post"]
    assert len(drawn.origins[0].rows) == relays.LINES
    assert drawn.origins[0].rows[-1].text.endswith("…")


def test_of_many_ties_the_heaviest_are_drawn_and_the_rest_counted() -> None:
    drawn = graph(*(tie(f"relay {at}", f"origin {at % 7}", at) for at in range(1000)))
    assert len(drawn.edges) == relays.MOST
    assert drawn.left_out == 1000 - relays.MOST
    assert "relay 999" in [node.name for node in drawn.relays]


NAMES = some.text("abc defghij", min_size=1, max_size=40).map(str.strip).filter(bool)


@given(some.lists(some.builds(tie, NAMES, NAMES, some.integers(1, 20)), min_size=1, max_size=15))
def test_no_names_meet_and_every_line_ends_at_two_of_them(ties: list[Tie]) -> None:
    drawn = graph(*{(one.relay, one.origin): one for one in ties}.values())
    for side in (drawn.relays, drawn.origins):
        assert all(above[1] <= below[0] + 0.011 for above, below in pairwise(map(ends, side)))
        assert all(top >= 0 and bottom <= number(drawn.height) for top, bottom in map(ends, side))
        assert all(len(row.text) <= relays.LETTERS for node in side for row in node.rows)
    for edge in drawn.edges:
        assert any(top <= number(edge.line.y1) <= bottom for top, bottom in map(ends, drawn.relays))
        assert any(top <= number(edge.line.y2) <= bottom for top, bottom in map(ends, drawn.origins))
