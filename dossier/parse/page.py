"""Written pages, as authors type them."""

from pathlib import PurePosixPath

from dossier.model.filed import Filed
from dossier.model.key import Kind, SectionId
from dossier.model.page import Page
from dossier.model.prose import Prose
from dossier.parse.fields import Day, Number, Words
from dossier.parse.typed import TypedRecord


class TypedFreePage(TypedRecord):
    """The front matter of the home page and of free pages."""

    title: Words
    description: Words = ""


class TypedSectionPage(TypedRecord):
    """The front matter of a section and of its explainer pages."""

    title: Words
    description: Words
    order: Number | None = None
    published: Day | None = None
    updated: Day | None = None
    review_by: Day | None = None


def free_page(typed: TypedFreePage, id: str, filed: Filed, body: Prose) -> Page:
    """The home page, or a free page."""
    kind = Kind.HOME if id == "index" else Kind.PAGE
    return Page(id=id, filed=filed, body=body, kind=kind, title=typed.title, description=typed.description)


def section_page(typed: TypedSectionPage, id: str, filed: Filed, body: Prose) -> Page:
    """A section, or an explainer page of the section whose folder it stands in."""
    path = PurePosixPath(filed.path)
    return Page(
        id=id,
        filed=filed,
        body=body,
        kind=Kind.SECTION if path.stem == "index" else Kind.EXPLAINER,
        title=typed.title,
        description=typed.description,
        section=SectionId(path.parts[2]),
        order=typed.order,
        published=typed.published,
        updated=typed.updated,
        review_by=typed.review_by,
    )
