"""The types of front matter fields: each takes the words typed and gives a value, or says what is wrong with them."""

import re
from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, TypeVar
from urllib.parse import urlsplit

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from dossier.markup.locators import mended
from dossier.model import date as dates
from dossier.model import quantity as quantities
from dossier.model.date import Date
from dossier.model.naming import ID, nearest, slug
from dossier.model.quantity import Quantity

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
WEB = re.compile(r"https?://[^\s<>\"'`{}|\\^]+", re.IGNORECASE)
UNKNOWN = "unknown"


def wrong(code: str, message: str, help: str = "") -> PydanticCustomError:
    """A field's refusal: the code of a check, what is wrong, and a way on."""
    return PydanticCustomError("dossier", "{message}", {"code": code, "message": message, "help": help})


def one(typed: object) -> str:
    """The words of a single value.

    Raises:
        PydanticCustomError: when it is a list or a mapping, or nothing was written.
    """
    if not isinstance(typed, str):
        raise wrong("wrong-type", f"this is {shape(typed)}; one value is wanted here")
    words = " ".join(typed.split())
    if words in ("", "~"):
        raise wrong(
            "wrong-type", "nothing is written here", "write the value; where it is not known and may be, `unknown`"
        )
    return words


def shape(typed: object) -> str:
    """What a value looks like, for a message."""
    return "a list" if isinstance(typed, list) else "a mapping of keys" if isinstance(typed, dict) else "one value"


def an_id(typed: object) -> str:
    """An id as file names allow it."""
    words = one(typed)
    if ID.fullmatch(words):
        return words
    raise wrong(
        "bad-id", f"`{words}` cannot be an id; ids are made of a-z, 0-9 and -", f"did you mean `{slug(words)}`?"
    )


def a_locator(typed: object) -> str:
    """A place in a source, in the forms that prose takes too."""
    words = one(typed)
    help = mended(words)
    if not help:
        return words
    raise wrong("bad-locator", f"`{words}` is not a place in a source", help)


def a_language(typed: object) -> str:
    """A language tag (BCP 47), as pages carry it in ``lang``."""
    words = one(typed)
    if LANGUAGE.fullmatch(words):
        return words
    raise wrong("not-a-choice", f"`{words}` is not a language tag", "write it like en, es or es-MX")


def a_number(typed: object) -> int:
    """A whole number from 1."""
    words = one(typed)
    if re.fullmatch(r"[1-9][0-9]{0,5}", words):
        return int(words)
    raise wrong(
        "wrong-type",
        f"`{words}` is not a whole number from 1 to 999999",
        "write it in digits, without leading zeros",
    )


def a_flag(typed: object) -> bool:
    """``true`` or ``false``, in these words only."""
    words = one(typed)
    if words in ("true", "false"):
        return words == "true"
    raise wrong("not-a-choice", f"`{words}` is neither `true` nor `false`", "write true or false, without quotes")


def a_date(typed: object) -> Date:
    """A date in the EDTF subset; YAML reads a set's brackets as a list, which is the same."""
    if isinstance(typed, str):
        one(typed)
    elif not (isinstance(typed, list) and all(isinstance(part, str) for part in typed)):
        raise wrong("wrong-type", f"this is {shape(typed)}; a date is wanted here")
    try:
        return dates.from_words(typed)
    except dates.BadDate as bad:
        raise wrong("bad-date", str(bad)) from None


def a_day(typed: object) -> Date:
    """A date that may be vague but does not last: an interval is refused."""
    date = a_date(typed)
    if date.lasts:
        raise wrong(
            "bad-date",
            f"`{date.text}` lasts; one day is wanted here",
            f"for one day not known exactly write a set: [{date.text.replace('/', '..')}]",
        )
    return date


def a_quantity(typed: object) -> Quantity:
    """A number, or one hedged."""
    try:
        return quantities.parse(one(typed))
    except quantities.BadQuantity as bad:
        raise wrong("wrong-type", str(bad)) from None


def a_web_address(typed: object) -> str:
    """An http or https address."""
    words = one(typed)
    if WEB.fullmatch(words):
        return words
    raise wrong("wrong-type", f"`{words}` is not a web address", "write it whole, beginning with https://")


def a_site_address(typed: object) -> str:
    """The address under which a site is published: a host and perhaps a path, nothing else."""
    words = a_web_address(typed)
    parts = urlsplit(words)
    if parts.hostname and "@" not in parts.netloc and not parts.query and not parts.fragment:
        return words
    raise wrong("wrong-type", f"`{words}` is not the address of a site", "write it like https://example.org/border")


def or_unknown(field: Callable[[object], T]) -> Callable[[object], T | None]:
    """The same field, where ``unknown`` may be written and gives None."""

    def known(typed: object) -> T | None:
        return None if typed == UNKNOWN else field(typed)

    return known


def choice(kinds: type[E]) -> Callable[[object], E]:
    """One of the members of an enum, by its word; a miss names them all and the nearest."""
    by_word = {str(kind): kind for kind in kinds}

    def chosen(typed: object) -> E:
        words = one(typed)
        if words in by_word:
            return by_word[words]
        raise wrong("not-a-choice", f"`{words}` is none of {', '.join(by_word)}", nearest(words, by_word))

    return chosen


def listed(typed: object) -> object:
    """A list; one value alone is told how to become one."""
    if isinstance(typed, list):
        return typed
    help = f"write it in brackets: [{typed}]" if isinstance(typed, str) and typed else "begin each entry with `- `"
    raise wrong("wrong-type", f"this is {shape(typed)}; a list is wanted here", help)


def as_key(key: str) -> Callable[[object], object]:
    """Lets one value stand for a mapping with only that key."""

    def mapped(typed: object) -> object:
        return typed if isinstance(typed, dict) else {key: typed}

    return mapped


def text_schema(pattern: str = "") -> WithJsonSchema:
    """What a JSON Schema says of a text field."""
    return WithJsonSchema({"type": "string", "pattern": pattern} if pattern else {"type": "string"})


DATE_SCHEMA = WithJsonSchema(
    {
        "type": ["string", "integer", "array"],
        "items": {"type": ["string", "integer"]},
        "description": "EDTF: 2025, 2025-02, 2025-02-13, with ~ ? %, an interval a/b or a set [a..b]",
    }
)

Words = Annotated[str, BeforeValidator(one), text_schema()]
MaybeWords = Annotated[str | None, BeforeValidator(or_unknown(one)), text_schema()]
Id = Annotated[str, BeforeValidator(an_id), text_schema("^[a-z0-9-]{1,80}$")]
MaybeId = Annotated[str | None, BeforeValidator(or_unknown(an_id)), text_schema("^[a-z0-9-]{1,80}$")]
Language = Annotated[str, BeforeValidator(a_language), text_schema("^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$")]
Where = Annotated[str, BeforeValidator(a_locator), text_schema()]
Number = Annotated[int, BeforeValidator(a_number), WithJsonSchema({"type": "integer", "minimum": 1})]
Flag = Annotated[bool, BeforeValidator(a_flag), WithJsonSchema({"type": "boolean"})]
AnyDate = Annotated[Date, BeforeValidator(a_date), DATE_SCHEMA]
Day = Annotated[Date, BeforeValidator(a_day), DATE_SCHEMA]
MaybeDate = Annotated[Date | None, BeforeValidator(or_unknown(a_date)), DATE_SCHEMA]
MaybeDay = Annotated[Date | None, BeforeValidator(or_unknown(a_day)), DATE_SCHEMA]
Value = Annotated[Quantity, BeforeValidator(a_quantity), WithJsonSchema({"type": ["number", "string"]})]
WebAddress = Annotated[str, BeforeValidator(a_web_address), text_schema("^https?://")]
SiteAddress = Annotated[str, BeforeValidator(a_site_address), text_schema("^https?://")]
MaybeWebAddress = Annotated[str | None, BeforeValidator(or_unknown(a_web_address)), text_schema()]
Listed = BeforeValidator(listed)
