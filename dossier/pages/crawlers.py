"""The files for crawlers: a sitemap where the site's address is known, ``robots.txt`` where that is a host's root."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from dossier import urls
from dossier.crawlers import MOST, Address, Sitemap, Welcome
from dossier.model.page import Page
from dossier.model.site import Planned
from dossier.pages import days
from dossier.pages.desk import Desk, url_of


def files(desk: Desk, pages: Iterable[str]) -> tuple[Planned, ...]:
    """What crawlers are told of these pages; nothing where the site has no address."""
    base = desk.dossier.settings.base_url
    if not base:
        return ()
    sitemap = sitemaps(addresses(desk, pages), desk)
    # Crawlers ask for this file at the root of a host, and nowhere else.
    if urlsplit(base).path.strip("/"):
        return sitemap
    return (*sitemap, Planned(url=urls.ROBOTS, maker="robots", view=Welcome(sitemap=desk.address(urls.SITEMAP))))


def sitemaps(found: tuple[Address, ...], desk: Desk) -> tuple[Planned, ...]:
    """One sitemap; of more addresses than fit into one, an index and the sitemaps that it leads to."""
    if len(found) <= MOST:
        return (planned(urls.SITEMAP, Sitemap(addresses=found)),)
    parts = tuple(found[start : start + MOST] for start in range(0, len(found), MOST))
    names = tuple(f"sitemap-{number}.xml" for number in range(1, len(parts) + 1))
    index = Sitemap(addresses=tuple(Address(url=desk.address(name)) for name in names), is_index=True)
    listed = (planned(name, Sitemap(addresses=part)) for name, part in zip(names, parts, strict=True))
    return (planned(urls.SITEMAP, index), *listed)


def planned(url: str, view: Sitemap) -> Planned:
    """One sitemap at its address."""
    return Planned(url=url, maker="sitemap", view=view)


def addresses(desk: Desk, pages: Iterable[str]) -> tuple[Address, ...]:
    """Every page but the one for addresses that are not there, with the day of its last change if editors told one."""
    changed = dict(last_changes(desk))
    return tuple(Address(url=desk.address(url), changed=changed.get(url, "")) for url in pages if url != urls.NOT_FOUND)


def last_changes(desk: Desk) -> Iterable[tuple[str, str]]:
    """The pages whose last change editors have dated, to the day: those they wrote, and that of corrections."""
    records = desk.dossier.records.values()
    for record in records:
        if isinstance(record, Page):
            told = (record.published, record.updated, *(line.date for line in record.filed.corrections))
            yield url_of(record.key, desk.dossier), max(map(days.day, told))
    corrected = (line.date for record in records for line in record.filed.corrections)
    yield urls.CORRECTIONS, max(map(days.day, corrected), default="")
