"""Following one reference: to the record it names, or to the problem that it names none."""

from collections.abc import Sequence

from msgspec import Struct

from dossier.link.directory import LINKABLE, NAMED, Directory
from dossier.model.key import Key, Kind
from dossier.model.naming import folded, nearest
from dossier.model.prose import Wikilink
from dossier.problems import Place, Problem

# Where a record that is missing would stand.
FILE_OF = {
    Kind.HOME: "content/index.md",
    Kind.PAGE: "content/{}.md",
    Kind.SECTION: "content/sections/{}/index.md",
    Kind.EXPLAINER: "content/sections/<section>/{}.md",
    Kind.SOURCE: "content/sources/{}.md",
    Kind.CLAIM: "content/claims/{}.md",
    Kind.DISAGREEMENT: "content/disagreements/{}.md",
    Kind.MEASURE: "content/measures/{}.md",
    Kind.ENTITY: "content/entities/{}.md",
    Kind.EVENT: "content/events/{}.md",
    Kind.TERM: "content/terms/{}.md",
}
# How prose leads to the kinds that no wikilink leads to.
STATED = {"source": "write [@{}]", "claim": "write [words](claim:{})", "figure": "write [](figure:{})"}
REACHED = {Kind.SOURCE: STATED["source"], Kind.CLAIM: STATED["claim"], Kind.DISAGREEMENT: "write [[disagreement:{}]]"}


class Followed(Struct, frozen=True, kw_only=True):
    """Where a reference leads: to a record, to a problem, or, in silence, to a file that is itself at fault."""

    target: Key | None = None
    problem: Problem | None = None


def by_id(id: str, kinds: Sequence[Kind], place: Place, book: Directory) -> Followed:
    """The record with this id, of one of these kinds."""
    target = book.find(id, kinds)
    if target is not None:
        return Followed(target=target)
    if book.is_silent(id, kinds):
        return Followed()
    if book.hides(id, kinds):
        return Followed(problem=withheld(id, place))
    other = book.find(id, [kind for kind in Kind if kind not in kinds])
    if other is not None:
        return Followed(problem=of_wrong_kind(id, other, kinds, place))
    return Followed(problem=unknown(id, kinds, place, book))


def by_name(link: Wikilink, book: Directory) -> Followed:
    """The one entity, term, event, page or disagreement that answers to a wikilink."""
    if link.kind and link.kind not in LINKABLE:
        return Followed(problem=no_such_kind(link))
    kinds = LINKABLE[link.kind] if link.kind else tuple(kind for group in NAMED.values() for kind in group)
    found = sorted(key for key in book.by_name.get(folded(link.target), frozenset()) if key.kind in kinds)
    if len(found) == 1:
        return Followed(target=found[0])
    if found:
        return Followed(problem=ambiguous(link, found))
    if any(key.kind in kinds for key in book.withheld_names.get(folded(link.target), ())):
        return Followed(problem=withheld(link.target, link.place))
    if folded(link.target) in book.broken_names or not book.nameless.isdisjoint(kinds):
        return Followed()
    return Followed(problem=no_such_name(link, kinds, book))


def unknown(id: str, kinds: Sequence[Kind], place: Place, book: Directory) -> Problem:
    """No record at all has this id."""
    return Problem(
        code="unknown-id",
        place=place,
        message=f"there is no {worded(kinds)} `{id}`",
        help=called(id, kinds, book) or nearest(id, book.ids(kinds)) or f"add {FILE_OF[kinds[0]].format(id)}",
    )


def called(name: str, kinds: Sequence[Kind], book: Directory) -> str:
    """The offer of the id where a name was written in its place."""
    known = sorted(key for key in book.by_name.get(folded(name), frozenset()) if key.kind in kinds)
    return f"the id of that {known[0].kind} is `{known[0].id}`" if known else ""


def of_wrong_kind(id: str, other: Key, kinds: Sequence[Kind], place: Place) -> Problem:
    """The id belongs to a record of another kind than is wanted."""
    return Problem(
        code="wrong-kind",
        place=place,
        message=f"`{id}` is {article(other.kind)}; {worded(kinds, article_first=True)} is wanted here",
        help=f"name {worded(kinds, article_first=True)}, or add {FILE_OF[kinds[0]].format('its-id')}",
    )


def withheld(id: str, place: Place) -> Problem:
    """The record exists, but readers may not see it yet."""
    return Problem(
        code="withheld-target",
        place=place,
        message=f"`{id}` is a draft or under embargo; a published page cannot lead to it",
        help="publish it too, withhold this record as well, or take the reference out",
    )


def no_such_kind(link: Wikilink) -> Problem:
    """The word before the colon of a wikilink is no kind that can be linked."""
    return Problem(
        code="wrong-kind",
        place=link.place,
        message=f"`{link.kind}:` is not what a [[link]] can lead to",
        help=STATED.get(link.kind, "").format(link.target)
        or nearest(link.kind, LINKABLE)
        or "entity:, term:, event:, page: and disagreement: can be linked",
    )


def ambiguous(link: Wikilink, found: Sequence[Key]) -> Problem:
    """Several records answer to the name."""
    choices = " or ".join(f"[[{word(key.kind)}:{key.id}]]" for key in found)
    return Problem(
        code="ambiguous-name",
        place=link.place,
        message=f"{len(found)} records answer to `{link.target}`",
        help=f"write {choices}",
    )


def no_such_name(link: Wikilink, kinds: Sequence[Kind], book: Directory) -> Problem:
    """No record answers to the name."""
    other = book.find(link.target, tuple(REACHED))
    if other is not None and other.kind not in kinds:
        return Problem(
            code="wrong-kind",
            place=link.place,
            message=f"`{link.target}` is {article(other.kind)}, which a [[link]] by name does not lead to",
            help=REACHED[other.kind].format(other.id),
        )
    known = [name for name, keys in book.by_name.items() if any(key.kind in kinds for key in keys)]
    return Problem(
        code="unknown-id",
        place=link.place,
        message=f"nothing here is called `{link.target}`",
        help=nearest(folded(link.target), known) or "add an entity or a term of that name, or take the brackets off",
    )


def word(kind: Kind) -> str:
    """The word that settles a tie in a wikilink."""
    return next(name for name, kinds in LINKABLE.items() if kind in kinds)


def article(kind: Kind) -> str:
    """A kind with its article."""
    return f"{'an' if kind.value[0] in 'aeiou' else 'a'} {kind.value}"


def worded(kinds: Sequence[Kind], *, article_first: bool = False) -> str:
    """The kinds that are wanted, in words."""
    return " or ".join(article(kind) if article_first else kind.value for kind in kinds)
