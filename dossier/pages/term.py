"""The glossary: every term with its definition and the passages that use it."""

from dataclasses import dataclass

from dossier import urls
from dossier.model.prose import Heading
from dossier.model.site import Planned
from dossier.model.term import Term
from dossier.pages import body as bodies
from dossier.pages.cards import notes
from dossier.pages.desk import Desk
from dossier.pages.excerpts import Excerpt, excerpts
from dossier.pages.frame import About, Frame, frame, home_crumb, introduction


@dataclass(frozen=True, kw_only=True)
class Defined:
    """One term."""

    anchor: str
    term: str
    aliases: str
    body: tuple[bodies.Shown, ...]
    excerpts: tuple[Excerpt, ...]


@dataclass(frozen=True, kw_only=True)
class View:
    """What the glossary shows."""

    frame: Frame
    title: str
    body: tuple[bodies.Shown, ...]
    terms: tuple[Defined, ...]


def page(desk: Desk) -> Planned:
    """The glossary page."""
    desk = desk.at(urls.GLOSSARY)
    key, prose = introduction("glossary", desk)
    terms = sorted(desk.dossier.terms.values(), key=lambda term: (term.term.casefold(), term.id))
    used = [*bodies.used(prose, key, desk), *(use for term in terms for use in bodies.used(term.body, term.key, desk))]
    title = desk.words.labels.glossary
    about = About(
        title=title,
        crumbs=(home_crumb(desk),),
        headings=tuple(Heading(level=2, anchor=term.id, words=term.term) for term in terms),
        notes=notes(used, desk),
    )
    view = View(
        frame=frame(about, desk),
        title=title,
        body=bodies.body(prose, key, desk),
        terms=tuple(defined(term, desk) for term in terms),
    )
    return Planned(url=desk.url, maker="glossary.html", view=view)


def defined(term: Term, desk: Desk) -> Defined:
    """One term with its definition."""
    return Defined(
        anchor=term.id,
        term=term.term,
        aliases=", ".join(term.aliases),
        body=bodies.body(term.body, term.key, desk),
        excerpts=excerpts(term.key, desk),
    )
