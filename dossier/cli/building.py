"""The command ``build``, once it is known what its words mean."""

import os
import time
from collections.abc import Callable

from msgspec.structs import replace

import dossier
from dossier import again
from dossier.cli import ending, waiting
from dossier.cli.given import Wish


def run(wish: Wish, visit: again.Visit | None, scheduler: str = "", *, profile: bool = False) -> None:
    """Makes the site and says what came of it; a ``profile`` tells how long each stage took.

    ``visit`` may be the very build, or one of another project.

    Raises:
        SystemExit: where the content has errors.
        DossierError: when the program cannot do it.
    """
    begun = time.perf_counter()
    clock = waiting.Clock()
    if visit is None or visit.project != os.path.realpath(wish.project):
        visit = again.Visit(wish.project)
    with waiting.shown(waiting.Paced, quiet=wish.how.quiet) as progress:
        told_of = both(clock.told, progress)
        report = dossier.build(wish.project, wish.options, scheduler=scheduler, progress=told_of, seen=visit.seen)
    if profile:
        again.say("", clock.table())
    elif report.is_clean and report.output:
        said = ending.words(replace(report, changed=0, outdated=()), wish.how, seconds=again.SECONDS)
        visit.keep(report.output, report.seal, said, () if scheduler else wish.meaning)
    ending.told(report, wish.how, seconds=time.perf_counter() - begun)


def both(*told: Callable[[str, int, int], None]) -> Callable[[str, int, int], None]:
    """Tells each of several."""

    def tell(stage: str, done: int, of: int) -> None:
        for one in told:
            one(stage, done, of)

    return tell
