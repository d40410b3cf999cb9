"""The glossary: every term with its definition and the passages that use it."""

from msgspec import Struct

from dossier import urls
from dossier.model.naming import filed
from dossier.model.prose import Heading
from dossier.model.site import Planned
from dossier.model.term import Term
from dossier.pages import body as bodies
from dossier.pages import corrected
from dossier.pages.desk import Desk, url_of
from dossier.pages.excerpts import Excerpt, excerpts
from dossier.pages.frame import Frame
from dossier.pages.opening import opening


class Defined(Struct, frozen=True, kw_only=True):
    """One term."""

    anchor: str
    term: str
    lang: str
    aliases: str
    body: tuple[bodies.Shown, ...]
    excerpts: tuple[Excerpt, ...]
    corrections: tuple[corrected.Entry, ...]


class View(Struct, frozen=True, kw_only=True):
    """What the glossary shows."""

    frame: Frame
    title: str
    body: tuple[bodies.Shown, ...]
    terms: tuple[Defined, ...]


def page(desk: Desk) -> Planned:
    """The glossary page."""
    desk = desk.at(urls.GLOSSARY)
    terms = sorted(desk.dossier.terms.values(), key=lambda term: (filed(term.term), term.id))
    used = (use for term in terms for use in bodies.used(term.body, term.key, desk))
    headings = (Heading(level=2, anchor=term.id, words=term.term) for term in terms)
    begun = opening("glossary", desk.words.labels.glossary, desk, used=used, headings=headings)
    view = View(
        frame=begun.frame,
        title=begun.title,
        body=begun.body,
        terms=tuple(defined(term, desk) for term in terms),
    )
    return Planned(url=desk.url, maker="glossary.html", view=view)


def defined(term: Term, desk: Desk) -> Defined:
    """One term with its definition."""
    return Defined(
        anchor=desk.anchor(url_of(term.key, desk.dossier)),
        term=term.term,
        lang=desk.lang(term),
        aliases=", ".join(term.aliases),
        body=bodies.body(term.body, term.key, desk),
        excerpts=excerpts(term.key, desk),
        corrections=corrected.of(term, desk),
    )
