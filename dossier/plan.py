"""The plan of the site: every page with its view, every asset, and no two at one address."""

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial

from dossier import urls
from dossier.model.dossier import Dossier
from dossier.model.edition import Edition
from dossier.model.printed import Printed
from dossier.model.prose import Picture
from dossier.model.settings import Output
from dossier.model.site import Asset, Planned, Site, Task
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
from dossier.tracing import Watch
from dossier.wording import Words

DATA = "data"  # the task that makes the ledger's tables
IN_PRINT = (urls.PRINT, DATA)  # the tasks whose files go into the whole dossier in print, which takes the tables along


def site(  # noqa: PLR0913  # all that a site depends on, each of its own kind
    dossier: Dossier,
    words: Words,
    *,
    editions: tuple[Edition, ...],
    today: date,
    files: Mapping[str, bytes],
    printed: Printed | None = None,
    watch: Watch | None = None,
) -> Site:
    """The site: all pages, and the files by address; of pictures only those that a page shows.

    ``editions`` come oldest first; ``today`` decides which expectations are overdue; ``printed`` is the whole dossier
    as a PDF, where it has been made. ``watch`` notes what a task asks for.
    """
    shown = pictures(dossier)
    kept = (url for url in sorted(files) if not url.startswith("media/") or url.removeprefix("media/") in shown)
    carried = tuple(Asset(url=url, data=files[url]) for url in kept)
    desk = Desk(
        dossier=dossier,
        words=words,
        editions=editions,
        carried=frozenset(files),
        day=today,
        sheet=printed,
        watch=watch or Watch(),
    )
    return Site(tasks=tasks(desk), assets=carried)


def tasks(desk: Desk) -> tuple[Task, ...]:
    """All that is to be made, in the order in which a reader might meet it."""
    makes = desk.makes
    pages = (
        Task(name=urls.HOME, plan=partial(home.page, desk), key=desk.dossier.home.key),
        *page.pages(desk),
        *section.pages(desk),
        *explainer.pages(desk),
        *source.pages(desk),
        *claim.pages(desk),
        *entity.pages(desk),
        *(whole(url, make, desk) for url, make in WHOLE),
        *((whole(urls.PRINT, print_edition.page, desk),) if makes(Output.PRINT) else ()),
        *((Task(name=urls.SEARCH, plan=partial(search.page, desk)),) if makes(Output.SEARCH) else ()),
        Task(name=urls.NOT_FOUND, plan=partial(not_found.page, desk)),
    )
    addresses = tuple(task.name for task in pages)
    return (
        *pages,
        *share_card.files(desk),
        *((whole("search", search.files, desk),) if makes(Output.SEARCH) else ()),
        *((whole("feed", feed.files, desk),) if makes(Output.FEED) else ()),
        *((whole(DATA, data.files, desk),) if makes(Output.DATA) else ()),
        Task(name="crawlers", plan=partial(crawlers.files, desk, addresses), given=addresses),
    )


# The pages that show something of every record, by their addresses.
WHOLE: tuple[tuple[str, Callable[[Desk], Planned]], ...] = (
    (urls.SOURCES, source.index),
    (urls.CLAIMS, claim.ledger),
    (urls.ENTITIES, entity.index),
    (urls.TIMELINE, event.page),
    (urls.FIGURES, measure.page),
    (urls.DISAGREEMENTS, disagreement.page),
    (urls.GLOSSARY, term.page),
    (urls.QUOTATIONS, quotations.page),
    (urls.UNKNOWNS, unknowns.page),
    (urls.CORRECTIONS, corrections.page),
    (urls.CHANGES, changes.page),
)


def whole(name: str, make: Callable[[Desk], Planned | tuple[Planned, ...]], desk: Desk) -> Task:
    """A task that shows something of every record."""
    return Task(name=name, plan=partial(make, desk), is_whole=True)


def pictures(dossier: Dossier) -> frozenset[str]:
    """The picture files that some body shows."""
    return frozenset(
        reference.file
        for record in dossier.records.values()
        for reference in record.body.references
        if isinstance(reference, Picture)
    )


def clashes(made: Mapping[str, str], files: Iterable[Asset]) -> tuple[Problem, ...]:
    """Pages or files that would be written to one address, as disks without case and accents compare them.

    ``made`` says of each address that was made where its problems are told.
    """
    taken: dict[str, str] = {}
    found: list[Problem] = []
    for url, told in (*made.items(), *((file.url, "") for file in files)):
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
