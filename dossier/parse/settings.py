"""``dossier.yml``, as authors type it."""

from typing import Annotated

from pydantic import BeforeValidator

from dossier import located, rules
from dossier.model.filed import Filed
from dossier.model.key import SectionId
from dossier.model.naming import nearest
from dossier.model.parsed import Parsed
from dossier.model.settings import Output, Paper, QuotationLimits, Settings
from dossier.parse.fields import AnyDate, Flag, Id, Language, Listed, Number, SiteAddress, Words, choice, wrong
from dossier.parse.mistakes import checked
from dossier.parse.typed import Typed
from dossier.problems import Problem, Severity
from dossier.urls import RESERVED


class TypedLimits(Typed):
    """``quotations``: how many words of a reserved text may be quoted."""

    each: Number = QuotationLimits().each
    source: Number = QuotationLimits().source


def a_code(typed: object) -> str:
    """The code of a check."""
    if isinstance(typed, str) and typed in rules.BY_CODE:
        return typed
    raise wrong("unknown-key", f"`{typed}` is not a check", nearest(str(typed), rules.BY_CODE))


Code = Annotated[str, BeforeValidator(a_code)]


class TypedSettings(Typed):
    """The keys of ``dossier.yml``."""

    title: Words
    description: Words
    language: Language
    covers: AnyDate
    sections: Annotated[list[Id], Listed]
    topics: dict[Id, Words] = {}
    base_url: SiteAddress = ""
    share_cards: Flag = False
    paper: Annotated[Paper, BeforeValidator(choice(Paper))] = Paper.A4
    outputs: Annotated[list[Annotated[Output, BeforeValidator(choice(Output))]], Listed] = list(Output)
    editors: Annotated[list[Words], Listed] = []
    licence: Words = ""
    quotations: TypedLimits = TypedLimits()
    checks: dict[Code, Annotated[Severity, BeforeValidator(choice(Severity))]] = {}


def settings(text: str, *, path: str) -> Parsed[Settings]:
    """The dossier's settings, or what is wrong with them."""
    read = located.document(text, path=path)
    if read.head is None:
        return Parsed(value=None, problems=read.problems)
    typed, problems = checked(TypedSettings, read.head)
    if typed is None:
        return Parsed(value=None, problems=(*read.problems, *problems))
    filed = Filed(path=path, places=read.head.places)
    return Parsed(value=made(typed, filed), problems=(*read.problems, *wrong_together(typed, filed)))


def wrong_together(typed: TypedSettings, filed: Filed) -> tuple[Problem, ...]:
    """What is right by itself and cannot stand."""
    return (*reserved(typed, filed), *nowhere(typed, filed), *firm(typed, filed), *pageless(typed, filed))


def pageless(typed: TypedSettings, filed: Filed) -> tuple[Problem, ...]:
    """Outputs without the pages, which all the others lead to."""
    if Output.PAGES in typed.outputs:
        return ()
    return (
        Problem(
            code="not-a-choice",
            place=filed.at("outputs"),
            message="`outputs` leaves out `pages`: without them there is no site",
            help="add `pages`, or take this line out to make everything",
        ),
    )


def nowhere(typed: TypedSettings, filed: Filed) -> tuple[Problem, ...]:
    """Share cards that nobody could be shown: other sites find a picture by its whole address alone."""
    if not typed.share_cards or typed.base_url:
        return ()
    return (
        Problem(
            code="missing-key",
            place=filed.at("share_cards"),
            message="`share_cards` needs `base_url`: other sites find these pictures by their whole addresses alone",
            help="say where the site will stand, `base_url: https://…`, or take this line out",
        ),
    )


def firm(typed: TypedSettings, filed: Filed) -> tuple[Problem, ...]:
    """The checks that the settings would soften, and that no site can do without."""
    return tuple(
        Problem(
            code="not-a-choice",
            place=filed.at("checks", code),
            message=f"`{code}` is always an error: what it tells of leaves something missing from the site",
            help=f"take this line out; `dossier explain {code}` tells how to mend what it finds",
        )
        for code, weight in typed.checks.items()
        if code in rules.FIRM and weight is not Severity.ERROR
    )


def reserved(typed: TypedSettings, filed: Filed) -> tuple[Problem, ...]:
    """The sections whose folder would stand where the site keeps its own pages."""
    return tuple(
        Problem(
            code="bad-id",
            place=filed.at("sections", at),
            message=f"`{section}` cannot be a section: the site keeps its own pages under that name",
            help=f"rename the folder and this id, for instance to `the-{section}`",
        )
        for at, section in enumerate(typed.sections)
        if section in RESERVED
    )


def made(typed: TypedSettings, filed: Filed) -> Settings:
    """Settings as the model holds them."""
    return Settings(
        filed=filed,
        title=typed.title,
        description=typed.description,
        language=typed.language,
        covers=typed.covers,
        sections=tuple(SectionId(section) for section in typed.sections),
        topics=typed.topics,
        base_url=typed.base_url,
        share_cards=typed.share_cards,
        paper=typed.paper,
        outputs=tuple(dict.fromkeys(typed.outputs)),
        editors=tuple(typed.editors),
        licence=typed.licence,
        quotations=QuotationLimits(each=typed.quotations.each, source=typed.quotations.source),
        checks=typed.checks,
    )
