"""``content/quotations.lock``: what was verified where the archive was at hand, without a word of it."""

import json
from collections.abc import Mapping

from msgspec import Struct

from dossier.model.key import SourceId
from dossier.problems import Place, Problem

FORMAT = 1
PATH = "content/quotations.lock"


class Stood(Struct, frozen=True, kw_only=True):
    """Words that were verified: where they stand in their source, and the records that quote them, one each time."""

    where: str
    quoted_in: tuple[str, ...]


class Locked(Struct, frozen=True, kw_only=True):
    """What was verified of one source: the digest of its text, and the words quoted from it by their digest."""

    text: str
    quotations: Mapping[str, Stood]


Lock = Mapping[SourceId, Locked]


def written(lock: Lock) -> str:
    """The lock as its file says it; equal locks give equal files."""
    sources = {id: {"text": locked.text, "quotations": entries(locked)} for id, locked in lock.items()}
    return json.dumps({"format": FORMAT, "sources": sources}, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def entries(locked: Locked) -> Mapping[str, object]:
    """The quotations of one source."""
    return {words: {"where": one.where, "in": sorted(one.quoted_in)} for words, one in locked.quotations.items()}


def read(content: str, *, path: str) -> tuple[Lock, tuple[Problem, ...]]:
    """The lock that a file holds, or nothing and why not."""
    try:
        said = mapping(json.loads(content))
        if said.get("format") != FORMAT:
            return {}, (unreadable(path),)
        return {SourceId(id): locked(entry) for id, entry in mapping(said.get("sources")).items()}, ()
    except (ValueError, RecursionError):
        return {}, (unreadable(path),)


def locked(entry: object) -> Locked:
    """One source of a lock."""
    said = mapping(entry)
    quotations = {words: stood(one) for words, one in mapping(said.get("quotations")).items()}
    return Locked(text=text(said.get("text")), quotations=quotations)


def stood(entry: object) -> Stood:
    """One quotation of a source."""
    said = mapping(entry)
    owners = said.get("in")
    if not isinstance(owners, list):
        raise ValueError("a list is wanted")
    return Stood(where=text(said.get("where")), quoted_in=tuple(text(owner) for owner in owners))


def mapping(value: object) -> dict[str, object]:
    """A JSON object, whose keys are always texts."""
    if not isinstance(value, dict):
        raise ValueError("an object is wanted")
    return value


def text(value: object) -> str:
    """A JSON text."""
    if not isinstance(value, str):
        raise ValueError("a text is wanted")
    return value


def unreadable(path: str) -> Problem:
    """A lock that proves nothing."""
    return Problem(
        code="bad-lock",
        place=Place(path=path, line=1),
        message="this is not what `dossier verify` writes",
        help="run `dossier verify` where the archive is, or take the file back from the last commit",
    )
