"""The frame round every page: navigation, breadcrumbs, contents, and who answers for it."""

from msgspec import Struct

from dossier import urls
from dossier.model.dossier import Dossier, Record
from dossier.model.page import Page
from dossier.model.prose import Heading
from dossier.model.settings import Output
from dossier.pages import corrected, structured
from dossier.pages.cards import Notes
from dossier.pages.desk import Desk, Link
from dossier.pages.head import Head, Site, head, site
from dossier.pages.legend import Legend
from dossier.pages.once import Once

NO_NOTES = Notes()
EVERY_MARK = Legend()
# The first screen of every page is set in these. With them on their way early no line moves when the faces come, and
# with only two of them some does (measured); the style sheet asks for the other faces where they are used.
PRELOADED = tuple(f"assets/fonts/dossier-{face}.woff2" for face in ("serif-regular", "serif-semibold", "sans-regular"))
ABOUT = "about"  # the free page on the method, by its id
LONG = 3  # headings; below this a list of contents is longer than what it saves


class Step(Struct, frozen=True, kw_only=True):
    """One entry of a navigation; the page it stands on is marked."""

    words: str
    href: str
    is_here: bool = False


class Entry(Struct, frozen=True, kw_only=True):
    """One entry of the table of contents."""

    words: str
    href: str
    level: int


class Around(Struct, frozen=True, kw_only=True, eq=False):
    """What the layout shows alike on all pages of a folder; its identity is what they share it by."""

    language: str
    head: Site
    site: Link
    site_description: str
    covers: str
    fonts: tuple[str, ...]
    style: str
    print_style: str
    paper_style: str
    script: str
    search: Step | None
    search_script: str
    sections: tuple[Step, ...]
    indexes: tuple[Step, ...]
    footer: tuple[Link, ...]
    printed: Link | None
    editors: str
    licence: str


class Frame(Struct, frozen=True, kw_only=True, eq=False):
    """What the layout shows round a page's own view."""

    around: Around
    title: str
    head: Head
    crumbs: tuple[Link, ...]
    contents: tuple[Entry, ...]
    previous: Link | None
    next: Link | None
    corrections: tuple[corrected.Entry, ...]
    notes: Notes
    legend: Legend
    structured: str

    @property
    def has_neighbours(self) -> bool:
        return self.previous is not None or self.next is not None


class About(Struct, frozen=True, kw_only=True):
    """What a page tells its frame of itself.

    ``record`` is the one whose page it is, ``introduction`` what editors wrote to open a page that is generated.
    """

    title: str
    record: Record | None = None
    introduction: Page | None = None
    description: str = ""
    crumbs: tuple[Link, ...] = ()
    headings: tuple[Heading, ...] = ()
    previous: Link | None = None
    next: Link | None = None
    notes: Notes = NO_NOTES
    legend: Legend = EVERY_MARK


def frame(about: About, desk: Desk) -> Frame:
    """The frame of one page; on paper, where the whole document has one, that of its folder is as good."""
    if desk.is_paper:
        return on_paper(desk.dossier, desk)
    written = about.record or about.introduction
    return Frame(
        around=around(desk.dossier, desk),
        title=about.title,
        head=head(about.title, about.description, about.record, desk),
        crumbs=about.crumbs,
        contents=contents(about.headings),
        previous=about.previous,
        next=about.next,
        corrections=corrected.of(written, desk) if written else (),
        notes=about.notes,
        legend=about.legend,
        structured=structured.text(subject(about), desk),
    )


@Once
def on_paper(dossier: Dossier, desk: Desk) -> Frame:
    """The frame of a page that tells nothing of itself."""
    return Frame(
        around=around(dossier, desk),
        title="",
        head=head("", "", None, desk),
        crumbs=(),
        contents=(),
        previous=None,
        next=None,
        corrections=(),
        notes=NO_NOTES,
        legend=EVERY_MARK,
        structured="",
    )


@Once
def around(dossier: Dossier, desk: Desk) -> Around:
    """What the frames of all pages of a folder share."""
    settings = dossier.settings
    return Around(
        language=settings.language,
        head=site(dossier, desk),
        site=Link(words=settings.title, href=desk.href(urls.HOME)),
        site_description=settings.description,
        covers=desk.words.date(settings.covers),
        fonts=fonts(desk),
        style=desk.href("assets/dossier.css"),
        print_style=desk.href("assets/print.css"),
        paper_style=desk.href(f"assets/paper-{settings.paper.value.lower()}.css"),
        script=desk.href("assets/dossier.js"),
        search=way_to_search(desk),
        search_script=desk.href("assets/search.js"),
        sections=tuple(step(page.page.title, urls.of(page.page.key), desk) for page in dossier.sections),
        indexes=indexes(desk),
        footer=footer(desk),
        printed=printed(desk),
        editors=desk.words.list(settings.editors),
        licence=settings.licence,
    )


def fonts(desk: Desk) -> tuple[str, ...]:
    """The typefaces to fetch ahead of the style sheet: of a site that has an address, and only those it carries.

    Chromium complains of such a link on a page opened from a folder, where it gains nothing either.
    """
    return tuple(desk.href(url) for url in PRELOADED if url in desk.carried) if desk.dossier.settings.base_url else ()


def subject(about: About) -> structured.Subject:
    """What a page tells machines of itself."""
    return structured.Subject(record=about.record, title=about.title, crumbs=about.crumbs)


def step(words: str, url: str, desk: Desk) -> Step:
    """A navigation entry; a section is where one is on each of its pages."""
    folder = url.removesuffix("index.html")
    is_here = desk.url == url or (folder != url and desk.url.startswith(folder))
    return Step(words=words, href=desk.href(url), is_here=is_here)


def way_to_search(desk: Desk) -> Step | None:
    """The way to the search, where it is made."""
    return step(desk.words.labels.search, urls.SEARCH, desk) if desk.makes(Output.SEARCH) else None


def indexes(desk: Desk) -> tuple[Step, ...]:
    """The ways in besides the sections."""
    labels = desk.words.labels
    return tuple(
        step(words, url, desk)
        for words, url in (
            (labels.timeline, urls.TIMELINE),
            (labels.disagreements, urls.DISAGREEMENTS),
            (labels.claims, urls.CLAIMS),
            (labels.sources, urls.SOURCES),
            (labels.whos_who, urls.ENTITIES),
            (labels.glossary, urls.GLOSSARY),
        )
    )


def footer(desk: Desk) -> tuple[Link, ...]:
    """The ways to everything else: generated pages and free pages, ``about`` first."""
    labels = desk.words.labels
    generated = (
        (labels.figures, urls.FIGURES),
        (labels.quotations, urls.QUOTATIONS),
        (labels.unknowns, urls.UNKNOWNS),
        (labels.corrections, urls.CORRECTIONS),
        (labels.changes, urls.CHANGES),
        *(((labels.print_edition, urls.PRINT),) if desk.makes(Output.PRINT) else ()),
    )
    free = sorted(free_pages(desk), key=lambda page: (page.id != ABOUT, page.title))
    links = (*((page.title, urls.of(page.key)) for page in free), *generated)
    return tuple(Link(words=words, href=desk.href(url)) for words, url in links)


def printed(desk: Desk) -> Link | None:
    """The way to the whole dossier as a PDF, with how much it is.

    The page that it was made from does not know it: with it in print, it would no longer be the page that was printed.
    """
    if desk.url == urls.PRINT or desk.printed is None:
        return None
    much = (desk.words.count(desk.printed.pages, desk.words.nouns.sheet), desk.words.size(len(desk.printed.data)))
    return Link(words=desk.words.labels.printed, href=desk.href(desk.printed.url), note=", ".join(much))


def free_pages(desk: Desk) -> tuple[Page, ...]:
    """The free pages that are no introduction of a generated page."""
    return tuple(page for page in desk.dossier.pages.values() if page.id not in urls.GENERATED)


def contents(headings: tuple[Heading, ...]) -> tuple[Entry, ...]:
    """The table of contents of a long page: its headings down to the third level."""
    shown = [heading for heading in headings if heading.level <= 3]
    if len(shown) < LONG:
        return ()
    return tuple(Entry(words=heading.words, href=f"#{heading.anchor}", level=heading.level) for heading in shown)


def crumb(words: str, url: str, desk: Desk) -> Link:
    """One breadcrumb."""
    return Link(words=words, href=desk.href(url))


def home_crumb(desk: Desk) -> Link:
    """The first breadcrumb of every page but the home page."""
    return crumb(desk.words.labels.home, urls.HOME, desk)
