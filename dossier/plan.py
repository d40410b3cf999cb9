"""The plan of the site: every page with its view, every asset, and no two at one address.

The rooms in which pages are planned are loaded where they are asked for: most builds plan few of them.
"""

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import partial

from dossier import urls
from dossier.model.dossier import Dossier
from dossier.model.key import ClaimId, EntityId, Key, Kind, SourceId
from dossier.model.prose import Picture
from dossier.model.settings import Output
from dossier.model.site import File, Planned, Site, Task
from dossier.pages.desk import Desk
from dossier.problems import Place, Problem

DATA = "data"  # the task that makes the ledger's tables
IN_PRINT = (urls.PRINT, DATA)  # the tasks whose files go into the whole dossier in print, which takes the tables along


def site(desk: Desk, files: Mapping[str, bytes]) -> Site:
    """The site: all pages, and the files by address; of pictures only those that a page shows."""
    shown = pictures(desk.dossier)
    kept = (url for url in sorted(files) if not url.startswith("media/") or url.removeprefix("media/") in shown)
    return Site(tasks=tasks(desk), assets=tuple(File.of(url, files[url]) for url in kept))


def tasks(desk: Desk) -> tuple[Task, ...]:
    """All that is to be made, in the order in which a reader might meet it."""
    from dossier.pages import (
        claim,
        crawlers,
        data,
        entity,
        explainer,
        feed,
        not_found,
        page,
        print_edition,
        search,
        section,
        share_card,
        source,
    )

    makes = desk.makes
    pages = (
        front(desk),
        *page.pages(desk),
        *section.pages(desk),
        *explainer.pages(desk),
        *source.pages(desk),
        *claim.pages(desk),
        *entity.pages(desk),
        *lists(desk),
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


def page_of(key: Key, desk: Desk) -> Task | None:
    """The page of a record, if it has one of its own."""
    dossier = desk.dossier
    match key.kind:
        case Kind.HOME:
            return front(desk)
        case Kind.SOURCE:
            from dossier.pages import source

            return desk.task(key, source.page, dossier.sources[SourceId(key.id)])
        case Kind.CLAIM:
            from dossier.pages import claim

            return desk.task(key, claim.page, dossier.claims[ClaimId(key.id)])
        case Kind.ENTITY:
            from dossier.pages import entity

            return desk.task(key, entity.page, dossier.entities[EntityId(key.id)])
        case Kind.PAGE if key.id not in urls.GENERATED:
            from dossier.pages import page

            return desk.task(key, page.page, dossier.pages[key.id])
        case Kind.SECTION:
            from dossier.pages import section

            return next((task for task in section.pages(desk) if task.key == key), None)
        case Kind.EXPLAINER:
            from dossier.pages import explainer

            return next((task for task in explainer.pages(desk) if task.key == key), None)
        case _:
            return None


def front(desk: Desk) -> Task:
    """The home page."""
    from dossier.pages import home

    return Task(name=urls.HOME, plan=partial(home.page, desk), key=desk.dossier.home.key)


def lists(desk: Desk) -> tuple[Task, ...]:
    """The pages that show something of every record."""
    from dossier.pages import (
        changes,
        claim,
        corrections,
        disagreement,
        entity,
        event,
        measure,
        quotations,
        source,
        term,
        unknowns,
    )

    return (
        whole(urls.SOURCES, source.index, desk),
        whole(urls.CLAIMS, claim.ledger, desk),
        whole(urls.ENTITIES, entity.index, desk),
        whole(urls.TIMELINE, event.page, desk),
        whole(urls.FIGURES, measure.page, desk),
        whole(urls.DISAGREEMENTS, disagreement.page, desk),
        whole(urls.GLOSSARY, term.page, desk),
        whole(urls.QUOTATIONS, quotations.page, desk),
        whole(urls.UNKNOWNS, unknowns.page, desk),
        whole(urls.CORRECTIONS, corrections.page, desk),
        whole(urls.CHANGES, changes.page, desk),
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


def clashes(made: Mapping[str, str], files: Iterable[File]) -> tuple[Problem, ...]:
    """Pages or files that would be written to one address, as disks without case and accents compare them.

    ``made`` says of each address that was made where its problems are told.
    """
    taken: dict[str, str] = {}
    found: list[Problem] = []
    for url, told in (*made.items(), *((file.path, "") for file in files)):
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
