"""The head of a page: what it tells browsers, search engines, and those to whom its address is passed on."""

from msgspec import Struct

from dossier import urls
from dossier.model.dossier import Dossier, Record
from dossier.model.key import Kind
from dossier.model.page import Page
from dossier.model.settings import Output
from dossier.pages import share_card
from dossier.pages.days import day
from dossier.pages.description import brief
from dossier.pages.desk import Desk
from dossier.pages.once import Once
from dossier.wording import with_territory


class Site(Struct, frozen=True, kw_only=True, eq=False):
    """What the heads of all pages of a folder share; its identity is what they share it by.

    ``issued`` is the day of the newest edition: programs that archive or print a page ask for it by that name. A page
    is ``lasting`` unless it may be served anywhere.
    """

    name: str
    locale: str
    authors: tuple[str, ...]
    keywords: str
    issued: str
    feed: str
    icon: str
    touch_icon: str
    is_lasting: bool


class Head(Struct, frozen=True, kw_only=True, eq=False):
    """What one page's own head tells besides style sheets and scripts; ``canonical`` where the address is known.

    ``published`` and ``updated`` are whole days of an article.
    """

    title: str
    description: str
    canonical: str
    is_article: bool
    published: str
    updated: str
    picture: str
    picture_words: str


def head(title: str, description: str, record: Record | None, desk: Desk) -> Head:
    """The head of one page; ``record`` is the one whose page it is, if it is one's."""
    written = record if isinstance(record, Page) and record.kind is Kind.EXPLAINER else None
    card = share_card.found(record, desk) if not desk.root else None
    return Head(
        title=title,
        description=brief(description or desk.dossier.settings.description),
        canonical=desk.address(desk.url) if desk.dossier.settings.base_url and not desk.root else "",
        is_article=written is not None,
        published=day(written.published) if written else "",
        updated=day(written.updated) if written else "",
        picture=desk.address(card.url) if card else "",
        picture_words=card.words if card else "",
    )


@Once
def site(dossier: Dossier, desk: Desk) -> Site:
    """What the heads of all pages of a folder share."""
    settings = dossier.settings
    return Site(
        name=settings.title,
        locale=with_territory(settings.language),
        authors=settings.editors,
        keywords=", ".join(subjects(desk)),
        issued=desk.editions[-1].date.isoformat() if desk.editions else "",
        feed=desk.href(urls.FEED) if has_feed(desk) else "",
        icon=desk.href("assets/icon.svg"),
        touch_icon=desk.href("assets/touch-icon.png"),
        is_lasting=not desk.root,
    )


def subjects(desk: Desk) -> tuple[str, ...]:
    """What the dossier is about, as it names its parts; a comma would part a name in two."""
    sections = (section.page.title for section in desk.dossier.sections)
    return tuple(words.replace(",", "") for words in (*sections, *desk.dossier.settings.topics.values()))


def has_feed(desk: Desk) -> bool:
    """Whether the site has a feed: it is asked for, has an address to stand at, and something dated to tell of."""
    return desk.makes(Output.FEED) and bool(desk.dossier.settings.base_url) and desk.dossier.is_dated
