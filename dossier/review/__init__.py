"""What the dossier as a whole must hold: each check is a short function."""

from dossier.model.dossier import Dossier
from dossier.model.written import Files
from dossier.problems import Problem
from dossier.quoting.verifying import Lookup
from dossier.review import archive_changed, archive_exposed, copied, locators, orphans, quotations, quoted_amount


def problems(dossier: Dossier, lookup: Lookup, files: Files, *, is_whole: bool) -> tuple[Problem, ...]:
    """Everything that the checks find; ``lookup`` holds the private full texts at hand, and what was found in them.

    Where the dossier is not whole, because a record or a reference is at fault, a record may look lost only for that:
    orphans are then left for the next run.
    """
    return (
        *(orphans.problems(dossier) if is_whole else ()),
        *locators.problems(dossier, lookup),
        *quotations.problems(lookup),
        *quoted_amount.problems(lookup),
        *archive_changed.problems(lookup),
        *copied.problems(files.content, lookup.reserved),
        *archive_exposed.problems(files, lookup.shelf),
    )
