"""The quotations page: every speaker's words that the dossier prints as evidence, by day."""

from dataclasses import dataclass

from dossier import urls
from dossier.model.dossier import Evidence
from dossier.model.site import Planned
from dossier.pages import body as bodies
from dossier.pages import evidence
from dossier.pages.desk import Desk
from dossier.pages.frame import Frame
from dossier.pages.opening import opening


@dataclass(frozen=True, kw_only=True)
class View:
    """What the quotations page shows."""

    frame: Frame
    title: str
    body: tuple[bodies.Shown, ...]
    rows: tuple[evidence.Row, ...]


def page(desk: Desk) -> Planned:
    """The quotations page."""
    desk = desk.at(urls.QUOTATIONS)
    lines = quoting(desk)
    begun = opening("quotations", desk.words.labels.quotations, desk, used=evidence.keys(lines))
    view = View(
        frame=begun.frame,
        title=begun.title,
        body=begun.body,
        rows=tuple(evidence.row(line, desk) for line in lines),
    )
    return Planned(url=desk.url, maker="quotations.html", view=view)


def quoting(desk: Desk) -> tuple[Evidence, ...]:
    """The evidence that quotes words, oldest first; each source's words once, though several claims rest on them."""
    lines = [line for found in desk.dossier.evidence.values() for line in found if line.saying.quote]
    lines.sort(key=lambda line: (line.saying.as_of is None, by_day(line), line.source, line.line))
    first: dict[tuple[str, str], Evidence] = {}
    for line in lines:
        if line.saying.quote:
            first.setdefault((line.source, line.saying.quote.words), line)
    return tuple(first.values())


def by_day(line: Evidence) -> str:
    """The day an evidence line speaks of, as a text that sorts."""
    return line.saying.as_of.earliest.isoformat() if line.saying.as_of else ""
