"""What a dossier publishes, frozen under a name, so that every later build is held to it."""

from pathlib import Path

from msgspec import Struct, structs

from dossier import parse, read, write
from dossier.model.edition import Edition, frozen, in_sequence
from dossier.model.run import Options, Report
from dossier.pipeline import whole
from dossier.pipeline.survey import Survey
from dossier.problems import DossierError


class Freeze(Struct, frozen=True, kw_only=True):
    """What came of it: the findings, and, where nothing stood in the way, the edition and its file."""

    report: Report
    edition: Edition | None = None
    file: Path | None = None


def freeze(project: Path, name: str, options: Options, *, replace: bool = False) -> Freeze:
    """The edition of this name, written to a file of its own, or, where the content does not hold, only why not.

    An edition that is replaced does not count for the check: what it published is taken back.

    Raises:
        DossierError: when no edition can be called so, it would not be the newest, or the disk refuses.
    """
    if not read.is_edition(name):
        raise DossierError(f"`{name}` cannot be the name of an edition; it has 1 to 40 of a-z, 0-9 and -")
    made = whole.prepared(project, structs.replace(options, without=name))
    survey = made.survey
    refuse_to_rewrite(name, survey, replace=replace)
    if survey.dossier is None or not made.report.is_clean:
        return Freeze(report=made.report)
    refuse_to_predate(survey, options)
    number = max((kept.number for kept in survey.editions), default=0) + 1
    edition = frozen(survey.dossier, name=name, number=number, date=options.today)
    return Freeze(report=made.report, edition=edition, file=write.edition(edition, project=project))


def refuse_to_rewrite(name: str, survey: Survey, *, replace: bool) -> None:
    """Raises DossierError where an edition of this name stands, unless it is the newest and may be replaced."""
    standing = survey.inputs.editions.get(name)
    if standing is None:
        return
    if not replace:
        raise DossierError(f"{standing.path} is there already; choose another name, or replace it with --replace")
    old = parse.edition(standing.text, path=standing.path).value
    newest = in_sequence((*survey.editions, old))[-1] if old else None
    if newest is not old and newest is not None:
        raise DossierError(f"the edition `{newest.name}` came after `{name}`; only the newest can be replaced")


def refuse_to_predate(survey: Survey, options: Options) -> None:
    """Raises DossierError where an edition is of a later day than today."""
    newest = survey.editions[-1] if survey.editions else None
    if newest and newest.date > options.today:
        raise DossierError(
            f"the edition `{newest.name}` is of {newest.date}, and a new one cannot be of {options.today}"
        )
