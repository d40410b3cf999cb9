"""What the lists of a dossier can be narrowed to: facets that several of them share, in reading order."""

from collections.abc import Iterable

from dossier.model.claim import Claim
from dossier.model.date import Date
from dossier.model.dossier import Record
from dossier.model.key import ClaimId, Kind
from dossier.model.naming import folded
from dossier.model.page import Page
from dossier.model.source import Source
from dossier.pages.desk import Desk, label, outlet
from dossier.pages.lists import Facet, Option


def sections(desk: Desk) -> Facet:
    """The sections, as the dossier orders them."""
    return Facet(
        name="section",
        words=desk.words.labels.section,
        options=tuple(Option(value=section.page.id, words=section.page.title) for section in desk.dossier.sections),
    )


def sections_of(claims: Iterable[ClaimId], desk: Desk) -> tuple[str, ...]:
    """The sections that file some claims, each once."""
    return tuple(dict.fromkeys(desk.dossier.claims[claim].section for claim in claims))


def sections_around(record: Record) -> tuple[str, ...]:
    """The section that a record's own text stands in, if it stands in one."""
    match record:
        case Page(kind=Kind.SECTION):
            return (record.id,)
        case Page(section=str(section)) | Claim(section=section):
            return (section,)
        case _:
            return ()


def topics(desk: Desk) -> Facet:
    """The topics, as the dossier orders them."""
    named = desk.dossier.settings.topics.items()
    return Facet(
        name="topic",
        words=desk.words.labels.topics,
        options=tuple(Option(value=id, words=words) for id, words in named),
    )


def standings(desk: Desk) -> Facet:
    """How the evidence may lie."""
    named = desk.words.labels.standings.items()
    return Facet(
        name="evidence",
        words=desk.words.labels.evidence,
        options=tuple(Option(value=standing.value, words=words) for standing, words in named),
    )


def stances(desk: Desk) -> Facet:
    """How evidence may bear on a claim."""
    return Facet(
        name="stance",
        words=desk.words.labels.stance,
        options=tuple(Option(value=stance.value, words=words) for stance, words in desk.words.stances.items()),
    )


def sources(desk: Desk) -> Facet:
    """The sources by their short labels, those of one outlet by date."""
    ordered = sorted(desk.dossier.sources.values(), key=lambda source: (outlet_key(source, desk), day_key(source)))
    return Facet(
        name="source",
        words=desk.words.labels.source,
        options=tuple(Option(value=source.id, words=label(source, desk)) for source in ordered),
    )


def outlet_key(source: Source, desk: Desk) -> str:
    """What sorts sources by who published them, or by their citation."""
    return folded(source.citation or outlet(source, desk))


def day_key(source: Source) -> tuple[bool, tuple[Date, ...], str]:
    """What sorts sources by date of publication; those without one come last."""
    date = source.published.date
    return (date is None, (date,) if date else (), source.id)


def entities(name: str, words: str, desk: Desk) -> Facet:
    """People, organisations and places, each kind under its heading, by name."""
    everyone = sorted(desk.dossier.entities.values(), key=lambda entity: (folded(entity.name), entity.id))
    return Facet(
        name=name,
        words=words,
        options=tuple(
            Option(value=entity.id, words=entity.name, group=desk.words.labels.entity_groups[kind])
            for kind in desk.words.entities
            for entity in everyone
            if entity.kind is kind
        ),
    )
