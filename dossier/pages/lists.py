"""Lists that answer questions: what readers may narrow a list to and sort it by, and what each row tells of itself.

The words and their order are decided here; the script of these pages compares what rows carry, and no more.
"""

from collections.abc import Callable, Mapping

from msgspec import Struct

from dossier.model.date import Date, Days
from dossier.model.naming import folded
from dossier.pages.desk import Desk
from dossier.wording import Noun
from dossier.wording.labels import Order

FEW = 8  # rows; who sees fewer at one glance needs no controls for them
FALLING = "-down"  # ends the name of a sort that begins with the last, as the address has it


class Option(Struct, frozen=True, kw_only=True):
    """One value that rows may have, in words, under the heading of its kind where a choice has several."""

    value: str
    words: str
    group: str = ""


class Facet(Struct, frozen=True, kw_only=True):
    """Something that rows differ in: its name in the address, its words, and its values in reading order."""

    name: str
    words: str
    options: tuple[Option, ...]


class Sort(Struct, frozen=True, kw_only=True):
    """A key to sort by; ``falls`` where readers rather want the last or the most first."""

    name: str
    words: str
    order: Order
    falls: bool = False


class Questions(Struct, frozen=True, kw_only=True):
    """What a list can be asked.

    ``dates`` says what the days of its rows are, and is empty where they have none. ``grouped_by`` is the sort key that
    makes the list's groups, which any other undoes; a list without groups names none.
    """

    noun: Noun
    facets: tuple[Facet, ...]
    sorts: tuple[Sort, ...]
    dates: str = ""
    grouped_by: str = ""


class Traits(Struct, frozen=True, kw_only=True):
    """What one row answers: its values by facet, its days, and its keys by sort; a key that is None comes last."""

    values: Mapping[str, tuple[str, ...]]
    keys: Mapping[str, int | str | None]
    days: tuple[Date, ...] = ()


class Group(Struct, frozen=True, kw_only=True):
    """Options under one heading, or under none; the script counts the rows of each."""

    words: str
    options: tuple[Option, ...]


class Choice(Struct, frozen=True, kw_only=True):
    """A select of one facet."""

    name: str
    words: str
    groups: tuple[Group, ...]


class Controls(Struct, frozen=True, kw_only=True):
    """What stands above a list; ``some`` has a place for the number of rows shown."""

    script: str
    choices: tuple[Choice, ...]
    first_day: str
    last_day: str
    sorts: tuple[Option, ...]
    grouped_by: str
    all: str
    some: str
    none: str


class Marks(Struct, frozen=True, kw_only=True):
    """What a row tells of itself, each as words with blanks between: ``section:law``, ``2025-01-22``, ``number:14``."""

    values: str
    days: str
    keys: str


class Listed(Struct, frozen=True, kw_only=True):
    """The controls of a list, and the marks of each row by its id; a short list has neither."""

    controls: Controls | None
    marks: Mapping[str, Marks | None]


def listed(ask: Callable[[Desk], Questions], rows: Mapping[str, Traits], desk: Desk) -> Listed:
    """What a list needs to answer questions; ``rows`` are by id, in the order in which they stand."""
    if len(rows) < FEW:
        return Listed(controls=None, marks=dict.fromkeys(rows))
    questions = ask(desk)
    asked = [facet for facet in questions.facets if tells_apart(facet, rows)]
    ranks = {sort.name: ranked(sort.name, rows) for sort in questions.sorts}
    return Listed(
        controls=controls(questions, asked, rows, desk),
        marks={
            id: Marks(
                values=" ".join(f"{facet.name}:{value}" for facet in asked for value in values(facet, row)),
                days=" ".join(map(span, row.days)) if questions.dates else "",
                keys=" ".join(f"{name}:{keys[id]}" for name, keys in ranks.items() if id in keys),
            )
            for id, row in rows.items()
        },
    )


def tells_apart(facet: Facet, rows: Mapping[str, Traits]) -> bool:
    """Whether some row has a value that another has not."""
    return len({values(facet, row) for row in rows.values()}) > 1


def values(facet: Facet, row: Traits) -> tuple[str, ...]:
    """The values that a row has of a facet."""
    return row.values.get(facet.name, ())


def ranked(name: str, rows: Mapping[str, Traits]) -> Mapping[str, int]:
    """Each row's key as a number, so that nobody has to compare words a second time; rows without one have none."""
    keys = {id: row.keys.get(name) for id, row in rows.items()}
    words = sorted({(folded(key), key) for key in keys.values() if isinstance(key, str)})
    places = {key: place for place, (_, key) in enumerate(words)}
    return {id: places[key] if isinstance(key, str) else key for id, key in keys.items() if key is not None}


def span(date: Date) -> str:
    """The days that a date may mean, as the script compares them with those that readers ask for."""
    days: Days = date.reach
    ends = (days.first, days.last) if days.first != days.last else (days.first,)
    return "/".join(day.isoformat() for day in ends)


def controls(questions: Questions, asked: list[Facet], rows: Mapping[str, Traits], desk: Desk) -> Controls:
    """The controls in words."""
    labels = desk.words.labels
    everything = desk.words.count(len(rows), questions.noun)
    return Controls(
        script=desk.href("assets/lists.js"),
        choices=tuple(choice(facet, rows) for facet in asked),
        first_day=labels.first_day.format(dates=questions.dates) if questions.dates else "",
        last_day=labels.last_day.format(dates=questions.dates) if questions.dates else "",
        sorts=tuple(way for sort in questions.sorts for way in ways(sort, desk)),
        grouped_by=questions.grouped_by,
        all=everything,
        some=labels.some_of.format(shown="{shown}", all=everything),
        none=labels.none_of.format(all=everything),
    )


def choice(facet: Facet, rows: Mapping[str, Traits]) -> Choice:
    """The values of a facet that rows have."""
    found = {value for row in rows.values() for value in values(facet, row)}
    options = [option for option in facet.options if option.value in found]
    return Choice(
        name=facet.name,
        words=facet.words,
        groups=tuple(
            Group(words=words, options=tuple(option for option in options if option.group == words))
            for words in dict.fromkeys(option.group for option in options)
        ),
    )


def ways(sort: Sort, desk: Desk) -> tuple[Option, ...]:
    """Both ways to sort by a key, the likelier one first."""
    rising, falling = desk.words.labels.orders[sort.order]
    both = (
        Option(value=sort.name, words=f"{sort.words}: {rising}"),
        Option(value=f"{sort.name}{FALLING}", words=f"{sort.words}: {falling}"),
    )
    return both[::-1] if sort.falls else both
