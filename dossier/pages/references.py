"""The sources as bibliographies ask for them."""

from dossier.bibliography import Bibliography, Cited, Name, Reference, Whole, cited, person
from dossier.model.entity import EntityKind
from dossier.model.key import EntityId
from dossier.model.source import Source
from dossier.pages.desk import Desk, outlet


def bibliography(desk: Desk) -> Bibliography:
    """Every source, by id."""
    return Bibliography(references=tuple(reference(source, desk) for _, source in sorted(desk.dossier.sources.items())))


def reference(source: Source, desk: Desk) -> Reference:
    """One source; an inferred date says how it was found."""
    basis = source.published.basis
    return Reference(
        id=source.id,
        kind=source.kind,
        title=source.title or "",
        authors=tuple(author(words, desk) for words in source.authors),
        outlet=outlet(source, desk) if source.publisher else "",
        published=source.published.date,
        cited=cited(source.citation) if source.citation else Cited(),
        note=desk.words.labels.dated_by.format(basis=basis) if basis else "",
        url=source.url,
        accessed=source.accessed,
        language=source.language,
    )


def author(words: str, desk: Desk) -> Name:
    """An author: the entity of that id, else a person, since organisations are entities."""
    entity = desk.dossier.entities.get(EntityId(words))
    if entity is None:
        return person(words)
    return person(entity.name) if entity.kind is EntityKind.PERSON else Whole(words=entity.name)
