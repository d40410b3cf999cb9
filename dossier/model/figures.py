"""Which dated values of a measure a figure prints: decided once, for the pages and for the check that there are any."""

from collections.abc import Iterable, Mapping

from dossier.model.claim import Claim, Status
from dossier.model.date import Date
from dossier.model.dossier import Evidence
from dossier.model.key import ClaimId
from dossier.model.prose import FigureValue
from dossier.model.quantity import Quantity
from dossier.model.source import Stance


def chosen(
    figure: FigureValue, lines: Iterable[Evidence], claims: Mapping[ClaimId, Claim], covers: Date
) -> tuple[Evidence, ...]:
    """The lines that a figure prints, of those that give its measure a value; each value once, by its first source.

    Without a day, they are the newest in the period that the dossier ``covers``.
    """
    found = candidates(figure, lines, claims)
    return distinct(found) if figure.on else newest(found, covers)


def candidates(figure: FigureValue, lines: Iterable[Evidence], claims: Mapping[ClaimId, Claim]) -> tuple[Evidence, ...]:
    """The dated lines of which a figure may print some.

    A source that is named is taken at its word, whatever its stance. Without one, only lines count that support a
    claim which is not withdrawn; a day on which none does shows what there is.
    """
    found = tuple(line for line in lines if line.saying.as_of and figure.source in ("", line.source))
    standing = found if figure.source else tuple(line for line in found if counts(line, claims))
    return of_day(standing, figure.on) or of_day(found, figure.on) if figure.on else standing


def counts(line: Evidence, claims: Mapping[ClaimId, Claim]) -> bool:
    """Whether a line may give the latest value: it supports a claim that is not withdrawn."""
    return line.saying.stance is Stance.SUPPORTS and claims[line.saying.claim].status is not Status.WITHDRAWN


def newest(lines: Iterable[Evidence], covers: Date) -> tuple[Evidence, ...]:
    """The lines of the newest day in a period, each value once; where no day lies in it, of the newest there is."""
    told = tuple(lines)
    days = [line.saying.as_of for line in told if line.saying.as_of]
    within = [day for day in days if day.earliest <= covers.latest]
    return distinct(of_day(told, max(within or days))) if days else ()


def of_day(lines: Iterable[Evidence], day: Date) -> tuple[Evidence, ...]:
    """The lines that speak of one day."""
    return tuple(line for line in lines if line.saying.as_of and line.saying.as_of.same_day(day))


def distinct(lines: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Each value once, by its first source."""
    first: dict[Quantity, Evidence] = {}
    for line in lines:
        if line.saying.value:
            first.setdefault(line.saying.value, line)
    return tuple(first.values())
