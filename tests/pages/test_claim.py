"""Claims as readers see them: in the ledger, and once what was expected is overdue."""

from datetime import date

from dossier import Options, wording
from dossier.model.key import ClaimId
from dossier.pages import claim
from dossier.pages.cards import claim_card
from dossier.pages.desk import Desk
from dossier.pipeline.survey import surveyed
from tests.conftest import A_DAY, Project

AP = "---\nname: Associated Press\nkind: outlet\n---\n"
PROMISE = """\
---
claim: The troops leave by March.
number: 1
section: deployments
expects: {what: they leave, by: 2025-03-31}
---
"""
SOURCE = """\
---
title: T
publisher: unknown
author: unknown
published: 2025-03-02
kind: article
says:
  - {claim: promise, stance: %s, basis: outlet, as_of: %s, via: [%s]}
---
"""


def desk(project: Project, today: date) -> Desk:
    files = {
        "claims/promise": PROMISE,
        "entities/ap": AP,
        "entities/cnn": AP.replace("Associated Press", "CNN"),
        "sources/one": SOURCE % ("supports", "2025-03-01", "ap"),
        "sources/two": SOURCE % ("qualifies", "2025-03-02", "ap"),
        "sources/three": SOURCE % ("disputes", "2025-03-02", "cnn"),
    }
    folder = project({f"content/{path}.md": text for path, text in files.items()})
    dossier = surveyed(folder, Options(today=A_DAY)).dossier
    assert dossier is not None
    return Desk(dossier=dossier, words=wording.words("en"), day=today)


def test_the_ledger_has_the_latest_day_and_the_number_of_independent_origins(project: Project) -> None:
    view = claim.ledger(desk(project, A_DAY)).view
    assert isinstance(view, claim.LedgerView)
    (line,) = view.lines
    assert (line.card.latest, line.origins) == ("2 March 2025", "1")


def test_readers_see_what_was_expected_and_not_followed_up_once_its_day_has_passed(project: Project) -> None:
    before, after = (desk(project, day) for day in (date(2025, 3, 31), date(2025, 4, 1)))
    promise = before.dossier.claims[ClaimId("promise")]
    assert claim_card(promise, before).left_open == ""
    assert claim_card(promise, after).left_open == "expected then; not updated since"
