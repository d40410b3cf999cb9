"""Editions, as ``dossier edition`` writes them: JSON that no one types, so that any mistake in it is one of form."""

import json
import re
from datetime import date
from pathlib import PurePosixPath
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from dossier.located import members
from dossier.model.claim import Status
from dossier.model.edition import FORMAT, Edition, FrozenClaim, FrozenDisagreement, FrozenFigure
from dossier.model.key import ClaimId, MeasureId, SectionId, SourceId
from dossier.model.parsed import Parsed
from dossier.parse.fields import Day, Id, Value, choice, wrong
from dossier.problems import Place, Problem

WAY_ON = "take the file back from your version control; `dossier edition` writes it and nobody else"
# What pydantic misses, in words that fit a file which nobody typed.
MISSED = {
    "missing": "it is missing",
    "extra_forbidden": "nothing reads it",
    "int_type": "a whole number belongs here",
    "greater_than_equal": "numbers begin with 1",
    "string_type": "words belong here",
    "string_too_short": "words belong here",
    "list_type": "a list belongs here",
    "model_type": "keys with values belong here",
}
ELSE = "it is not what belongs here"
# What no text file of a dossier may hold, and JSON could smuggle in as an escape.
UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def plain(words: str) -> str:
    """Words that can be printed."""
    if UNFIT.search(words):
        raise wrong("bad-edition", "an invisible character stands in it")
    return words


def a_day(typed: object) -> date:
    """A day of the calendar."""
    try:
        return date.fromisoformat(typed if isinstance(typed, str) else "")
    except ValueError:
        raise wrong("bad-edition", "it is not a day such as 2025-11-03") from None


Number = Annotated[int, Field(strict=True, ge=1)]
Words = Annotated[str, Field(strict=True, min_length=1), AfterValidator(plain)]


class Written(BaseModel):
    """One object of the file; a key it does not name is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class WrittenClaim(Written):
    """One claim."""

    number: Number
    id: Id
    statement: Words
    status: Annotated[Status, BeforeValidator(choice(Status))]
    section: Id


class WrittenFigure(Written):
    """One dated value of a measure."""

    measure: Id
    value: Value
    as_of: Day | None
    source: Id
    claim: Id


class WrittenDisagreement(Written):
    """One disagreement."""

    number: Number
    id: Id
    title: Words
    settled: Annotated[str, Field(strict=True), AfterValidator(plain)] = ""


class WrittenEdition(Written):
    """The file."""

    format: Number
    edition: Number
    date: Annotated[date, BeforeValidator(a_day)]
    claims: list[WrittenClaim]
    figures: list[WrittenFigure]
    disagreements: list[WrittenDisagreement]


def edition(text: str, *, path: str) -> Parsed[Edition]:
    """An edition, or what is wrong with its file, at its place."""
    data = loaded(text, path)
    if isinstance(data, Problem):
        return Parsed(value=None, problems=(data,))
    if isinstance(data, dict) and isinstance(data.get("format"), int) and data["format"] > FORMAT:
        return Parsed(value=None, problems=(too_new(text, path),))
    try:
        written = WrittenEdition.model_validate(data)
    except ValidationError as error:
        return Parsed(value=None, problems=told(error.errors(include_url=False), text, path))
    return Parsed(value=made(written, text, path), problems=())


def loaded(text: str, path: str) -> object:
    """The JSON as plain data, or the problem that it is none."""
    try:
        data: object = json.loads(text)
        json.dumps(data, ensure_ascii=False).encode()  # half a character, smuggled in as an escape, cannot be printed
    except json.JSONDecodeError as error:
        place = Place(path=path, line=error.lineno, column=error.colno)
        return Problem(code="bad-edition", place=place, message=f"this is no JSON: {error.msg}", help=WAY_ON)
    except (ValueError, RecursionError):  # thousands of digits, thousands of brackets, half a character
        return Problem(code="bad-edition", place=Place(path=path, line=1), message="this is no edition", help=WAY_ON)
    return data


def too_new(text: str, path: str) -> Problem:
    """An edition in a format that a later version of the program writes."""
    return Problem(
        code="bad-edition",
        place=members.place(text, members.offset(text, "format"), path=path),
        message=f"this edition is in a newer format than {FORMAT}, which is all that this program reads",
        help="use the version of the program that wrote it",
    )


def told(mistakes: list[ErrorDetails], text: str, path: str) -> tuple[Problem, ...]:
    """The mistakes of form, one at a place."""
    found: dict[Place, Problem] = {}
    for mistake in mistakes:
        place = members.place(text, members.offset(text, *mistake["loc"]), path=path)
        what = mistake["ctx"]["message"] if mistake["type"] == "dossier" else MISSED.get(mistake["type"], ELSE)
        key = next((step for step in reversed(mistake["loc"]) if isinstance(step, str)), "edition")
        found.setdefault(
            place, Problem(code="bad-edition", place=place, message=f"`{key}` is not as written: {what}", help=WAY_ON)
        )
    return tuple(found.values())


def made(written: WrittenEdition, text: str, path: str) -> Edition:
    """The edition as the model holds it; its name is that of its file."""
    claims, disagreements = (ids(text, path, of) for of in ("claims", "disagreements"))
    return Edition(
        name=PurePosixPath(path).stem,
        number=written.edition,
        date=written.date,
        claims=tuple(claim(one, at) for one, at in zip(written.claims, claims, strict=True)),
        figures=tuple(figure(one) for one in written.figures),
        disagreements=tuple(
            FrozenDisagreement(number=one.number, id=one.id, title=one.title, settled=one.settled, place=at)
            for one, at in zip(written.disagreements, disagreements, strict=True)
        ),
    )


def ids(text: str, path: str, of: str) -> list[Place]:
    """Where the id of each claim or disagreement stands."""
    entries = members.members(text, members.offset(text, of))
    return [members.place(text, members.members(text, at)["id"], path=path) for at in entries.values()]


def claim(written: WrittenClaim, place: Place) -> FrozenClaim:
    """One claim."""
    return FrozenClaim(
        number=written.number,
        id=ClaimId(written.id),
        statement=written.statement,
        status=written.status,
        section=SectionId(written.section),
        place=place,
    )


def figure(written: WrittenFigure) -> FrozenFigure:
    """One dated value."""
    return FrozenFigure(
        measure=MeasureId(written.measure),
        value=written.value,
        as_of=written.as_of,
        source=SourceId(written.source),
        claim=ClaimId(written.claim),
    )
