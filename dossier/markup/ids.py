"""Ids as they are typed in prose."""

import re
from collections.abc import Collection

from dossier.model import naming
from dossier.problems import Place, Problem

COMPARED = 50  # words with what was typed; a body may be all mistakes, and each comparison takes microseconds
CLAIM_NUMBER = re.compile(r"[Cc]-?[0-9]+")


def mistakes(typed: str, place: Place) -> tuple[Problem, ...]:
    """The problem of an id that cannot be one."""
    if naming.ID.fullmatch(typed):
        return ()
    near = naming.slug(typed)
    help = f"did you mean `{near}`?" if near else "write the file name of the record, without .md"
    return (impossible(typed, place, help),)


def mistakes_of_claim(typed: str, place: Place) -> tuple[Problem, ...]:
    """As ``mistakes``, for who calls a claim by the number that readers see."""
    problems = mistakes(typed, place)
    if not problems or not CLAIM_NUMBER.fullmatch(typed):
        return problems
    return (impossible(typed, place, "write the file name of the claim, without .md, and not its number"),)


def impossible(typed: str, place: Place, help: str) -> Problem:
    """What cannot be an id."""
    message = f"`{typed}` cannot be an id; ids are made of a-z, 0-9 and -"
    return Problem(code="bad-id", place=place, message=message, help=help)


def nearest(typed: str, known: Collection[str]) -> str:
    """The offer of the known word nearest to what was typed, or nothing where none is near."""
    alike = known if len(known) <= COMPARED else [word for word in known if word[:1] == typed[:1]]
    return naming.nearest(typed, sorted(alike)[:COMPARED])
