"""The feed: section pages as they appear and change, and every correction; only where the site's address is known."""

from collections.abc import Iterator

from dossier import urls
from dossier.feeds import Entry, Feed
from dossier.model.dossier import Record
from dossier.model.page import Page
from dossier.model.site import Planned
from dossier.pages import corrected
from dossier.pages.desk import Desk, url_of

LONGEST = 50  # entries: what a reader who looks once a month may have missed


def files(desk: Desk) -> tuple[Planned, ...]:
    """The feed, if the site has an address and anything to tell."""
    settings = desk.dossier.settings
    entries = sorted((*pages(desk), *corrections(desk)), key=lambda entry: (entry.updated, entry.id), reverse=True)
    if not settings.base_url or not entries:
        return ()
    feed = Feed(
        title=settings.title,
        subtitle=settings.description,
        home=desk.address(urls.HOME),
        address=desk.address(urls.FEED),
        language=settings.language,
        authors=desk.words.list(settings.editors) or settings.title,
        entries=tuple(entries[:LONGEST]),
    )
    return (Planned(url=urls.FEED, maker="atom", view=feed),)


def pages(desk: Desk) -> Iterator[Entry]:
    """The section pages whose day of publication is known."""
    for section in desk.dossier.sections:
        for page in (section.page, *section.explainers):
            if page.published:
                yield appeared(page, desk)


def appeared(page: Page, desk: Desk) -> Entry:
    """A page as it appeared, or was last updated."""
    address = desk.address(url_of(page.key, desk.dossier))
    published = page.published.earliest if page.published else desk.today
    updated = page.updated.earliest if page.updated else published
    return Entry(
        id=address, title=page.title, url=address, summary=page.description, published=published, updated=updated
    )


def corrections(desk: Desk) -> Iterator[Entry]:
    """Every correction that is not minor."""
    for record in desk.dossier.records.values():
        for at, entry in enumerate(corrected.of(record, desk)):
            if not entry.is_minor:
                yield mended(record, entry, at, desk)


def mended(record: Record, entry: corrected.Entry, at: int, desk: Desk) -> Entry:
    """One correction: what stood there, what stands there now, and why."""
    labels = desk.words.labels
    address = desk.address(url_of(record.key, desk.dossier))
    return Entry(
        id=f"{address}#correction-{entry.typed}-{at + 1}",
        title=f"{desk.words.callouts['correction']}: {entry.record.words}",
        url=address,
        summary=f"{labels.was}: {entry.was} {labels.now}: {entry.now} {labels.why}: {entry.why}",
        published=entry.earliest,
        updated=entry.earliest,
    )
