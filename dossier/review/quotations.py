"""Quotations that no cited source has, that cite nobody, or whose locator leads elsewhere."""

from collections.abc import Iterator

from dossier.model.quotation import Checked, Verification
from dossier.problems import Problem
from dossier.quoting.nearest import Near, nearest
from dossier.quoting.verifying import Lookup

COPY = "copy the archived words, or drop the quotation marks"
VERIFY = "run `dossier verify` where the archive is, and commit content/quotations.lock"


def problems(lookup: Lookup) -> Iterator[Problem]:
    """Everything that is wrong with a quotation's words, citation or locator."""
    for checked in lookup.checked:
        match checked.how:
            case Verification.MISSING:
                yield missing(checked, lookup)
            case Verification.UNCITED:
                yield uncited(checked)
            case Verification.UNVERIFIABLE if not checked.quoted.implied:
                yield from unverified(checked, lookup)
            case _ if checked.astray and not checked.quoted.implied:
                yield astray(checked)


def missing(checked: Checked, lookup: Lookup) -> Problem:
    """Words that no source has, with the passage that is most like them."""
    if checked.changed:
        return Problem(
            code="quote-not-found",
            place=checked.quoted.place,
            message="these are not the words that were verified",
            help=f"give the quotation its words back; if they are right, {VERIFY}",
        )
    near = closest(checked, lookup)
    whose = "no source of its evidence" if checked.quoted.implied else "no cited source"
    return Problem(
        code="quote-not-found",
        place=checked.quoted.place,
        message=f"{whose} has these words",
        note=f'nearest, {near[0]} {near[1].where}: "{near[1].words}"' if near else "",
        help=COPY,
    )


def closest(checked: Checked, lookup: Lookup) -> tuple[str, Near] | None:
    """The nearest passage of all cited sources, and whose it is."""
    texts = ((pointer.source, lookup.shelf[pointer.source]) for pointer in checked.quoted.pointers)
    found = [(id, near) for id, text in texts if (near := nearest(checked.quoted.words, text))]
    return max(found, key=lambda pair: pair[1].likeness, default=None)


def uncited(checked: Checked) -> Problem:
    """Words that nobody is named for."""
    return Problem(
        code="quote-uncited",
        place=checked.quoted.place,
        message="no citation follows this quotation in its sentence",
        help="cite the source, `[@its-id, ¶3]`; for words that quote nobody write {.scare} behind the closing mark",
    )


def unverified(checked: Checked, lookup: Lookup) -> Iterator[Problem]:
    """Words of which neither a text nor the lock tells; a translation of our own is never in a text."""
    quoted = checked.quoted
    if any(lookup.is_translation(quoted, pointer) for pointer in quoted.pointers):
        return
    away = next(pointer.source for pointer in quoted.pointers if pointer.source not in lookup.shelf)
    yield Problem(
        code="quote-unverified",
        place=quoted.place,
        message=f"there is no archived text of `{away}`, and these words were not verified earlier",
        help=VERIFY if away in lookup.lock else f"put its text into content/archive/{away}.txt, then `dossier verify`",
    )


def astray(checked: Checked) -> Problem:
    """Right words with a wrong locator."""
    place = checked.astray.place if checked.astray else checked.quoted.place
    said = checked.astray.text if checked.astray else ""
    return Problem(
        code="bad-locator",
        place=place,
        message=f"the quoted words stand in {checked.where} of `{checked.source}`, not in {said}",
        help=f"write {checked.where}",
    )
