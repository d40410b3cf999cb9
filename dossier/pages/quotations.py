"""The quotations page: every speaker's words that the dossier prints, as evidence by day, and in its own text."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from dossier import urls
from dossier.model.dossier import Evidence, Mention
from dossier.model.prose import Slot
from dossier.model.quotation import Checked, Pointer
from dossier.model.site import Planned
from dossier.pages import body as bodies
from dossier.pages import evidence, facets, lists
from dossier.pages.desk import Desk, Link, label
from dossier.pages.excerpts import Excerpt, excerpt
from dossier.pages.frame import Frame
from dossier.pages.opening import opening
from dossier.pages.signs import Sign, sign
from dossier.wording.labels import Order

EVIDENCE, TEXT = "evidence", "text"  # the two kinds of quotation, as the address has them


class Entry(Struct, frozen=True, kw_only=True):
    """A quotation that is evidence."""

    row: evidence.Row
    marks: lists.Marks | None


class Passage(Struct, frozen=True, kw_only=True):
    """A quotation in the text of some page, with the sources cited for it and the sentence around it."""

    words: str
    mark: str
    sign: Sign | None
    sources: tuple[Link, ...]
    excerpt: Excerpt
    marks: lists.Marks | None = None


class View(Struct, frozen=True, kw_only=True):
    """What the quotations page shows."""

    frame: Frame
    title: str
    body: tuple[bodies.Shown, ...]
    controls: lists.Controls | None
    entries: tuple[Entry, ...]
    passages: tuple[Passage, ...]


def page(desk: Desk) -> Planned:
    """The quotations page."""
    desk = desk.at(urls.QUOTATIONS)
    lines = quoting(desk)
    passages = tuple(found for checked in in_text(desk) for found in passage(checked, desk))
    begun = opening("quotations", desk.words.labels.quotations, desk, used=evidence.keys(lines))
    rows = {
        **{str(at): said(line, desk) for at, line in enumerate(lines)},
        **{f"text-{at}": printed(checked, desk) for at, (checked, _) in enumerate(passages)},
    }
    found = lists.listed(questions, rows, desk)
    view = View(
        frame=begun.frame,
        title=begun.title,
        body=begun.body,
        controls=found.controls,
        entries=tuple(Entry(row=evidence.row(line, desk), marks=found.marks[str(at)]) for at, line in enumerate(lines)),
        passages=tuple(replace(shown, marks=found.marks[f"text-{at}"]) for at, (_, shown) in enumerate(passages)),
    )
    return Planned(url=desk.url, maker="quotations.html", view=view)


def in_text(desk: Desk) -> Iterator[Checked]:
    """The quotations of prose."""
    return (checked for checked in desk.dossier.quotations.values() if checked.quoted.reference is not None)


def quoting(desk: Desk) -> tuple[Evidence, ...]:
    """The evidence that quotes words, oldest first; each source's words once, though several claims rest on them."""
    lines = [line for found in desk.dossier.evidence.values() for line in found if line.saying.quote]
    lines.sort(key=lambda line: line.order)
    first: dict[tuple[str, str], Evidence] = {}
    for line in lines:
        if line.saying.quote:
            first.setdefault((line.source, line.saying.quote.words), line)
    return tuple(first.values())


def passage(checked: Checked, desk: Desk) -> Iterator[tuple[Checked, Passage]]:
    """A quotation of the text, where some source is cited for it."""
    quoted = checked.quoted
    record = desk.dossier.records[quoted.owner]
    for at, unit in enumerate(record.body.units):
        if quoted.pointers and quoted.reference in {slot.reference for slot in unit.words if isinstance(slot, Slot)}:
            shown = Passage(
                words=desk.words.quoted(quoted.words),
                mark=desk.words.labels.translated if quoted.translated else "",
                sign=sign(quoted.place, desk),
                sources=tuple(cited(pointer, desk) for pointer in quoted.pointers),
                excerpt=excerpt(Mention(by=quoted.owner, unit=at, reference=quoted.reference or 0), desk),
            )
            yield checked, shown


def cited(pointer: Pointer, desk: Desk) -> Link:
    """A source, with the place in it."""
    return replace(desk.source(pointer.source), note=pointer.locator.text if pointer.locator else "")


def questions(desk: Desk) -> lists.Questions:
    """What the quotations can be asked."""
    labels = desk.words.labels
    kinds = (
        lists.Option(value=EVIDENCE, words=labels.quoted_as_evidence),
        lists.Option(value=TEXT, words=labels.quoted_in_text),
    )
    signs = (lists.Option(value="yes", words=labels.verified), lists.Option(value="no", words=labels.unverified))
    return lists.Questions(
        noun=desk.words.nouns.quotation,
        facets=(
            lists.Facet(name="kind", words=labels.kind, options=kinds),
            facets.sections(desk),
            facets.sources(desk),
            facets.entities("voice", labels.said_by, desk),
            facets.stances(desk),
            lists.Facet(name="verified", words=labels.compared, options=signs),
        ),
        dates=labels.date,
        sorts=(
            lists.Sort(name="kind", words=labels.kind, order=Order.PLACE),
            lists.Sort(name="date", words=labels.date, order=Order.DAY, falls=True),
            lists.Sort(name="source", words=labels.source, order=Order.NAME),
            lists.Sort(name="voice", words=labels.said_by, order=Order.NAME),
        ),
        grouped_by="kind",
    )


def said(line: Evidence, desk: Desk) -> lists.Traits:
    """What a quotation that is evidence answers; its day is the one that it speaks of."""
    saying, source = line.saying, desk.dossier.sources[line.source]
    shown = sign(source.filed.at("says", line.line, "quote", "words"), desk)
    return lists.Traits(
        values={
            "kind": (EVIDENCE,),
            "section": facets.sections_of((saying.claim,), desk),
            "source": (line.source,),
            "voice": (saying.speaker,) if saying.speaker else (),
            "stance": (saying.stance.value,),
            "verified": signed(shown),
        },
        keys={
            "kind": 0,
            "date": saying.as_of.earliest.toordinal() if saying.as_of else None,
            "source": label(source, desk),
            "voice": desk.entity(saying.speaker).words if saying.speaker else None,
        },
        days=(saying.as_of,) if saying.as_of else (),
    )


def printed(checked: Checked, desk: Desk) -> lists.Traits:
    """What a quotation of the text answers; its days are those on which the cited sources appeared."""
    quoted = checked.quoted
    sources = [desk.dossier.sources[pointer.source] for pointer in quoted.pointers]
    days = tuple(source.published.date for source in sources if source.published.date)
    return lists.Traits(
        values={
            "kind": (TEXT,),
            "section": facets.sections_around(desk.dossier.records[quoted.owner]),
            "source": tuple(source.id for source in sources),
            "verified": signed(sign(quoted.place, desk)),
        },
        keys={
            "kind": 1,
            "date": min(days).earliest.toordinal() if days else None,
            "source": label(sources[0], desk),
        },
        days=days,
    )


def signed(shown: Sign | None) -> tuple[str, ...]:
    """Whether words are verified, where they have a sign at all."""
    return ("yes" if shown.is_verified else "no",) if shown else ()
