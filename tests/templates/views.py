"""Views of every page kind, filled from their types: with hostile words in each field, or with nothing at all."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import NoneType, UnionType
from typing import TypeVar, get_args, get_origin, get_type_hints

from msgspec import Struct
from msgspec.structs import replace

from dossier.model.prose import Html
from dossier.pages import (
    changes,
    claim,
    corrections,
    disagreement,
    entity,
    event,
    explainer,
    home,
    measure,
    not_found,
    page,
    print_edition,
    quotations,
    search,
    section,
    source,
    term,
    unknowns,
)
from dossier.pages.body import Shown
from dossier.pages.panels import Panel

ROOT = Path(__file__).parents[2]
THEME = {
    path.relative_to(ROOT / "templates").as_posix(): path.read_text("utf-8")
    for path in sorted((ROOT / "templates").rglob("*.html"))
}

VIEWS: dict[str, type] = {
    "404.html": not_found.View,
    "changes.html": changes.View,
    "claim.html": claim.View,
    "claims.html": claim.LedgerView,
    "corrections.html": corrections.View,
    "disagreements.html": disagreement.View,
    "entities.html": entity.ListView,
    "entity.html": entity.View,
    "explainer.html": explainer.View,
    "figures.html": measure.View,
    "glossary.html": term.View,
    "home.html": home.View,
    "page.html": page.View,
    "print.html": print_edition.View,
    "quotations.html": quotations.View,
    "search.html": search.View,
    "section.html": section.View,
    "source.html": source.View,
    "sources.html": source.ListView,
    "timeline.html": event.View,
    "unknowns.html": unknowns.View,
}

HOSTILE = """"'><script>alert(1)</script><b onclick=alert(1)>{{ 7 * 7 }}&"""
PARTIALS = ("claim-panel", "disagreement-panel", "figure-panel", "timeline-panel")


@dataclass(frozen=True, kw_only=True)
class Filler:
    """What stands in a view: words for its texts, an answer for its questions, and whether there is anything else."""

    words: str = HOSTILE
    answer: bool = True
    is_empty: bool = False

    def view(self, kind: type[Struct], shown: object = None) -> object:
        """A view of this kind; ``shown`` is the type that a generic one is of."""
        hints = get_type_hints(kind)
        types = {name: shown if isinstance(hint, TypeVar) else hint for name, hint in hints.items()}
        return kind(**{name: self.value(types[name]) for name in kind.__struct_fields__})

    def value(self, kind: object) -> object:
        """A value of a field's type; a list has one item, and a choice is made for the richer side."""
        if get_origin(kind) is tuple:
            return () if self.is_empty else tuple(self.items(get_args(kind)[0]))
        if isinstance(origin := get_origin(kind), type) and issubclass(origin, Struct):
            return self.view(origin, get_args(kind)[0])
        if isinstance(kind, UnionType):
            given = next(one for one in get_args(kind) if one is not NoneType)
            return None if self.is_empty else self.value(given)
        return self.single(kind)

    def single(self, kind: object) -> object:
        """A value of a plain type, or of a view within the view."""
        if isinstance(kind, type) and issubclass(kind, Struct):
            return self.view(kind)
        plain = {str: self.words, Html: Html("<p>finished</p>"), bool: self.answer, int: 2, date: date(2025, 11, 3)}
        return plain[kind]  # type: ignore[index]  # a view of another plain type is a KeyError that names it

    def items(self, kind: object) -> Iterator[object]:
        """The items of a list; a body has prose and a panel of each kind."""
        if kind is not Shown:
            yield self.value(kind)
            return
        yield Shown(html=Html("<p>finished</p>"))
        for partial in PARTIALS:
            panel = self.view(Panel)
            assert isinstance(panel, Panel)
            yield Shown(panel=replace(panel, partial=partial))


def pages() -> list[tuple[str, Filler]]:
    """Every template with every way to fill its view."""
    fillers = (Filler(), Filler(answer=False), Filler(words="", answer=False, is_empty=True))
    return [(name, filler) for name in VIEWS for filler in fillers]
