"""What every page is made from, and the small words that pages share."""

from collections.abc import Callable
from datetime import date
from functools import cached_property, partial

from msgspec import Struct, field
from msgspec.structs import replace

from dossier import urls
from dossier.model.claim import Claim
from dossier.model.date import Date
from dossier.model.disagreement import Disagreement
from dossier.model.dossier import Dossier, Record
from dossier.model.edition import Edition
from dossier.model.entity import Entity
from dossier.model.event import Event
from dossier.model.key import ClaimId, EntityId, Key, Kind, SourceId
from dossier.model.measure import Measure
from dossier.model.page import Page
from dossier.model.printed import Printed
from dossier.model.prose import Wikilink
from dossier.model.settings import Output
from dossier.model.site import Planned, Task
from dossier.model.source import Source
from dossier.model.term import Term
from dossier.tracing import Watch
from dossier.wording import Words

# Their links into themselves are shorter, and their links to themselves are marked.
ALONE = urls.OF_MANY | {urls.HOME, urls.SEARCH, urls.PRINT}
PRINTED, TODAY = "printed", "today"  # the aspects of what is not in the dossier


class Link(Struct, frozen=True, kw_only=True):
    """Words that lead somewhere; without an address they are words alone. ``lang`` where it is not the page's."""

    words: str
    href: str = ""
    note: str = ""
    lang: str = ""


class Folder:
    """The pages from which every record is reached by the same link."""


class Folders(Struct, frozen=True, kw_only=True):
    """The folders of one site, by what makes links differ."""

    by_way: dict[tuple[str, str, bool], Folder] = field(default_factory=dict)

    def of(self, url: str, root: str, *, is_paper: bool) -> Folder:
        """The folder of a page; alone is one that others lead into, or whose frame is like no other page's."""
        start = url if url in ALONE else url.rpartition("/")[0]
        return self.by_way.setdefault(("", "", True) if is_paper else (start, root, False), Folder())


class Desk(Struct, frozen=True, kw_only=True, dict=True):
    """One page being made: the dossier with its editions, oldest first, the words of its language, its own address."""

    dossier: Dossier
    words: Words
    editions: tuple[Edition, ...] = ()
    carried: frozenset[str] = frozenset()  # the addresses of the look's own files: a page links none that is not there
    sheet: Printed | None = None
    day: date = date.min
    watch: Watch = field(default_factory=Watch)  # notes what a page asks for besides the dossier
    url: str = urls.HOME
    root: str = ""
    is_paper: bool = False  # the page is the edition for paper, in which every other page stands
    folders: Folders = field(default_factory=Folders)

    @cached_property
    def folder(self) -> Folder:
        """The pages that share what is made of a record for one of them."""
        return self.folders.of(self.url, self.root, is_paper=self.is_paper)

    def at(self, url: str) -> "Desk":
        """The same desk for another page."""
        return replace(self, url=url)

    @property
    def printed(self) -> Printed | None:
        """The whole dossier as a PDF, where it has been made."""
        self.watch.read.add(PRINTED)
        return self.sheet

    @property
    def today(self) -> date:
        """The day that decides which expectations are overdue; before every date none is."""
        self.watch.read.add(TODAY)
        return self.day

    def makes(self, output: Output) -> bool:
        """Whether the settings ask for this output; nothing leads to one that is not made."""
        return output in self.dossier.settings.outputs

    def task(self, key: Key, page: Callable[..., Planned], *given: object) -> Task:
        """The page of a record, to be planned by ``page`` from what is given and a desk at the record's address."""
        url = url_of(key, self.dossier)
        return Task(name=url, plan=partial(page, *given, self.at(url)), key=key)

    def href(self, target: str) -> str:
        """The link from this page to an address of the site; from the site's root where ``root`` says where that is.

        In the edition for paper every page is a place within this one.
        """
        if self.is_paper and target.partition("#")[0].endswith(".html"):
            return f"#{urls.anchor(target)}"
        if self.root:
            return self.root + target
        return urls.relative(target, start=urls.PRINT if self.is_paper else self.url)

    def anchor(self, target: str) -> str:
        """The id, within its page, of what stands at an address of the site."""
        return urls.anchor(target) if self.is_paper else target.partition("#")[2]

    def own(self, fragment: str, owner: Key) -> str:
        """The id, within its page, of what a body calls by a fragment: the edition for paper holds many bodies."""
        return f"{urls.anchor(url_of(owner, self.dossier))}:{fragment}" if self.is_paper else fragment

    def spot(self, key: Key, owner: Key) -> str:
        """The id of the place where a body first leads to a record; the edition for paper tells its page."""
        return self.own(f"_{key.kind}_{key.id}", owner)

    def address(self, target: str) -> str:
        """The address of a file that stays its own elsewhere: under ``base_url``, else the link from this page."""
        base = self.dossier.settings.base_url
        return f"{base.rstrip('/')}/{target}" if base else self.href(target)

    def to(self, key: Key) -> str:
        """The link from this page to a record."""
        return self.href(url_of(key, self.dossier))

    def link(self, key: Key) -> Link:
        """The name of a record, leading to it."""
        record = self.dossier.records[key]
        return Link(words=name(record, self.words), href=self.href(address(record)), lang=self.lang(record))

    def lang(self, record: Record) -> str:
        """The language of a record's name, where it is not that of the page."""
        return self.foreign(language(record))

    def foreign(self, tag: str) -> str:
        """A language where it is not that of the page, for the words in it to say so."""
        own = self.dossier.settings.language
        return "" if tag == own or tag.partition("-")[0] == own.partition("-")[0] else tag

    def entity(self, id: EntityId) -> Link:
        """The name of an entity, leading to it."""
        return self.link(Key(kind=Kind.ENTITY, id=id))

    def entity_or_words(self, typed: str) -> Link:
        """What names an entity by its id leads to it; any other words stay words."""
        return self.entity(EntityId(typed)) if EntityId(typed) in self.dossier.entities else Link(words=typed)

    def event(self, event: Event) -> Link:
        """An event, leading to its place on the timeline, with its date."""
        return Link(words=event.title, href=self.to(event.key), note=self.date(event.date))

    def told_in(self, key: Key) -> tuple[Link, ...]:
        """The events that name a record or rest on it, in the order of time."""
        return tuple(self.event(self.dossier.events[id]) for id in self.dossier.told_in.get(key, ()))

    def disagreements(self, claim: ClaimId) -> tuple[Link, ...]:
        """The disagreements a claim is part of, by their numbers."""
        found = self.dossier.disagreements_on.get(claim, ())
        return tuple(Link(words=record.label, href=self.to(record.key), note=record.title) for record in found)

    def called(self, link: Wikilink, target: Key) -> str:
        """The name by which a wikilink calls a record, or the record's own where its id was typed.

        A disagreement is called by its number, as a claim is.
        """
        record = self.dossier.records[target]
        if isinstance(record, Disagreement):
            return record.label
        return name(record, self.words) if link.target == target.id else link.target

    def source(self, id: SourceId) -> Link:
        """The short label of a source, leading to its page."""
        source = self.dossier.sources[id]
        return Link(words=label(source, self), href=self.to(source.key))

    def date(self, date: Date | None) -> str:
        """A date in words, or the words for not knowing it."""
        return self.words.date(date) if date else self.words.labels.not_stated


def url_of(key: Key, dossier: Dossier) -> str:
    """The address of a record from the site's root."""
    return address(dossier.records[key])


def address(record: Record) -> str:
    """The address of a record in hand from the site's root."""
    section = record.section if isinstance(record, Page) and record.section else ""
    return urls.of(record.key, section=section)


def name(record: Record, words: Words) -> str:
    """What a record is called."""
    match record:
        case Page() | Disagreement() | Measure() | Event():
            return record.title
        case Source():
            return record.title or words.labels.untitled
        case Claim():
            return record.statement
        case Entity():
            return record.name
        case Term():
            return record.term


def language(record: Record) -> str:
    """The language of a record's name, as far as its file tells; a title is in its source's unless we translated it."""
    match record:
        case Source():
            return record.language if record.title and not record.is_title_translated else ""
        case Entity() | Term():
            return record.language
        case _:
            return ""


def outlet(source: Source, desk: Desk) -> str:
    """Who published a source, in words."""
    publisher = desk.dossier.entities.get(source.publisher) if source.publisher else None
    return publisher.name if publisher else desk.words.labels.unknown_publisher


def label(source: Source, desk: Desk) -> str:
    """The short label of a source: a legal citation, else outlet and date."""
    if source.citation:
        return source.citation
    date = source.published.date
    return f"{outlet(source, desk)}, {desk.words.date(date)}" if date else outlet(source, desk)


def ownership(source: Source, desk: Desk) -> str:
    """Who owns the outlet, where that is known: readers see it wherever the source is named."""
    publisher = desk.dossier.entities.get(source.publisher) if source.publisher else None
    return publisher.ownership if publisher else ""


def origin_name(key: Key, desk: Desk) -> str:
    """What an origin is called; a source without a known outlet by its own title."""
    record = desk.dossier.records[key]
    return label(record, desk) if isinstance(record, Source) else name(record, desk.words)
