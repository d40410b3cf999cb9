"""Where each record's page stands in the built site, and how one page links to another."""

from dossier.model.key import Key, Kind

RESERVED = frozenset(
    "index sources claims entities timeline figures disagreements glossary quotations unknowns corrections changes "
    "search print 404 data assets media feed sitemap manifest".split()
)
# Free pages of these names are the introductions of generated pages.
GENERATED = frozenset(
    "sources claims entities timeline figures disagreements glossary quotations unknowns corrections changes".split()
)

HOME = "index.html"
TIMELINE = "timeline.html"
FIGURES = "figures.html"
DISAGREEMENTS = "disagreements.html"
GLOSSARY = "glossary.html"
QUOTATIONS = "quotations.html"
UNKNOWNS = "unknowns.html"
CORRECTIONS = "corrections.html"
CHANGES = "changes.html"
SEARCH = "search.html"
PRINT = "print.html"
PDF = "dossier.pdf"
NOT_FOUND = "404.html"
FEED = "feed.xml"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
SOURCES = "sources/index.html"
CLAIMS = "claims/index.html"
ENTITIES = "entities/index.html"
OF_MANY = frozenset((TIMELINE, FIGURES, DISAGREEMENTS, GLOSSARY, QUOTATIONS))  # the pages that links lead into
# What stands before and behind the id of a record in its address; the home page's has none in it, and an explainer's
# begins with its section.
PLACES = {
    Kind.HOME: ("", ""),
    Kind.PAGE: ("", ".html"),
    Kind.SECTION: ("", "/index.html"),
    Kind.SOURCE: ("sources/", ".html"),
    Kind.CLAIM: ("claims/", ".html"),
    Kind.ENTITY: ("entities/", ".html"),
    Kind.DISAGREEMENT: (f"{DISAGREEMENTS}#", ""),
    Kind.MEASURE: (f"{FIGURES}#", ""),
    Kind.EVENT: (f"{TIMELINE}#", ""),
    Kind.TERM: (f"{GLOSSARY}#", ""),
}


def of(key: Key, *, section: str = "") -> str:
    """The address of a record from the site's root, with a fragment where it has no page of its own.

    ``section`` is the section an explainer page stands in; other kinds do not need it.
    """
    if key.kind is Kind.EXPLAINER:
        return f"{section}/{key.id}.html"
    before, after = PLACES[key.kind]
    return f"{before}{key.id}{after}" if before or after else HOME


def share_card(page: str) -> str:
    """The address of the picture that stands for a page where its address is passed on: beside it, by its name."""
    return f"{page.removesuffix('.html')}.png"


def anchor(target: str) -> str:
    """The id of what stands at an address, where the whole site is one page: ``law.title-50:who-decides``.

    No id of a record or a heading has a dot or a colon, so that no two addresses share one.
    """
    page, _, fragment = target.partition("#")
    name = page.removesuffix(".html").removesuffix("/index").replace("/", ".")
    return f"{name}:{fragment}" if fragment else name


def pdf(page: str) -> str:
    """The address of a page as a PDF: beside it, by its name; the whole dossier bears the program's."""
    return PDF if page == PRINT else f"{page.removesuffix('.html')}.pdf"


def relative(target: str, *, start: str) -> str:
    """The link from page ``start`` to ``target`` (both from the root), ending in a file name.

    A fragment is kept; one on the page itself is the fragment alone. An address that leaves the site is unchanged.
    """
    if "://" in target or target.startswith(("mailto:", "#")):
        return target
    page, mark, fragment = target.partition("#")
    if page == start and mark:
        return f"#{fragment}"
    folder = start[: start.rfind("/") + 1]
    if target.startswith(folder):
        return target[len(folder) :]
    if folder.count("/") == 1:
        return f"../{target}"
    return steps(page.split("/"), folder.split("/")[:-1]) + mark + fragment


def steps(page: list[str], folders: list[str]) -> str:
    """The way from some folders to a page: up out of those they do not share, then down."""
    shared = 0
    while shared < len(folders) and page[shared] == folders[shared]:
        shared += 1
    return "/".join([".."] * (len(folders) - shared) + page[shared:])
