"""What nobody says: who is silent on which topic, what sources do not state, what was expected and not followed up."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from dossier import urls
from dossier.model.dossier import Evidence
from dossier.model.key import SourceId
from dossier.model.site import Planned
from dossier.model.source import Source, SourceKind, Stance
from dossier.pages import body as bodies
from dossier.pages.cards import counted
from dossier.pages.desk import Desk, Link, label
from dossier.pages.frame import Frame
from dossier.pages.opening import opening


class Cell(Struct, frozen=True, kw_only=True):
    """What one source says on one topic: its stances, or silence."""

    words: str
    is_silent: bool


class Topic(Struct, frozen=True, kw_only=True):
    """One topic, and how many speak to it."""

    title: str
    support: str
    is_single: bool


class Voice(Struct, frozen=True, kw_only=True):
    """One source: a cell for each topic."""

    source: Link
    cells: tuple[Cell, ...]


class Unstated(Struct, frozen=True, kw_only=True):
    """What a source does not say of itself."""

    source: Link
    missing: str


class Open(Struct, frozen=True, kw_only=True):
    """An expectation without a known outcome."""

    claim: Link
    statement: str
    what: str
    by: str


class View(Struct, frozen=True, kw_only=True):
    """What the page of unknowns shows."""

    frame: Frame
    title: str
    body: tuple[bodies.Shown, ...]
    topics: tuple[Topic, ...]
    voices: tuple[Voice, ...]
    unstated: tuple[Unstated, ...]
    expectations: tuple[Open, ...]


def page(desk: Desk) -> Planned:
    """The page of unknowns."""
    desk = desk.at(urls.UNKNOWNS)
    sources, topics, heard = reporting(desk), tuple(desk.dossier.settings.topics), stances(desk)
    begun = opening("unknowns", desk.words.labels.unknowns, desk, used=(source.key for source in sources))
    view = View(
        frame=begun.frame,
        title=begun.title,
        body=begun.body,
        topics=tuple(topic(id, desk) for id in topics),
        voices=tuple(voice(source, [heard.get((source.id, id), ()) for id in topics], desk) for source in sources),
        unstated=tuple(line for source in desk.dossier.sources.values() for line in unstated(source, desk)),
        expectations=expectations(desk),
    )
    return Planned(url=desk.url, maker="unknowns.html", view=view)


def reporting(desk: Desk) -> tuple[Source, ...]:
    """The sources whose silence means something: those that report; a statute is silent on most things."""
    texts = (SourceKind.STATUTE, SourceKind.ORDER, SourceKind.TREATY, SourceKind.CASE)
    return tuple(source for source in desk.dossier.sources.values() if source.kind not in texts and source.says)


def topic(id: str, desk: Desk) -> Topic:
    """How many speak to one topic."""
    lines = on_topic(id, desk)
    return Topic(
        title=desk.dossier.settings.topics[id],
        support=counted(lines, desk) if lines else desk.words.labels.silent,
        is_single=len({line.source for line in lines}) == 1,
    )


def on_topic(id: str, desk: Desk) -> tuple[Evidence, ...]:
    """The evidence for the claims of one topic."""
    claims = (claim.id for claim in desk.dossier.claims.values() if id in claim.topics)
    return tuple(line for claim in claims for line in desk.dossier.evidence[claim])


def stances(desk: Desk) -> Mapping[tuple[SourceId, str], Sequence[Stance]]:
    """The stances of each source on each topic that it speaks to."""
    found: dict[tuple[SourceId, str], list[Stance]] = {}
    for id in desk.dossier.settings.topics:
        for line in on_topic(id, desk):
            found.setdefault((line.source, id), []).append(line.saying.stance)
    return found


def voice(source: Source, heard: Iterable[Sequence[Stance]], desk: Desk) -> Voice:
    """One row of the matrix; ``heard`` are the stances of the source on each topic."""
    return Voice(source=desk.source(source.id), cells=tuple(cell(found, desk) for found in heard))


def cell(stances: Sequence[Stance], desk: Desk) -> Cell:
    """What one source says on one topic."""
    counted = [(words, stances.count(stance)) for stance, words in desk.words.stances.items() if stance in stances]
    words = ", ".join(f"{words} {n}" for words, n in counted)
    return Cell(words=words or desk.words.labels.silent, is_silent=not words)


def unstated(source: Source, desk: Desk) -> tuple[Unstated, ...]:
    """The title, author, publisher or date that a source leaves out, as one line."""
    labels = desk.words.labels
    missing = [
        words
        for words, is_there in (
            (labels.title, source.title),
            (labels.publisher, source.publisher),
            (labels.author, source.authors),
            (labels.published, source.published.date and not source.published.basis),
        )
        if not is_there
    ]
    if not missing:
        return ()
    line = Link(words=label(source, desk), href=desk.to(source.key))
    return (Unstated(source=line, missing=desk.words.list([words.lower() for words in missing])),)


def expectations(desk: Desk) -> tuple[Open, ...]:
    """What was to happen, and of which no source here tells whether it did."""
    return tuple(
        Open(
            claim=Link(words=claim.label, href=desk.to(claim.key)),
            statement=claim.statement,
            what=claim.expects.what,
            by=desk.words.date(claim.expects.by) if claim.expects.by else "",
        )
        for claim in desk.dossier.claims.values()
        if claim.expects and not claim.expects.outcome
    )
