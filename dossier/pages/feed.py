"""The feed: section pages as they appear and change, and every correction; only where the site's address is known."""

from collections import Counter
from collections.abc import Iterator
from urllib.parse import quote

from dossier import urls
from dossier.feeds import Entry, Feed
from dossier.model.dossier import Record
from dossier.model.filed import Correction
from dossier.model.page import Page
from dossier.model.site import Planned
from dossier.pages.desk import Desk, name, url_of

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
        told = [correction for correction in record.filed.corrections if not correction.minor]
        days = Counter[str]()
        for correction in told:
            days[correction.date.text] += 1
            yield mended(record, correction, days[correction.date.text], desk)


def mended(record: Record, correction: Correction, at: int, desk: Desk) -> Entry:
    """One correction, the ``at``-th of its day: what stood there, what stands there now, and why."""
    labels = desk.words.labels
    address = desk.address(url_of(record.key, desk.dossier))
    # Its day names it, so that a correction that comes later does not make it a new one.
    mark = f"correction-{correction.date.text}{f'-{at}' if at > 1 else ''}"
    return Entry(
        id=f"{address}{'.' if '#' in address else '#'}{quote(mark)}",
        title=f"{desk.words.callouts['correction']}: {name(record, desk.words)}",
        url=address,
        summary=f"{labels.was}: {correction.was} {labels.now}: {correction.now} {labels.why}: {correction.why}",
        published=correction.date.earliest,
        updated=correction.date.earliest,
    )
