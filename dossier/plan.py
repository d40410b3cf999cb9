"""The plan of the site: every page with its view, every asset, and no two at one address."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from dossier.model.dossier import Dossier
from dossier.model.edition import Edition
from dossier.model.printed import Printed
from dossier.model.prose import Picture
from dossier.model.site import Asset, Planned, Site
from dossier.pages import (
    changes,
    claim,
    corrections,
    crawlers,
    data,
    disagreement,
    entity,
    event,
    explainer,
    feed,
    home,
    measure,
    not_found,
    page,
    print_edition,
    quotations,
    search,
    section,
    share_card,
    source,
    term,
    unknowns,
)
from dossier.pages.desk import Desk
from dossier.problems import Place, Problem
from dossier.wording import Words


@dataclass(frozen=True, kw_only=True)
class Plan:
    """The site that is to be made, and what stands in its way."""

    site: Site
    problems: tuple[Problem, ...]


def site(  # noqa: PLR0913  # all that a site depends on, each of its own kind
    dossier: Dossier,
    words: Words,
    *,
    editions: tuple[Edition, ...],
    today: date,
    files: Mapping[str, bytes],
    printed: Printed | None = None,
) -> Plan:
    """The site: all pages, and the files by address; of pictures only those that a page shows.

    ``editions`` come oldest first; ``today`` decides which expectations are overdue; ``printed`` is the whole dossier
    as a PDF, where it has been made.
    """
    shown = pictures(dossier)
    kept = (url for url in sorted(files) if not url.startswith("media/") or url.removeprefix("media/") in shown)
    carried = tuple(Asset(url=url, data=files[url]) for url in kept)
    desk = Desk(dossier=dossier, words=words, editions=editions, carried=frozenset(files), today=today, printed=printed)
    planned = pages(desk)
    return Plan(site=Site(pages=planned, assets=carried), problems=clashes(planned, carried))


def pages(desk: Desk) -> tuple[Planned, ...]:
    """Every page, in the order in which a reader might meet them."""
    made = (
        home.page(desk),
        *page.pages(desk),
        *section.pages(desk),
        *explainer.pages(desk),
        *source.pages(desk),
        *claim.pages(desk),
        *entity.pages(desk),
        event.page(desk),
        measure.page(desk),
        disagreement.page(desk),
        term.page(desk),
        quotations.page(desk),
        unknowns.page(desk),
        corrections.page(desk),
        changes.page(desk),
        print_edition.page(desk),
        search.page(desk),
        not_found.page(desk),
    )
    return (
        *made,
        *search.files(desk),
        *share_card.files(desk),
        *feed.files(desk),
        *crawlers.files(desk, made),
        *data.files(desk),
    )


def pictures(dossier: Dossier) -> frozenset[str]:
    """The picture files that some body shows."""
    return frozenset(
        reference.file
        for record in dossier.records.values()
        for reference in record.body.references
        if isinstance(reference, Picture)
    )


def clashes(planned: Iterable[Planned], files: Iterable[Asset]) -> tuple[Problem, ...]:
    """Pages or files that would be written to one address, as disks without case and accents compare them."""
    taken: dict[str, str] = {}
    found: list[Problem] = []
    for url, told in (*((made.url, made.told) for made in planned), *((file.url, "") for file in files)):
        other = taken.setdefault(unicodedata.normalize("NFC", url).casefold(), url)
        if other is not url:
            found.append(
                Problem(
                    code="duplicate-url",
                    place=Place(path=told or f"content/{url}", line=1),
                    message=f"`{url}` and `{other}` would be one file on many disks",
                    help="rename one of them",
                )
            )
    return tuple(found)
