"""What two records, or a record and the settings, disagree about: ids, numbers, sections and topics."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from dossier.model.claim import Claim
from dossier.model.disagreement import Disagreement
from dossier.model.dossier import Record
from dossier.model.key import Key, Kind
from dossier.model.naming import nearest
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


def sections(records: Mapping[Key, Record], settings: Settings | None, broken: frozenset[Key]) -> Iterator[Problem]:
    """Sections that the settings list without a page, and pages that the settings do not list."""
    if settings is None:
        return
    for at, id in enumerate(settings.sections):
        key = Key(kind=Kind.SECTION, id=id)
        if key not in records and key not in broken:
            yield without_page(id, settings.filed.at("sections", at), records)
    for key, record in records.items():
        if key.kind is Kind.SECTION and key.id not in settings.sections:
            yield Problem(
                code="unknown-id",
                place=record.filed.at(),
                message=f"the section `{key.id}` is not in the list `sections` of {settings.filed.path}",
                help=nearest(key.id, settings.sections) or "add it there, where the order of sections is decided",
            )


def without_page(id: str, place: Place, records: Mapping[Key, Record]) -> Problem:
    """A section that the settings list and nobody wrote."""
    folders = [key.id for key in records if key.kind is Kind.SECTION]
    return Problem(
        code="unknown-id",
        place=place,
        message=f"there is no section `{id}`",
        help=nearest(id, folders) or f"write content/sections/{id}/index.md, or take it off the list",
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
