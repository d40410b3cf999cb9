"""Share cards: the picture that stands for a page where its address is passed on, made if settings ask for it."""

from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from dossier import drawing, urls
from dossier.drawing import Box, Face
from dossier.model.dossier import Record
from dossier.model.key import ClaimId, Kind
from dossier.model.page import Page
from dossier.model.site import Planned, Task
from dossier.pages import body as bodies
from dossier.pages.desk import Desk, url_of

LEFT, WIDTH = 88, 1024  # pixels: the margin, and what is left between two of them on a card of 1200
TITLE_SIZES = ((96, 1), (84, 2), (72, 3), (58, 4), (50, 4))  # and how many lines of each leave room for a description
TITLE_TOP, TITLE_LEADING = 150, 1.14
TEXT_SIZE, TEXT_LEADING, TEXT_GAP, TEXT_BOTTOM = 34, 46, 72, 500
STRONG_SIZE = 28
KINDS = frozenset({Kind.HOME, Kind.SECTION, Kind.EXPLAINER})


class Line(Struct, frozen=True, kw_only=True):
    """Words at their place on the card, in pixels."""

    words: str
    x: float
    y: float
    size: float


class View(Struct, frozen=True, kw_only=True):
    """What a card shows."""

    site: tuple[Line, ...]
    title: tuple[Line, ...]
    description: tuple[Line, ...]
    counts: tuple[Line, ...]


class Found(Struct, frozen=True, kw_only=True):
    """A card that the site has: its address from the root, and its words for those who do not see it."""

    url: str
    words: str


def files(desk: Desk) -> tuple[Task, ...]:
    """Every share card, where the settings ask for them.

    Raises:
        DossierError: when they do, and what draws them is not installed.
    """
    if not desk.dossier.settings.share_cards:
        return ()
    drawing.refuse_without_extra()
    return tuple(
        Task(name=url, plan=partial(card, page, url, desk), key=page.key)
        for page in shown(desk)
        for url in (urls.share_card(url_of(page.key, desk.dossier)),)
    )


def card(page: Page, url: str, desk: Desk) -> tuple[Planned, ...]:
    """One page's card, if every letter of it can be drawn."""
    return (Planned(url=url, maker="share-card.svg", view=view(page, desk)),) if can_show(page, desk) else ()


def found(record: Record | None, desk: Desk) -> Found | None:
    """The card for a record's page; where it has none of its own, that of the home page.

    Raises:
        DossierError: when the settings ask for cards, and what draws them is not installed.
    """
    if not desk.dossier.settings.share_cards:
        return None
    drawing.refuse_without_extra()
    candidates = (record, desk.dossier.home)
    own = (page for page in candidates if isinstance(page, Page) and page.kind in KINDS and can_show(page, desk))
    page = next(own, None)
    return Found(url=urls.share_card(url_of(page.key, desk.dossier)), words=spoken(page, desk)) if page else None


def shown(desk: Desk) -> Iterator[Page]:
    """The pages that have a card of their own."""
    yield desk.dossier.home
    for section in desk.dossier.sections:
        yield from (section.page, *section.explainers)


def can_show(page: Page, desk: Desk) -> bool:
    """Whether the faces have every letter of a card: one with gaps in its words is worse than none."""
    texts = (desk.dossier.settings.title, description(page, desk), counts(page, desk))
    return drawing.can_set(page.title, Face.TITLE) and all(drawing.can_set(words, Face.TEXT) for words in texts)


def view(page: Page, desk: Desk) -> View:
    """One page's card: title and description between the dossier's name and what the page rests on."""
    title = set_title(page.title)
    below = max((line.y for line in title), default=TITLE_TOP)
    lines = min(3, 1 + int((TEXT_BOTTOM - below - TEXT_GAP) // TEXT_LEADING))
    room = Box(face=Face.TEXT, size=TEXT_SIZE, width=WIDTH, lines=lines)
    told = drawing.wrapped(description(page, desk), room)
    site = "" if page.kind is Kind.HOME else desk.dossier.settings.title
    return View(
        site=one_line(site or desk.words.date(desk.dossier.settings.covers), y=92, x=LEFT + 64, width=WIDTH - 64),
        title=title,
        description=tuple(
            Line(words=words, x=LEFT, y=below + TEXT_GAP + at * TEXT_LEADING, size=TEXT_SIZE)
            for at, words in enumerate(told)
        ),
        counts=one_line(counts(page, desk), y=568, x=LEFT, width=WIDTH),
    )


def set_title(words: str) -> tuple[Line, ...]:
    """A title in the largest size that leaves none of it out, or cut short in the smallest."""
    boxes = [Box(face=Face.TITLE, size=size, width=WIDTH, lines=lines) for size, lines in TITLE_SIZES]
    box = next((box for box in boxes if drawing.fits(words, box)), boxes[-1])
    return tuple(
        Line(words=line, x=LEFT, y=TITLE_TOP + box.size * (0.8 + at * TITLE_LEADING), size=box.size)
        for at, line in enumerate(drawing.wrapped(words, box))
    )


def one_line(words: str, *, y: float, x: float, width: float) -> tuple[Line, ...]:
    """Words on one line, cut short where they must be."""
    box = Box(face=Face.STRONG, size=STRONG_SIZE, width=width, lines=1)
    return tuple(Line(words=line, x=x, y=y, size=STRONG_SIZE) for line in drawing.wrapped(words, box))


def description(page: Page, desk: Desk) -> str:
    """What a card says below its title."""
    return page.description or desk.dossier.settings.description


def counts(page: Page, desk: Desk) -> str:
    """What a page rests on, of the home page with how much differs."""
    nouns, disagreements = desk.words.nouns, len(desk.dossier.disagreements) if page.kind is Kind.HOME else 0
    claims, sources = rests_on(page, desk)
    found = ((claims, nouns.claim), (sources, nouns.source), (disagreements, nouns.disagreement))
    return " · ".join(desk.words.count(number, noun) for number, noun in found if number)


def rests_on(page: Page, desk: Desk) -> tuple[int, int]:
    """How many claims a page states, and how many sources it cites or they rest on; of the home page all there are.

    A section counts what its pages do.
    """
    if page.kind is Kind.HOME:
        return len(desk.dossier.claims), len(desk.dossier.sources)
    section = next((one for one in desk.dossier.sections if one.page.key == page.key), None)
    written = (section.page, *section.explainers) if section else (page,)
    keys = {key for one in written for key in bodies.used(one.body, one.key, desk)}
    claims = {ClaimId(key.id) for key in keys if key.kind is Kind.CLAIM}
    sources = {key.id for key in keys if key.kind is Kind.SOURCE}
    sources |= {line.source for claim in claims for line in desk.dossier.evidence[claim]}
    return len(claims), len(sources)


def spoken(page: Page, desk: Desk) -> str:
    """A card in words."""
    words = (page.title, description(page, desk), counts(page, desk))
    return " – ".join(part.rstrip(".") for part in words if part)
