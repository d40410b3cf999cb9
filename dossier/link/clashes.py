"""What two records, or a record and the settings, disagree about: ids, numbers, sections and topics."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from dossier.link.directory import Directory
from dossier.model.claim import Claim
from dossier.model.disagreement import Disagreement
from dossier.model.dossier import Record
from dossier.model.key import Key, Kind
from dossier.model.media import Medium
from dossier.model.naming import nearest
from dossier.model.page import Page
from dossier.model.settings import Settings
from dossier.problems import Place, Problem


def ids(ordered: Sequence[Record]) -> Iterator[Problem]:
    """Two files of one kind and one name; ``ordered`` has them side by side."""
    for first, second in pairwise(ordered):
        if first.key == second.key:
            yield Problem(
                code="duplicate-id",
                place=second.filed.at(),
                message=f"two files are called `{second.key.id}`; the other {second.key.kind} is {first.filed.path}",
                help="rename one of them",
            )


def numbers(records: Iterable[Record]) -> Iterator[Problem]:
    """Two claims, or two disagreements, with one number."""
    taken: dict[str, Record] = {}
    for record in records:
        if isinstance(record, Claim | Disagreement):
            other = taken.setdefault(record.label, record)
            if other is not record:
                yield Problem(
                    code="duplicate-number",
                    place=record.filed.at("number"),
                    message=f"{record.label} is taken by `{other.key.id}` ({other.filed.path})",
                    help=f"the next free number is {next_free(record, taken)}",
                )


def next_free(record: Claim | Disagreement, taken: Mapping[str, Record]) -> int:
    """A number above all that are in use; one that was retired is not offered again."""
    return max(int(label[2:]) for label in taken if label[0] == record.label[0]) + 1


def without_page(records: Mapping[Key, Record], settings: Settings | None) -> dict[Key, tuple[str, ...]]:
    """The sections that are listed, or hold pages, and have no page of their own: told once, and not by each page."""
    listed = settings.sections if settings else ()
    held = (record.section for record in records.values() if isinstance(record, Page) and record.section)
    keys = (Key(kind=Kind.SECTION, id=id) for id in (*listed, *held))
    return {key: (key.id,) for key in keys if key not in records}


def sections(book: Directory, settings: Settings | None, broken: Collection[Key]) -> Iterator[Problem]:
    """Sections that the settings list twice or without a page, and pages that the settings do not list."""
    if settings is None:
        return
    for at, id in enumerate(settings.sections):
        key, place = Key(kind=Kind.SECTION, id=id), settings.filed.at("sections", at)
        if id in settings.sections[:at]:
            yield Problem(code="duplicate-id", place=place, message=f"`{id}` is listed twice", help="leave one of them")
        elif key in book.withheld:
            yield hidden(f"the section `{id}`", place)
        elif key not in book.records and key not in broken:
            yield unwritten(id, place, book)
    for key, record in book.records.items():
        if key.kind is Kind.SECTION and key.id not in settings.sections:
            yield unlisted(key.id, record.filed.at(), settings)
    yield from homeless(book, settings)


def homeless(book: Directory, settings: Settings) -> Iterator[Problem]:
    """Folders of pages that are no section: told at the first page of each."""
    seen = set(settings.sections)
    for record in book.records.values():
        section = record.section if isinstance(record, Page) else None
        if section and section not in seen and Key(kind=Kind.SECTION, id=section) not in book.records:
            seen.add(section)
            yield Problem(
                code="unknown-id",
                place=record.filed.at(),
                message=f"the folder `{section}` has no page of its own",
                help=f"write content/sections/{section}/index.md, and list `{section}` in {settings.filed.path}",
            )


def unwritten(id: str, place: Place, book: Directory) -> Problem:
    """A section that the settings list and nobody wrote."""
    return Problem(
        code="unknown-id",
        place=place,
        message=f"there is no section `{id}`",
        help=nearest(id, book.ids([Kind.SECTION])) or f"write content/sections/{id}/index.md, or take it off the list",
    )


def unlisted(id: str, place: Place, settings: Settings) -> Problem:
    """A section that someone wrote and the settings do not list."""
    return Problem(
        code="unknown-id",
        place=place,
        message=f"the section `{id}` is not in the list `sections` of {settings.filed.path}",
        help=nearest(id, settings.sections) or "add it there, where the order of sections is decided",
    )


def hidden(what: str, place: Place) -> Problem:
    """Something the site cannot do without, which readers may not see yet."""
    return Problem(
        code="withheld-target",
        place=place,
        message=f"{what} is a draft or under embargo",
        help="publish it, or take it off the list; `dossier build --drafts` shows it to you alone",
    )


def home(book: Directory, settings: Settings | None) -> Iterator[Problem]:
    """A dossier without a home page, or with one that readers may not see."""
    key = Key(kind=Kind.HOME, id="index")
    place = Place(path=settings.filed.path if settings else "content/dossier.yml", line=1)
    if key in book.withheld:
        yield hidden("the home page, content/index.md,", place)
    elif key not in book.records and key not in book.broken:
        yield Problem(
            code="missing-file",
            place=place,
            message="the dossier has no home page",
            help="write content/index.md, with a `title` in its front matter",
        )


def media(listed: Iterable[Medium], pictures: Collection[str]) -> Iterator[Problem]:
    """Pictures that ``media.yml`` speaks of and the media folder does not hold."""
    for medium in listed:
        if medium.file not in pictures:
            yield Problem(
                code="unknown-id",
                place=medium.place,
                message=f"there is no picture `{medium.file}` in content/media/",
                help=nearest(medium.file, pictures) or "put the file there, or take these lines out",
            )


def topics(records: Iterable[Record], settings: Settings | None) -> Iterator[Problem]:
    """Topics of claims that the settings do not name."""
    if settings is None:
        return
    for claim in records:
        if isinstance(claim, Claim):
            for at, topic in enumerate(claim.topics):
                if topic not in settings.topics:
                    yield Problem(
                        code="unknown-id",
                        place=claim.filed.at("topics", at),
                        message=f"there is no topic `{topic}`",
                        help=nearest(topic, settings.topics) or f"add it under `topics` in {settings.filed.path}",
                    )
