"""What the dossier as a whole must hold: each check is a short function."""

from collections.abc import Mapping

from dossier.model.dossier import Dossier
from dossier.problems import Problem
from dossier.review import locators, orphans


def problems(dossier: Dossier, archive: Mapping[str, str], *, is_whole: bool) -> tuple[Problem, ...]:
    """Everything that the checks find; ``archive`` holds the private full texts at hand, by source id.

    Where the dossier is not whole, because a record or a reference is at fault, a record may look lost only for that:
    orphans are then left for the next run.
    """
    return (*(orphans.problems(dossier) if is_whole else ()), *locators.problems(dossier, archive))
