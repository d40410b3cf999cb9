"""Records that nothing leads to."""

from collections.abc import Iterator

from dossier.model import heads
from dossier.model.claim import Claim
from dossier.model.dossier import Dossier, Record
from dossier.model.key import Key, Kind
from dossier.problems import Problem

# The home page, sections and pages are in the navigation, events on the timeline, disagreements on their page.
CAN_BE_LOST = (Kind.SOURCE, Kind.CLAIM, Kind.MEASURE, Kind.ENTITY, Kind.TERM)


def problems(dossier: Dossier) -> Iterator[Problem]:
    """A warning for each source, claim, measure, entity or term that no prose and no other record uses."""
    used = {key for key, found in dossier.mentions.items() if any(mention.by != key for mention in found)}
    for record in dossier.records.values():
        used.update(key for key in named_by(record, dossier) if key != record.key)
    for key, record in dossier.records.items():
        if key.kind in CAN_BE_LOST and key not in used:
            yield Problem(
                code="orphan-record",
                place=record.filed.at(),
                message=f"nothing leads to the {key.kind} `{key.id}`",
                help="cite, state or link it on a page, name it in another record, or take the file out",
            )


def named_by(record: Record, dossier: Dossier) -> Iterator[Key]:
    """The records that a front matter names; a claim also uses the sources that speak to it."""
    for named in heads.named(record):
        yield from (Key(kind=kind, id=named.id) for kind in named.kinds)
    if isinstance(record, Claim):
        yield from (Key(kind=Kind.SOURCE, id=line.source) for line in dossier.evidence[record.id])
