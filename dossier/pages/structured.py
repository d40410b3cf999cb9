"""What each page tells to machines, as JSON-LD in the words of schema.org: the same statements that readers see.

Every thing has one name (``@id``): the address of its page and its kind. Without a ``base_url`` that is a relative
address, which a reader of the page completes by the page's own.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from urllib.parse import urljoin

from msgspec import Struct

from dossier import urls
from dossier.model.claim import Claim
from dossier.model.dossier import Dossier, Evidence, Record
from dossier.model.entity import Entity, EntityKind
from dossier.model.event import Event
from dossier.model.key import EntityId
from dossier.model.page import Page
from dossier.model.source import Source, SourceKind, Stance
from dossier.model.term import Term
from dossier.pages import body as bodies
from dossier.pages.days import iso
from dossier.pages.desk import Desk, Link, address, name, url_of
from dossier.pages.evidence import anchor
from dossier.pages.once import Once

Node = Mapping[str, "Node | Sequence[Node | str] | str | int"]

CONTEXT = "https://schema.org"
LAW = "Legislation"
COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

SOURCES: Mapping[SourceKind, str] = {
    SourceKind.ARTICLE: "NewsArticle",
    SourceKind.STATEMENT: "CreativeWork",
    SourceKind.TRANSCRIPT: "CreativeWork",
    SourceKind.STATUTE: LAW,
    SourceKind.ORDER: LAW,
    SourceKind.TREATY: LAW,
    SourceKind.CASE: "CreativeWork",
    SourceKind.REPORT: "Report",
    SourceKind.DATASET: "Dataset",
    SourceKind.POST: "SocialMediaPosting",
}
ENTITIES: Mapping[EntityKind, str] = {
    EntityKind.PERSON: "Person",
    EntityKind.ORGANISATION: "Organization",
    EntityKind.OUTLET: "NewsMediaOrganization",
    EntityKind.PLACE: "Place",
    EntityKind.INSTRUMENT: LAW,
    EntityKind.UNNAMED: "Thing",
}


class Subject(Struct, frozen=True, kw_only=True):
    """What a page tells of itself: its title and its crumbs, and the record whose page it is, if it is one's."""

    record: Record | None
    title: str
    crumbs: tuple[Link, ...]


def text(subject: Subject, desk: Desk) -> str:
    """What a page tells, as the text of a data block.

    A page that may be served at any address is no thing that could be named, and tells nothing.
    """
    if desk.root:
        return ""
    thing = main(subject.record, subject, desk) if subject.record else generated(subject, desk)
    return COMPACT.encode({"@context": CONTEXT, **thing})


def generated(subject: Subject, desk: Desk) -> Node:
    """A page that is made from many records."""
    told: Node = {"name": subject.title, "inLanguage": desk.dossier.settings.language, "hasPart": parts(desk)}
    return {**page(subject, desk), **filled(told)}


def page(subject: Subject, desk: Desk) -> Node:
    """A page of the dossier, which may be about something that is no part of it, with the way that leads to it."""
    told: Node = {"@type": "WebPage", "@id": desk.address(desk.url), "isPartOf": whole(desk.dossier, desk)}
    return {**told, "breadcrumb": crumbs(subject, desk)} if subject.crumbs else told


def crumbs(subject: Subject, desk: Desk) -> Node:
    """The way to a page from the home page, which itself has none."""
    here = desk.address(desk.url)
    folder = here[: here.rfind("/") + 1]
    way = [step(at, crumb.words, joined(folder, crumb.href)) for at, crumb in enumerate(subject.crumbs, start=1)]
    return {"@type": "BreadcrumbList", "itemListElement": [*way, step(len(way) + 1, subject.title, here)]}


def step(position: int, words: str, address: str) -> Node:
    """One page on the way; each is called something."""
    return {"@type": "ListItem", "position": position, "name": words, "item": {"@type": "WebPage", "@id": address}}


@lru_cache(maxsize=1000)
def joined(folder: str, href: str) -> str:
    """A link from a page of a folder as an address of its own, where the site has one."""
    return urljoin(folder, href) if "://" in folder else href


def parts(desk: Desk) -> Sequence[Node]:
    """The quotations or corrections that a generated page lists; the other lists lead to pages that tell their own."""
    match desk.url:
        case urls.QUOTATIONS:
            lines = (line for found in desk.dossier.evidence.values() for line in found)
            return [quotation(line, desk) for line in lines if line.saying.quote]
        case urls.CORRECTIONS:
            return [one for record in desk.dossier.records.values() for one in comments(record, desk)]
        case _:
            return ()


def main(record: Record, subject: Subject, desk: Desk) -> Node:
    """The thing that a record's own page is about, with all that the page tells of it.

    What was corrected is the page: a source that it is about may be as it always was.
    """
    corrected: Node = {"correction": comments(record, desk)}
    return {**filled(own(record, desk)), "mainEntityOfPage": {**page(subject, desk), **filled(corrected)}}


def own(record: Record, desk: Desk) -> Node:
    """What is told of a thing of this kind."""
    match record:
        case Page():
            return article(record, desk)
        case Claim():
            return claim(record, desk)
        case Source():
            return work(record, desk)
        case Entity():
            return {**brief(record, desk), "alternateName": record.aliases}
        case _:
            return brief(record, desk)


@Once
def whole(dossier: Dossier, desk: Desk) -> Node:
    """The dossier itself, as every page names it."""
    settings = dossier.settings
    told: Node = {
        "@type": "CreativeWork",
        "@id": desk.address(f"{urls.HOME}#dossier"),
        "name": settings.title,
        "temporalCoverage": settings.covers.text,
        "creditText": desk.words.list(settings.editors),
        "license": {"@type": "CreativeWork", "name": settings.licence} if settings.licence else "",
    }
    return filled(told)


def article(page: Page, desk: Desk) -> Node:
    """A written page, with the sources that it cites and the other records that it leads to."""
    keys = dict.fromkeys(bodies.used(page.body, page.key, desk))
    used = [desk.dossier.records[key] for key in keys]
    return {
        **brief(page, desk),
        "headline": page.title,
        "description": page.description,
        "inLanguage": desk.dossier.settings.language,
        "datePublished": iso(page.published),
        "dateModified": iso(page.updated),
        "citation": [work(record, desk) for record in used if isinstance(record, Source)],
        "mentions": [brief(record, desk) for record in used if not isinstance(record, Source)],
    }


def claim(claim: Claim, desk: Desk) -> Node:
    """A claim: where it appears, and where first; which sources dispute it; and the words quoted of it."""
    lines = desk.dossier.evidence[claim.id]
    bearing = works((line for line in lines if line.saying.stance is not Stance.DISPUTES), desk)
    return {
        **brief(claim, desk),
        "identifier": claim.label,
        "text": claim.statement,
        "inLanguage": desk.dossier.settings.language,
        "keywords": [desk.dossier.settings.topics[topic] for topic in claim.topics],
        "appearance": [work(source, desk) for source in bearing],
        "firstAppearance": [work(source, desk) for source in first(bearing)],
        "citation": [work(source, desk) for source in works(lines, desk) if source not in bearing],
        "subjectOf": [quotation(line, desk) for line in lines if line.saying.quote],
    }


def works(lines: Iterable[Evidence], desk: Desk) -> tuple[Source, ...]:
    """The sources of some evidence, each once."""
    return tuple(desk.dossier.sources[id] for id in dict.fromkeys(line.source for line in lines))


def first(sources: tuple[Source, ...]) -> tuple[Source, ...]:
    """The earliest of some sources, or those of one day, where their own dates leave no doubt of it; else none."""
    dates = [source.published.date for source in sources if source.published.date and not source.published.basis]
    if not dates or len(dates) < len(sources):
        return ()
    day = min(dates)
    if not all(day.same_day(date) or day.is_certainly_before(date) for date in dates):
        return ()
    return tuple(source for source, date in zip(sources, dates, strict=True) if day.same_day(date))


def quotation(line: Evidence, desk: Desk) -> Node:
    """Words that a source prints, with who said them, and of which claim."""
    said = line.saying
    about = desk.dossier.claims[said.claim]
    return {
        "@type": "Quotation",
        "@id": desk.address(f"{url_of(about.key, desk.dossier)}#{anchor(line)}"),
        "text": said.quote.words if said.quote else "",
        "creator": brief(desk.dossier.entities[said.speaker], desk) if said.speaker else "",
        "about": brief(about, desk),
        "citation": work(desk.dossier.sources[line.source], desk),
    }


def work(source: Source, desk: Desk) -> Node:
    """A source, as a bibliography names it."""
    publisher = desk.dossier.entities.get(source.publisher) if source.publisher else None
    return {
        **brief(source, desk),
        "url": source.url,
        "author": [author(words, desk) for words in source.authors],
        "publisher": brief(publisher, desk) if publisher else "",
        "datePublished": "" if source.published.basis else iso(source.published.date),
        "inLanguage": source.language,
        "legislationIdentifier": source.citation if SOURCES[source.kind] == LAW else "",
    }


def author(words: str, desk: Desk) -> Node:
    """An author: the entity of that id, else a person by name."""
    entity = desk.dossier.entities.get(EntityId(words))
    return brief(entity, desk) if entity else {"@type": "Person", "name": words}


def comments(record: Record, desk: Desk) -> list[Node]:
    """The corrections of a record in the words that readers see."""
    labels = desk.words.labels
    return [
        {
            "@type": "CorrectionComment",
            "about": brief(record, desk),
            "datePublished": iso(one.date),
            "text": told(((labels.was, one.was), (labels.now, one.now), (labels.why, one.why))) or labels.minor,
        }
        for one in record.filed.corrections
    ]


def told(pairs: Iterable[tuple[str, str]]) -> str:
    """Labels and their words as one line; a label without words is not said."""
    return " ".join(f"{label}: {words}" for label, words in pairs if words)


def brief(record: Record, desk: Desk) -> Node:
    """A record by its type, its one name and what it is called."""
    return {"@type": kind(record), "@id": identity(record, desk), "name": name(record, desk.words)}


def identity(record: Record, desk: Desk) -> str:
    """The one name of a record: its address, and, where that is a whole page, its kind."""
    url = address(record)
    return desk.address(url if "#" in url else f"{url}#{record.key.kind}")


def kind(record: Record) -> str:
    """What a record is in the words of schema.org."""
    match record:
        case Page():
            return "Article"
        case Claim():
            return "Claim"
        case Source():
            return SOURCES[record.kind]
        case Entity():
            return ENTITIES[record.kind]
        case Event():
            return "Event"
        case Term():
            return "DefinedTerm"
        case _:
            return "Thing"


def filled(node: Node) -> Node:
    """A node without what is empty, all the way down."""
    return {key: pruned(value) for key, value in node.items() if value}


def pruned(value: "Node | Sequence[Node | str] | str | int") -> "Node | Sequence[Node | str] | str | int":
    """A value without what is empty in it."""
    if isinstance(value, str | int):
        return value
    if isinstance(value, Mapping):
        return filled(value)
    return [one if isinstance(one, str) else filled(one) for one in value]
