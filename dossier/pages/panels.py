"""Panels: a claim, a disagreement, a figure or the timeline, as it stands within another page."""

from msgspec import Struct

from dossier.model.key import ClaimId, MeasureId
from dossier.model.prose import Embed
from dossier.pages import figures
from dossier.pages.cards import ClaimCard, claim_card
from dossier.pages.desk import Desk
from dossier.pages.differences import Difference, difference
from dossier.pages.moments import Moment, moments


class Panel(Struct, frozen=True, kw_only=True):
    """One panel: the name of the partial that shows it, and what it shows."""

    partial: str
    claim: ClaimCard | None = None
    disagreement: Difference | None = None
    tiles: tuple[figures.Latest, ...] = ()
    events: tuple[Moment, ...] = ()


def panel(embed: Embed, desk: Desk) -> Panel:
    """The panel that an embed asks for."""
    match embed.kind:
        case "claim":
            return Panel(partial="claim-panel", claim=claim_card(desk.dossier.claims[ClaimId(embed.target)], desk))
        case "disagreement":
            shown = difference(desk.dossier.disagreements[embed.target], desk)
            return Panel(partial="disagreement-panel", disagreement=shown)
        case "figure":
            measure = desk.dossier.measures[MeasureId(embed.target)]
            return Panel(partial="figure-panel", tiles=figures.latest(measure, desk))
        case _:
            return Panel(partial="timeline-panel", events=moments(desk))
