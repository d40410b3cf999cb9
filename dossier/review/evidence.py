"""What each claim rests on: whether anybody says it, on whose word, and how many independent origins there are."""

from collections.abc import Iterator

from dossier.model.claim import Claim, Status
from dossier.model.dossier import Dossier, Evidence, Origin, Standing
from dossier.model.entity import Entity
from dossier.model.source import Basis, Stance
from dossier.problems import Problem

NAMELESS = (Basis.UNNAMED, Basis.UNNAMED_OFFICIAL)


def problems(dossier: Dossier) -> Iterator[Problem]:
    """What is wrong with the support of each claim that is not withdrawn."""
    for claim in dossier.claims.values():
        if claim.status is not Status.WITHDRAWN:
            yield from unsupported(claim, dossier)
            yield from unnamed_only(claim, dossier)
            yield from single_origin(claim, dossier)


def supporting(claim: Claim, dossier: Dossier) -> list[Evidence]:
    """The lines that bear a claim out."""
    return [line for line in dossier.evidence[claim.id] if line.saying.stance is Stance.SUPPORTS]


def unsupported(claim: Claim, dossier: Dossier) -> Iterator[Problem]:
    """A claim that no source makes, not even in part."""
    if all(line.saying.stance is Stance.DISPUTES for line in dossier.evidence[claim.id]):
        against = "; sources only dispute it" if dossier.evidence[claim.id] else ""
        yield Problem(
            code="claim-without-evidence",
            place=claim.filed.at("claim"),
            message=f"no source says {claim.label}{against}",
            help=f"add a line `claim: {claim.id}` to the `says` of a source, or `status: withdrawn` with a reason",
        )


def unnamed_only(claim: Claim, dossier: Dossier) -> Iterator[Problem]:
    """A claim that stands although nobody who supports it has a name."""
    lines = supporting(claim, dossier)
    if claim.status is Status.STANDS and lines and all(line.saying.basis in NAMELESS for line in lines):
        yield Problem(
            code="unnamed-only",
            place=claim.filed.at("status") if ("status",) in claim.filed.places else claim.filed.at("claim"),
            message=f"{claim.label} rests only on voices that are not named ({sources(lines)})",
            help="write `status: reported`, or add a source that names who says so",
        )


def sources(lines: list[Evidence]) -> str:
    """The sources of some lines, each once."""
    return ", ".join(dict.fromkeys(line.source for line in lines))


def single_origin(claim: Claim, dossier: Dossier) -> Iterator[Problem]:
    """A claim whose supporters all have it from one place; readers see it, and authors may want to look further."""
    lines = supporting(claim, dossier)
    if dossier.standing[claim.id] is not Standing.SINGLE_ORIGIN or any(is_document(line, dossier) for line in lines):
        return
    ends = dict.fromkeys(origin for line in lines for origin in line.origins)
    count = len({line.source for line in lines})
    yield Problem(
        code="single-origin",
        place=claim.filed.at("claim"),
        message=f"{claim.label} has {count} source{'s' * (count != 1)} and 1 origin: {origins(tuple(ends), dossier)}",
        help="look for a source that does not have it from there; readers are told that there is one origin",
    )


def is_document(line: Evidence, dossier: Dossier) -> bool:
    """Whether a line is a law's own text, which needs no second witness to what it says."""
    return dossier.sources[line.source].kind.is_law and line.saying.basis is Basis.DOCUMENT


def origins(ends: tuple[Origin, ...], dossier: Dossier) -> str:
    """The origins by name; voices that are not named are one with whatever else is known."""
    named = [end for end in ends if end.is_named]
    return ", ".join(called(end, dossier) for end in named) or "not named"


def called(origin: Origin, dossier: Dossier) -> str:
    """What an origin is called."""
    record = dossier.records[origin.key]
    return record.name if isinstance(record, Entity) else f"`{origin.key.id}`"
