"""The command ``dossier``: words typed, one call, an exit code and printed lines."""

import os

from dossier import again
from dossier.problems import DossierError

COULD_NOT_RUN = 2


def main(visit: again.Visit | None = None) -> None:
    """Runs the command; what the program cannot do is told in one line, without a traceback.

    ``visit`` is the build that its words seem to mean. Where the same words were typed before, it is known what they
    mean, and what reads them is not loaded.

    Raises:
        SystemExit: with the exit code of a command that did not come to its end.
        KeyboardInterrupt: when the person wants no more of it.
    """
    # The search for plugins reads every installed package; none belongs here, and a start takes 45 ms less without.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        if visit and visit.meaning:
            from dossier.cli import building, given

            building.run(given.wished(visit.meaning), visit)
        else:
            from dossier.cli import commands

            commands.run(visit)
    except DossierError as error:
        again.say("", f"dossier: {error}\n")
        raise SystemExit(COULD_NOT_RUN) from None
