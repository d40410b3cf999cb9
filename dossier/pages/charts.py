"""Pictures on pages: a measure over time, the events piled up by month, and who had what from whom."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from msgspec import Struct

from dossier.charts import blocks, relays, values
from dossier.charts.ticks import Unit
from dossier.model import figures as counting
from dossier.model.dossier import Evidence
from dossier.model.event import Event
from dossier.model.key import Key, Kind
from dossier.model.measure import Measure
from dossier.model.quantity import Hedge, Quantity
from dossier.model.source import Stance
from dossier.pages import evidence
from dossier.pages.desk import Desk, Link, origin_name
from dossier.pages.figures import row_anchor, worded


class Sign(Struct, frozen=True, kw_only=True):
    """One sign of a chart and what it means."""

    name: str
    words: str


class OverTime(Struct, frozen=True, kw_only=True):
    """A measure's values over time."""

    anchor: str
    title: str
    description: str
    unit: str
    chart: values.Chart
    note: str
    key: tuple[Sign, ...]


class Piled(Struct, frozen=True, kw_only=True):
    """The events by month."""

    title: str
    note: str
    past: Link
    pile: blocks.Pile


class Relay(Struct, frozen=True, kw_only=True):
    """One relays another: the same in a row of a table."""

    relay: Link
    origin: Link
    sources: tuple[Link, ...]
    statements: str
    bases: tuple[str, ...]


class Relayed(Struct, frozen=True, kw_only=True):
    """Who had it from whom."""

    graph: relays.Graph
    left_out: str
    rows: tuple[Relay, ...]


def over_time(measure: Measure, desk: Desk) -> OverTime | None:
    """The chart of a measure; None where its values speak of fewer than two days."""
    lines = desk.dossier.figures[measure.id]
    speech = values.Speech(number=lambda number: plain(number, desk), tick=lambda day, unit: tick(day, unit, desk))
    points = (point for line in lines for point in pointed(line, desk))
    chart = values.over_time(points, speech, is_comparable=measure.comparable)
    if chart is None:
        return None
    labels = desk.words.labels
    return OverTime(
        anchor=f"chart_{measure.id}",
        title=labels.over_time.format(measure=measure.title),
        description=described(lines, desk),
        unit=measure.unit,
        chart=chart,
        note="" if measure.comparable else labels.not_joined,
        key=tuple(Sign(name=sign, words=labels.chart_signs[sign]) for sign in chart.signs),
    )


def pointed(line: Evidence, desk: Desk) -> tuple[values.Point, ...]:
    """The point of one line, leading to its row; none where it gives no number or no day."""
    saying = line.saying
    if saying.value is None or saying.as_of is None:
        return ()
    point = values.Point(
        date=saying.as_of,
        value=saying.value,
        stance=saying.stance,
        joins=counting.counts(line, desk.dossier.claims),
        words=labelled(line, desk),
        name=f"{worded(line, desk)}, {desk.date(saying.as_of)}: "
        f"{desk.words.stances[saying.stance]}, {desk.source(line.source).words}",
        href=f"#{row_anchor(line)}",
    )
    return (point,)


def labelled(line: Evidence, desk: Desk) -> str:
    """What stands beside a point: the value, and the stance of what does not support it."""
    stance = line.saying.stance
    return worded(line, desk) + ("" if stance is Stance.SUPPORTS else f" ({desk.words.stances[stance]})")


def described(lines: Iterable[Evidence], desk: Desk) -> str:
    """The first and the last value, for those who do not see the chart."""
    dated = [line for line in lines if line.saying.value and line.saying.as_of]
    first, last = (f"{worded(line, desk)} ({desk.date(line.saying.as_of)})" for line in (dated[0], dated[-1]))
    return desk.words.labels.over_time_told.format(first=first, last=last)


def plain(number: Decimal, desk: Desk) -> str:
    """A number as a language writes it."""
    return desk.words.number(Quantity(low=number, high=None, hedge=Hedge.EXACTLY))


def tick(day: date, unit: Unit, desk: Desk) -> str:
    """What stands below a tick: ``13 Feb``, ``Feb`` or ``2025``."""
    match unit:
        case Unit.DAY:
            return desk.words.short_day(day)
        case Unit.MONTH:
            return desk.words.short_month(day)
        case Unit.YEAR:
            return str(day.year)


def piled(past: str, desk: Desk) -> Piled | None:
    """The picture of the timeline, with the way past it; None where there is no time to show."""
    labels = desk.words.labels
    tongue = blocks.Tongue(
        tick=lambda day, unit: tick(day, unit, desk), before=labels.before_these, after=labels.after_these
    )
    dated = (event for event in desk.dossier.events.values() if event.date)
    happenings = tuple(found for event in dated for found in happening(event, desk))
    pile = blocks.pile(happenings, desk.dossier.settings.covers, tongue)
    if pile is None:
        return None
    return Piled(title=labels.piled, note=labels.piled_told, past=Link(words=labels.past_picture, href=past), pile=pile)


def happening(event: Event, desk: Desk) -> tuple[blocks.Happening, ...]:
    """One event; none without a date."""
    if event.date is None:
        return ()
    name = f"{desk.date(event.date)}: {event.title}"
    return (blocks.Happening(date=event.date, name=name, href=desk.to(event.key)),)


def relayed(desk: Desk) -> Relayed | None:
    """Who had what from whom; None where every source speaks for itself."""
    pairs: dict[tuple[Key, Key], list[Evidence]] = {}
    for line in evidence.everything(desk):
        relay = relay_of(line, desk)
        for origin in line.origins:
            if origin.key not in (relay, Key(kind=Kind.SOURCE, id=line.source)):
                pairs.setdefault((relay, origin.key), []).append(line)
    parties = {str(key): party(key, desk) for pair in pairs for key in pair}
    graph = relays.graph((tie(pair, lines, desk) for pair, lines in pairs.items()), parties)
    if graph is None:
        return None
    left_out = desk.words.labels.left_out.format(count=plain(Decimal(graph.left_out), desk)) if graph.left_out else ""
    ordered = sorted(pairs.items(), key=lambda pair: (names(pair[0], desk), pair[0]))
    return Relayed(graph=graph, left_out=left_out, rows=tuple(row(pair, lines, desk) for pair, lines in ordered))


def relay_of(line: Evidence, desk: Desk) -> Key:
    """Who publishes a line: the outlet, or the source itself where that is not known."""
    publisher = desk.dossier.sources[line.source].publisher
    if publisher and publisher in desk.dossier.entities:
        return Key(kind=Kind.ENTITY, id=publisher)
    return Key(kind=Kind.SOURCE, id=line.source)


def party(key: Key, desk: Desk) -> relays.Party:
    """Somebody who relays or is relayed."""
    return relays.Party(name=origin_name(key, desk), href=desk.to(key))


def tie(pair: tuple[Key, Key], lines: Iterable[Evidence], desk: Desk) -> relays.Tie:
    """The line between two of them; it is inferred where no source of theirs says so itself."""
    told = tuple(lines)
    return relays.Tie(
        relay=str(pair[0]),
        origin=str(pair[1]),
        weight=len({line.saying.claim for line in told}),
        is_inferred=all(basis_of(line, desk) for line in told),
    )


def basis_of(line: Evidence, desk: Desk) -> tuple[str, ...]:
    """How the first step of a line's trail was inferred; nothing where the source tells it."""
    source = desk.dossier.sources[line.source]
    return tuple(via.basis for via in evidence.trail(line.saying, source.via) if via.basis)


def names(pair: tuple[Key, Key], desk: Desk) -> tuple[str, ...]:
    """What two are called, for sorting."""
    return tuple(origin_name(key, desk).casefold() for key in pair)


def row(pair: tuple[Key, Key], lines: Iterable[Evidence], desk: Desk) -> Relay:
    """One row of the table."""
    told = tuple(lines)
    relay, origin = (Link(words=origin_name(key, desk), href=desk.to(key)) for key in pair)
    bases = (*dict.fromkeys(basis for line in told for basis in basis_of(line, desk)),)
    return Relay(
        relay=relay,
        origin=origin,
        sources=tuple(desk.source(source) for source in dict.fromkeys(line.source for line in told)),
        statements=plain(Decimal(len({line.saying.claim for line in told})), desk),
        bases=bases,
    )
