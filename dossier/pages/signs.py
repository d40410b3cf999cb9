"""The signs behind quotations: whether somebody has compared the words with the source's text."""

from msgspec import Struct

from dossier import urls
from dossier.markup import elements
from dossier.model.prose import Html
from dossier.pages.desk import Desk
from dossier.problems import Place

MEANINGS = "_signs"  # the place on the quotations page that tells what the signs mean


class Sign(Struct, frozen=True, kw_only=True):
    """A sign, its words, and where it is explained."""

    is_verified: bool
    shape: str
    words: str
    title: str
    css: str
    href: str


def sign(place: Place, desk: Desk) -> Sign | None:
    """The sign of the quotation that stands at a place; none for words that quote nobody, or cite nobody.

    Whether the archive is at hand makes no difference: who builds without it publishes the same site.
    """
    checked = desk.dossier.quotations.get(place)
    if checked is None or not checked.quoted.pointers:
        return None
    labels = desk.words.labels
    is_verified = checked.how.is_verified
    return Sign(
        is_verified=is_verified,
        shape="✓" if is_verified else "?",
        words=labels.verified if is_verified else labels.unverified,
        title=labels.verified_at.format(where=checked.where) if is_verified else labels.unverified_means,
        css="verified" if is_verified else "unverified",
        href=desk.href(f"{urls.QUOTATIONS}#{MEANINGS}"),
    )


def html(place: Place, desk: Desk, *, is_linked: bool) -> Html:
    """The sign as it stands in prose; within a link it leads nowhere itself."""
    found = sign(place, desk)
    if found is None:
        return Html("")
    return elements.sign(
        found.shape, found.words, "" if is_linked else found.href, css=f"sign {found.css}", title=found.title
    )
