"""What the words of a command mean: the day, the folder of the dossier, and how much is to be said."""

import os
from datetime import UTC, date, datetime
from pathlib import Path

from msgspec import Struct

from dossier import again
from dossier.model.run import Options
from dossier.problems import DossierError


class Telling(Struct, frozen=True, kw_only=True):
    """How findings are told: in which form, and how much beside them."""

    form: str = "text"
    quiet: bool = False
    verbose: bool = False


class Wish(Struct, frozen=True, kw_only=True):
    """A run over a project that is wished for, and how it is told of."""

    project: Path
    options: Options
    how: Telling

    @property
    def meaning(self) -> again.Meaning:
        """The same in plain values, for the next time that the same words are typed."""
        project, options, how = self.project, self.options, self.how
        output = os.fspath(options.output) if options.output else ""
        told = (how.form, how.quiet, how.verbose)
        return (os.fspath(project), output, options.today.isoformat(), options.drafts, options.strict, *told)


def wished(meaning: again.Meaning) -> Wish:
    """What was wished for when the same words were typed before."""
    project, output, today, drafts, strict, form, quiet, verbose = meaning
    return Wish(
        project=Path(project),
        options=Options(
            today=date.fromisoformat(today), output=Path(output) if output else None, drafts=drafts, strict=strict
        ),
        how=Telling(form=form, quiet=quiet, verbose=verbose),
    )


def today(asked: date | None) -> date:
    """The day a run takes for today: as asked, else SOURCE_DATE_EPOCH (reproducible-builds.org), else the clock.

    Raises:
        DossierError: when SOURCE_DATE_EPOCH is no number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if asked or not epoch:
        return asked or datetime.now(tz=UTC).astimezone().date()
    try:
        return datetime.fromtimestamp(int(epoch), tz=UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise DossierError(f"SOURCE_DATE_EPOCH is {epoch!r}; it is a whole number of seconds since 1970") from error


def found(project: Path | None) -> Path:
    """The folder of the dossier that is meant: the one named, else the nearest at or above the working folder."""
    from dossier import read

    if project is None:
        return read.find(working_folder())
    folder = read.find(project)
    if folder != project.resolve():
        raise DossierError(f"{project} holds no content/dossier.yml itself; did you mean --project {folder}?")
    return folder


def working_folder() -> Path:
    """The folder the person stands in.

    Raises:
        DossierError: when it has been deleted.
    """
    try:
        return Path.cwd()
    except OSError as error:
        raise DossierError("the folder you stand in is gone; change to another, or name one with --project") from error
