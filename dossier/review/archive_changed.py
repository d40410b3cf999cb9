"""Archived texts that are no longer those that quotations were verified against."""

from collections.abc import Iterator

from dossier.model.key import SourceId
from dossier.problems import Place, Problem
from dossier.quoting.verifying import Lookup

HELP = "read the text again; where all still holds, run `dossier verify`"


def problems(lookup: Lookup) -> Iterator[Problem]:
    """Every quotation of a changed text, and every claim that rests on one."""
    changed = frozenset(
        id for id, locked in lookup.lock.items() if id in lookup.shelf and lookup.shelf[id].digest != locked.text
    )
    for checked in lookup.checked:
        if checked.source in changed and not checked.quoted.implied:
            yield problem(checked.source, checked.quoted.place, "this quotation was verified")
    for claim, lines in lookup.dossier.evidence.items():
        record = lookup.dossier.claims[claim]
        for source in sorted({line.source for line in lines} & changed):
            yield problem(source, record.filed.at("claim"), f"the evidence for {record.label} was read")


def problem(source: SourceId | None, place: Place, what: str) -> Problem:
    """What rests on a text that was changed."""
    message = f"the archived text of `{source}` has changed since {what}"
    return Problem(code="archive-changed", place=place, message=message, help=HELP)
