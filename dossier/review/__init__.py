"""What the dossier as a whole must hold: each check is a short function."""

from collections.abc import Collection, Mapping, Sequence

from dossier.model.dossier import Dossier
from dossier.model.edition import Edition
from dossier.model.key import Key
from dossier.problems import Problem
from dossier.review import history, locators, orphans, retired


def problems(
    dossier: Dossier,
    archive: Mapping[str, str],
    editions: Sequence[Edition],
    *,
    broken: Collection[Key],
    is_whole: bool,
) -> tuple[Problem, ...]:
    """Everything that the checks find; ``archive`` holds the private full texts at hand, by source id.

    ``editions`` come oldest first; ``broken`` are the records whose own files are at fault.

    Where the dossier is not whole, because a record or a reference is at fault, a record may look lost only for that:
    orphans are then left for the next run.
    """
    return (
        *(orphans.problems(dossier) if is_whole else ()),
        *locators.problems(dossier, archive),
        *retired.problems(dossier),
        *history.problems(dossier, editions, broken=broken, is_whole=is_whole),
    )
