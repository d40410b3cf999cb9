"""The numbers that sources give for a measure: each has its day, and no two collide unless a disagreement says so."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import combinations

from dossier.model.claim import Claim, Status
from dossier.model.date import Date
from dossier.model.dossier import Dossier, Evidence
from dossier.model.quantity import HEDGES, Hedge, Quantity
from dossier.model.source import Source, Stance
from dossier.problems import Place, Problem
from dossier.wording import numerals

Known = Mapping[str, frozenset[Decimal]]


def problems(dossier: Dossier, archived: Known) -> Iterator[Problem]:
    """Every value without its day, and every two that cannot both be true; ``archived`` are the numbers of texts."""
    for source in dossier.sources.values():
        yield from undated(source)
    for lines in dossier.figures.values():
        yield from colliding(supporting(lines, dossier), dossier)
    for claim in dossier.claims.values():
        yield from against_statement(claim, dossier, archived)


def undated(source: Source) -> Iterator[Problem]:
    """The values of a source that hold for no day in particular."""
    for at, saying in enumerate(source.says):
        if saying.value and not saying.as_of:
            yield Problem(
                code="value-without-date",
                place=source.filed.at("says", at, "value"),
                message=f"`{saying.value.words}` has no day for which it holds",
                help="add `as_of:`; where the source gives no day, the one on which it appeared, as `2025-01-23?`",
            )


def supporting(lines: tuple[Evidence, ...], dossier: Dossier) -> list[Evidence]:
    """The dated values that a figure may print."""
    return [
        line
        for line in lines
        if line.saying.stance is Stance.SUPPORTS
        and line.saying.as_of
        and dossier.claims[line.saying.claim].status is not Status.WITHDRAWN
    ]


def colliding(lines: list[Evidence], dossier: Dossier) -> Iterator[Problem]:
    """The values of one measure that cannot be true beside those of most others; each is told once."""
    pairs = [pair for pair in combinations(lines, 2) if collide(*pair, dossier)]
    while pairs:
        involved = [line for pair in pairs for line in pair]
        odd = max(lines, key=lambda line: (involved.count(line), lines.index(line)))
        other = next(line for pair in pairs if odd in pair for line in pair if line is not odd)
        yield collision(odd, other, dossier)
        pairs = [pair for pair in pairs if odd not in pair]


def collide(one: Evidence, other: Evidence, dossier: Dossier) -> bool:
    """Whether two values for one day cannot both be true, and no disagreement tells readers so."""
    return (
        is_same_day(one.saying.as_of, other.saying.as_of)
        and not allows(one.saying.value, other.saying.value)
        and not joined(one, other, dossier)
    )


def is_same_day(one: Date | None, other: Date | None) -> bool:
    """Whether both are dated alike."""
    return one is not None and other is not None and one.same_day(other)


def allows(one: Quantity | None, other: Quantity | None) -> bool:
    """Whether both numbers can be true; where one is missing, nothing is known."""
    return one is None or other is None or one.agrees(other)


def joined(one: Evidence, other: Evidence, dossier: Dossier) -> bool:
    """Whether a disagreement holds the claims of both lines, or the one claim that both are about."""
    claims = {one.saying.claim, other.saying.claim}
    return any(claims <= set(record.claims) for record in dossier.disagreements.values())


def collision(odd: Evidence, other: Evidence, dossier: Dossier) -> Problem:
    """Two values of one day."""
    labels = " and ".join(dict.fromkeys(dossier.claims[line.saying.claim].label for line in (odd, other)))
    return Problem(
        code="values-collide",
        place=place(odd, dossier),
        message=f"`{worded(odd)}` here and `{worded(other)}` in `{other.source}` are for one day, {odd.saying.as_of}",
        help=f"mend the value or the day, or write a disagreement with {labels}",
    )


def worded(line: Evidence) -> str:
    """The value of a line as it is typed."""
    return line.saying.value.words if line.saying.value else ""


def place(line: Evidence, dossier: Dossier) -> Place:
    """Where the value of a line stands."""
    return dossier.sources[line.source].filed.at("says", line.line, "value")


def against_statement(claim: Claim, dossier: Dossier, archived: Known) -> Iterator[Problem]:
    """The supporting values that are not the number which the claim itself states, or the statement if all differ."""
    stated = tuple(stated_in(claim.statement, dossier.settings.language))
    lines = [line for line in dossier.evidence[claim.id] if line.saying.stance is Stance.SUPPORTS and line.saying.value]
    odd = [line for line in lines if not any(allows(line.saying.value, number) for number in stated)]
    if not claim.measure or not stated or not odd:
        return
    is_statement = len(odd) == len(lines) and (len(odd) > 1 or is_borne_out(odd[0], archived))
    for line in odd[:1] if is_statement else odd:
        yield Problem(
            code="values-collide",
            place=claim.filed.at("claim") if is_statement else place(line, dossier),
            message=f"{claim.label} says {' and '.join(one.words for one in stated)}; `{line.source}`, which is to "
            f"support it, gives `{worded(line)}`",
            help="mend the one that is wrong; a source with another number disputes or qualifies the claim",
        )


def stated_in(statement: str, language: str) -> Iterator[Quantity]:
    """The numbers that a statement gives, each with the hedge before it."""
    for numeral in numerals.counting(statement, language):
        before = statement[: numeral.start].lower().rstrip()
        hedge = next((hedge for hedge in HEDGES if before.endswith(hedge)), Hedge.EXACTLY)
        yield from (Quantity(low=number, high=None, hedge=hedge) for number in sorted(numeral.readings))


def is_borne_out(line: Evidence, archived: Known) -> bool:
    """Whether the archived text of a line's source has its number, so that the fault must lie elsewhere."""
    return line.saying.value is not None and line.saying.value.low.normalize() in archived.get(line.source, frozenset())
