"""Events whose day the evidence of their claims narrowly misses."""

from collections.abc import Iterator
from datetime import date, timedelta

from dossier.model.dossier import Dossier
from dossier.model.event import Event
from dossier.problems import Problem

# A slip of the pen is a few days off; evidence weeks later looks back on the event, as a count of deaths does.
NEAR = timedelta(days=7)


def problems(dossier: Dossier) -> Iterator[Problem]:
    """A warning for each event on a day of which no evidence of its claims speaks, though it speaks of one close by.

    Evidence that is all earlier than the event is told however far off it is. Only days known for certain count.
    """
    for event in dossier.events.values():
        days = evidence_days(event, dossier)
        if event.date and event.date.is_one_day and days and is_missed(event.date.earliest, days):
            told = ", ".join(day.isoformat() for day in sorted(days))
            yield Problem(
                code="day-mismatch",
                place=event.filed.at("date"),
                message=f"the evidence of its claims speaks of {told}, and of no {event.date.text}",
                help="mend the day here or in the sources, or name the claim that tells of this day",
            )


def evidence_days(event: Event, dossier: Dossier) -> frozenset[date]:
    """The days, known for certain, of which the evidence of an event's claims speaks."""
    lines = (line for claim in event.claims for line in dossier.evidence.get(claim, ()))
    days = (line.saying.as_of for line in lines)
    return frozenset(day.earliest for day in days if day and day.is_one_day)


def is_missed(day: date, days: frozenset[date]) -> bool:
    """Whether an event's day is none of these, and close to one or after them all."""
    return day not in days and (max(days) < day or min(abs(each - day) for each in days) <= NEAR)
