"""What the dossier as a whole must hold: each check is a short function."""

from dossier.model.written import Files
from dossier.problems import Problem
from dossier.quoting.verifying import Lookup
from dossier.review import archive_changed, archive_exposed, copied, locators, orphans, quotations, quoted_amount


def problems(lookup: Lookup, files: Files, *, is_whole: bool) -> tuple[Problem, ...]:
    """Everything that the checks find in a dossier, beside the private full texts that are at hand.

    Where the dossier is not whole, because a record or a reference is at fault, a record may look lost only for that:
    orphans are then left for the next run.
    """
    dossier = lookup.dossier
    return (
        *(orphans.problems(dossier) if is_whole else ()),
        *locators.problems(dossier, lookup),
        *quotations.problems(lookup),
        *quoted_amount.problems(lookup),
        *archive_changed.problems(lookup),
        *copied.problems(files.content, lookup.reserved),
        *archive_exposed.problems(files, lookup.shelf),
    )
