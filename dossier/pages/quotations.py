"""The quotations page: every speaker's words that the dossier prints, as evidence by day, and in its own text."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dossier import urls
from dossier.model.dossier import Evidence, Mention
from dossier.model.prose import Slot
from dossier.model.quotation import Checked, Pointer
from dossier.model.site import Planned
from dossier.pages import body as bodies
from dossier.pages import evidence
from dossier.pages.desk import Desk, Link
from dossier.pages.excerpts import Excerpt, excerpt
from dossier.pages.frame import Frame
from dossier.pages.opening import opening
from dossier.pages.signs import Sign, sign


@dataclass(frozen=True, kw_only=True)
class Passage:
    """A quotation in the text of some page, with the sources cited for it and the sentence around it."""

    words: str
    mark: str
    sign: Sign | None
    sources: tuple[Link, ...]
    excerpt: Excerpt


@dataclass(frozen=True, kw_only=True)
class View:
    """What the quotations page shows."""

    frame: Frame
    title: str
    body: tuple[bodies.Shown, ...]
    rows: tuple[evidence.Row, ...]
    passages: tuple[Passage, ...]


def page(desk: Desk) -> Planned:
    """The quotations page."""
    desk = desk.at(urls.QUOTATIONS)
    lines = quoting(desk)
    begun = opening("quotations", desk.words.labels.quotations, desk, used=evidence.keys(lines))
    in_text = (checked for checked in desk.dossier.quotations.values() if checked.quoted.reference is not None)
    view = View(
        frame=begun.frame,
        title=begun.title,
        body=begun.body,
        rows=tuple(evidence.row(line, desk) for line in lines),
        passages=tuple(found for checked in in_text for found in passage(checked, desk)),
    )
    return Planned(url=desk.url, maker="quotations.html", view=view)


def quoting(desk: Desk) -> tuple[Evidence, ...]:
    """The evidence that quotes words, oldest first; each source's words once, though several claims rest on them."""
    lines = [line for found in desk.dossier.evidence.values() for line in found if line.saying.quote]
    lines.sort(key=lambda line: line.order)
    first: dict[tuple[str, str], Evidence] = {}
    for line in lines:
        if line.saying.quote:
            first.setdefault((line.source, line.saying.quote.words), line)
    return tuple(first.values())


def passage(checked: Checked, desk: Desk) -> Iterator[Passage]:
    """A quotation of the text, where some source is cited for it."""
    quoted = checked.quoted
    record = desk.dossier.records[quoted.owner]
    for at, unit in enumerate(record.body.units):
        if quoted.pointers and quoted.reference in {slot.reference for slot in unit.words if isinstance(slot, Slot)}:
            yield Passage(
                words=desk.words.quoted(quoted.words),
                mark=desk.words.labels.translated if quoted.translated else "",
                sign=sign(quoted.place, desk),
                sources=tuple(cited(pointer, desk) for pointer in quoted.pointers),
                excerpt=excerpt(Mention(by=quoted.owner, unit=at, reference=quoted.reference or 0), desk),
            )


def cited(pointer: Pointer, desk: Desk) -> Link:
    """A source, with the place in it."""
    return replace(desk.source(pointer.source), note=pointer.locator.text if pointer.locator else "")
