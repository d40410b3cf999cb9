"""What readers were once told: published words are corrected in the open, and published numbers stay."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from dossier.model import change
from dossier.model import quantity as quantities
from dossier.model.change import FigureChange, Rewording
from dossier.model.claim import Claim
from dossier.model.disagreement import Disagreement
from dossier.model.dossier import Dossier
from dossier.model.edition import Edition, FrozenClaim, FrozenDisagreement, FrozenFigure, frozen
from dossier.model.filed import Correction
from dossier.model.key import Key, Kind
from dossier.problems import Place, Problem

Frozen = FrozenClaim | FrozenDisagreement


def problems(
    dossier: Dossier, editions: Sequence[Edition], *, broken: Collection[Key], is_whole: bool
) -> Iterator[Problem]:
    """What the dossier does not keep of its editions, which come oldest first.

    A record whose own file is at fault may be all that it should be, and is passed over. Where the dossier is not
    whole a figure may be missing only for that.
    """
    published = {(one.key, one.number): (one, edition) for edition in editions for one in numbered(edition)}
    for one, edition in published.values():
        yield from misnumbered(one, edition, dossier, broken)
    if editions:
        newest = editions[-1]
        now = frozen(dossier, name=newest.name, number=newest.number, date=newest.date)
        changed = change.changes(newest, now)
        yield from (reworded(pair, newest, dossier) for pair in changed.reworded if not is_told(pair, newest, dossier))
        figures = (one for one in changed.figures if one.now or is_whole)
        yield from (refigured(one, newest, dossier) for one in figures if is_silent(one, newest, dossier))


def numbered(edition: Edition) -> tuple[Frozen, ...]:
    """All that an edition gave a permanent number."""
    return (*edition.claims, *edition.disagreements)


def misnumbered(one: Frozen, edition: Edition, dossier: Dossier, broken: Collection[Key]) -> Iterator[Problem]:
    """A published number that leads to something else now, or to nothing."""
    now = dossier.records.get(one.key)
    if isinstance(now, Claim | Disagreement) and now.number == one.number:
        return
    taker = next((record for record in all_of(one.key.kind, dossier) if record.number == one.number), None)
    if taker is not None:
        yield reused(one, edition, taker, dossier)
    elif isinstance(now, Claim | Disagreement):
        yield renumbered(one, edition, now)
    elif one.key not in broken:
        yield removed(one, edition)


def all_of(kind: Kind, dossier: Dossier) -> tuple[Claim | Disagreement, ...]:
    """The claims, or the disagreements."""
    return tuple(dossier.claims.values()) if kind is Kind.CLAIM else tuple(dossier.disagreements.values())


def reused(one: Frozen, edition: Edition, taker: Claim | Disagreement, dossier: Dossier) -> Problem:
    """The number belongs to another record now."""
    own = next((other.number for other in numbered(edition) if other.key == taker.key), None)
    way_on = f"give `{taker.id}` its own number again: {own}" if own else f"give `{taker.id}` a number of its own"
    if one.key not in dossier.records:
        way_on += f", and put `{one.id}` back; if it is the same under a new id, take the old id again"
    return Problem(
        code="number-reused",
        place=taker.filed.at("number"),
        message=f"{one.label} was `{one.id}` in the edition `{edition.name}`, and cannot be `{taker.id}` now",
        note=f"belongs to `{one.id}`",
        help=way_on,
    )


def renumbered(one: Frozen, edition: Edition, now: Claim | Disagreement) -> Problem:
    """The record has another number now, and its old one leads nowhere."""
    return Problem(
        code="claim-removed",
        place=now.filed.at("number"),
        message=f"`{one.id}` was {one.label} in the edition `{edition.name}`, and there is no {one.label} any more",
        help=f"give it its number again: {one.number}",
    )


def removed(one: Frozen, edition: Edition) -> Problem:
    """Neither the number nor the id is published any more."""
    way_out = {
        Kind.CLAIM: "to retire a claim give it `status: withdrawn` and a `reason`",
        Kind.DISAGREEMENT: "to end a disagreement say how in `settled`",
    }
    return Problem(
        code="claim-removed",
        place=one.place,
        message=f"{one.label} `{one.id}` of the edition `{edition.name}` is no longer published",
        help=f"put its file back, and not as a draft; {way_out[one.key.kind]}",
    )


def is_told(pair: Rewording, edition: Edition, dossier: Dossier) -> bool:
    """Whether corrections since the edition own up to the new words of a claim."""
    told = since(edition, dossier.claims[pair.now.id].filed.corrections)
    steps = [(folded(one.was), folded(one.now)) for one in told]
    return any(one.minor for one in told) or leads(folded(pair.was.statement), folded(pair.now.statement), steps)


def reworded(pair: Rewording, edition: Edition, dossier: Dossier) -> Problem:
    """A published statement that reads otherwise, in silence."""
    claim = dossier.claims[pair.now.id]
    has_tried = any(since(edition, claim.filed.corrections))
    return Problem(
        code="statement-changed",
        place=claim.filed.at("claim"),
        message=f"{claim.label} reads otherwise than in the edition `{edition.name}`, and no correction says so",
        note=both(pair.was.statement, pair.now.statement),
        help="its corrections since then lead elsewhere: `was` and `now` hold the two statements whole"
        if has_tried
        else "add to `corrections` a `date`, `was`, `now` and `why`; or `minor: true`, where it means the same",
    )


def is_silent(changed: FigureChange, edition: Edition, dossier: Dossier) -> bool:
    """Whether a published figure says something else, or is not given any more, and no correction owns up to it.

    The correction may stand with the claim, the source or the measure; a claim that is gone is told by its number.
    """
    was, now = changed.was, changed.now
    if was is None or was.claim not in dossier.claims:
        return False
    claim, measure = dossier.claims[was.claim], dossier.measures.get(was.measure)
    around = [record for record in (claim, dossier.sources.get(was.source), measure) if record]
    if any(one.minor for one in since(edition, claim.filed.corrections)):
        return False
    unit = measure.unit if measure else ""
    told = [one for record in around for one in since(edition, record.filed.corrections)]
    steps = [(number(one.was, unit), number(one.now, unit)) for one in told]
    if now is None:
        return was.value.words not in {before for before, _ in steps}
    return not leads(worded(was, now), worded(now, was), steps)


def refigured(changed: FigureChange, edition: Edition, dossier: Dossier) -> Problem:
    """A published figure that says something else, at the claim that it belongs to."""
    was, now = changed.was, changed.now
    assert was is not None, "a new figure breaks no promise"
    claim, place = dossier.claims[was.claim], giver(was, now, dossier)
    source = f"`{was.source}`" + (f" ({place.path}:{place.line})" if place else "")
    gives = (
        f"gives {claim.label} another figure than" if now else f"no longer gives {claim.label} the figure that it has"
    )
    old = worded(was, now)
    return Problem(
        code="statement-changed",
        place=claim.filed.at("claim"),
        message=f"{source} {gives} in the edition `{edition.name}`, and no correction says so",
        note=both(old, worded(now, was)) if now else f"was “{old}”, now there is none",
        help="add to `corrections` of the claim, the source or the measure a `date`, `was`, `now` and `why`",
    )


def giver(was: FrozenFigure, now: FrozenFigure | None, dossier: Dossier) -> Place | None:
    """Where a source gives a figure now, or where it could; None where the source is gone."""
    source = dossier.sources.get(was.source)
    if source is None:
        return None
    says = ((at, line) for at, line in enumerate(source.says) if now and line.claim == was.claim)
    found = (at for at, line in says if now and (line.value, line.as_of) == (now.value, now.as_of))
    at = next(found, None)
    return source.filed.at() if at is None else source.filed.at("says", at, "value")


def worded(figure: FrozenFigure, beside: FrozenFigure | None) -> str:
    """What a figure says that the other does not: its value, or its day where the values are the same."""
    if beside is not None and change.same_value(figure, beside):
        return figure.as_of.text if figure.as_of else ""
    return figure.value.words


def since(edition: Edition, corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """The corrections that are not certainly older than an edition."""
    return tuple(one for one in corrections if one.date.latest >= edition.date)


def leads(was: str, now: str, steps: Sequence[tuple[str, str]]) -> bool:
    """Whether corrections lead from one wording to another, in one step or several."""
    reached = {was}
    for _ in steps:
        reached |= {after for before, after in steps if before in reached}
    return now in reached


def number(typed: str, unit: str) -> str:
    """The words of a correction as figures are worded: ``1500 troops`` is 1,500; other words stay as they are."""
    words = folded(typed)
    try:
        return quantities.parse(words.removesuffix(unit).strip()).words
    except quantities.BadQuantity:
        return words


def folded(words: str) -> str:
    """Words without doubled blanks."""
    return " ".join(words.split())


def both(was: str, now: str) -> str:
    """Two wordings, side by side."""
    return f"was “{was}”, now “{now}”"
