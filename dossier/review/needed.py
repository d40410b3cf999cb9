"""Keys that another key calls for: a reason, a speaker, a value."""

from collections.abc import Iterator

from dossier.model.claim import Claim, Status
from dossier.model.dossier import Dossier
from dossier.model.source import Basis, Saying, Source, Stance
from dossier.problems import Problem


def problems(dossier: Dossier) -> Iterator[Problem]:
    """Every claim without the reason, and every evidence line without the speaker or value, that it owes."""
    for claim in dossier.claims.values():
        yield from without_reason(claim)
    for source in dossier.sources.values():
        for at, saying in enumerate(source.says):
            yield from without_speaker(source, at, saying)
            yield from without_value(source, at, saying, dossier)


def without_reason(claim: Claim) -> Iterator[Problem]:
    """A claim taken back without a word why; one that was overtaken may name its successor instead."""
    is_told = claim.reason or (claim.status is Status.SUPERSEDED and claim.replaced_by)
    if claim.status in (Status.WITHDRAWN, Status.SUPERSEDED) and not is_told:
        yield Problem(
            code="missing-key",
            place=claim.filed.at("status"),
            message=f"{claim.label} is {claim.status}, and readers are not told why",
            help="add `reason:`" + (", or `replaced_by:`" if claim.status is Status.SUPERSEDED else ""),
        )


def without_speaker(source: Source, at: int, saying: Saying) -> Iterator[Problem]:
    """A line on the word of somebody named who is not named."""
    if saying.basis is Basis.NAMED and not saying.speaker:
        yield Problem(
            code="missing-key",
            place=source.filed.at("says", at, "basis"),
            message="the basis is `named`, and the key `speaker` is missing",
            help="add `speaker:` with an entity id, or write another basis",
        )


def without_value(source: Source, at: int, saying: Saying, dossier: Dossier) -> Iterator[Problem]:
    """A line that bears out a count and gives no number."""
    claim = dossier.claims.get(saying.claim)
    if claim is None or not claim.measure or saying.value or saying.stance is Stance.DISPUTES:
        return
    missing = "`value`" if saying.as_of else "`value` and `as_of`"
    yield Problem(
        code="missing-key",
        place=source.filed.at("says", at, "claim"),
        message=f"{claim.label} counts `{claim.measure}`, and this line gives no {missing}",
        help="add the number that the source gives, as `value: 1,500`, and its day, as `as_of: 2025-01-22`",
    )
