"""Passages of section pages that no citation, claim or figure bears out."""

from collections.abc import Iterator

from dossier.model.dossier import Dossier
from dossier.model.page import Page
from dossier.model.prose import Citation, ClaimSpan, Embed, FigureValue, Picture, Prose, Reference, Slot, Unit, UnitKind
from dossier.problems import Problem

KINDS = {
    UnitKind.PARAGRAPH: "paragraph",
    UnitKind.ITEM: "list item",
    UnitKind.ROW: "table row",
    UnitKind.QUOTE: "block quotation",
}
BEARING = (Citation, ClaimSpan, FigureValue, Embed)


def problems(dossier: Dossier) -> Iterator[Problem]:
    """Every paragraph, list item and table row of a section page that nothing bears out and that is not our own."""
    for page in section_pages(dossier):
        yield from in_page(page)


def in_page(page: Page) -> Iterator[Problem]:
    """Those of one page."""
    for unit in page.body.units:
        if needs_support(unit, page.body) and not any(isinstance(one, BEARING) for one in within(unit, page.body)):
            yield Problem(
                code="paragraph-without-evidence",
                place=unit.place,
                message=f"this {KINDS[unit.kind]} holds no citation, claim or figure",
                help="cite the source behind it, `[@id, ¶3]`, or mark it as yours with `{.own-voice}` below it",
            )


def section_pages(dossier: Dossier) -> Iterator[Page]:
    """The sections' own pages and the explainer pages in them, in reading order."""
    for section in dossier.sections:
        yield section.page
        yield from section.explainers


def needs_support(unit: Unit, prose: Prose) -> bool:
    """Whether a unit says something that readers must be able to follow; a picture alone does not."""
    if unit.own_voice or unit.kind not in KINDS:
        return False
    has_words = any(isinstance(word, str) and word.strip() for word in unit.words)
    return has_words or not all(isinstance(one, Picture) for one in within(unit, prose))


def within(unit: Unit, prose: Prose) -> Iterator[Reference]:
    """The references that stand in a unit; in a table row, those of all its cells."""
    return (prose.references[word.reference] for word in unit.words if isinstance(word, Slot))
