"""Claims that the editors gave up."""

from collections.abc import Iterator

from dossier.model.claim import Status
from dossier.model.dossier import Dossier
from dossier.problems import Problem


def problems(dossier: Dossier) -> Iterator[Problem]:
    """Every withdrawn claim that does not say why it was withdrawn."""
    for claim in dossier.claims.values():
        if claim.status is Status.WITHDRAWN and not claim.reason:
            yield Problem(
                code="missing-key",
                place=claim.filed.at("status"),
                message=f"{claim.label} is withdrawn, and its key `reason` is missing",
                help="say in `reason` why you no longer uphold it; readers of its number are shown that",
            )
