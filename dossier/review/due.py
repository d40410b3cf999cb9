"""What was to be looked at, or to happen, by now."""

from collections.abc import Iterator
from datetime import date

from dossier.model.claim import Claim
from dossier.model.dossier import Dossier
from dossier.model.page import Page
from dossier.problems import Problem


def problems(dossier: Dossier, today: date) -> Iterator[Problem]:
    """Every review that is overdue, and every expectation that was left open, as of a day."""
    for record in dossier.records.values():
        if isinstance(record, Claim | Page):
            yield from overdue(record, today)
    for claim in dossier.claims.values():
        yield from left_open(claim, today)
        yield from unmarked(claim)


def overdue(record: Claim | Page, today: date) -> Iterator[Problem]:
    """A record that its editors meant to look at again."""
    if record.review_by and record.review_by.reach.last < today:
        yield Problem(
            code="review-overdue",
            place=record.filed.at("review_by"),
            message=f"this was to be looked at again by {record.review_by.text}",
            help="see whether it still holds, and give the next day on which you mean to look",
        )


def left_open(claim: Claim, today: date) -> Iterator[Problem]:
    """An expectation whose day has passed."""
    if claim.is_overdue(today) and claim.expects and claim.expects.by:
        yield Problem(
            code="expectation-open",
            place=claim.filed.at("expects", "by"),
            message=f"{claim.label} expected something by {claim.expects.by.text}, and no `outcome` tells what came",
            help="add `outcome:` once you know; until then readers see that it has not been updated",
        )


def unmarked(claim: Claim) -> Iterator[Problem]:
    """A statement that speaks of what is to come, and says so nowhere else."""
    if claim.forecast and not claim.is_followed_up:
        yield Problem(
            code="expectation-open",
            place=claim.filed.at("claim"),
            message=f"{claim.label} speaks of what is to come (“{claim.forecast}”) without `expects`",
            help="add `expects: {what: …, by: …}`, and later its `outcome`",
        )
