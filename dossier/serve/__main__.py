"""The process that builds for the preview, started once, so that what it has loaded and learnt stays in its memory."""

import gc
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from dossier.model.run import Report
from dossier.problems import DossierError
from dossier.serve import message
from dossier.serve.message import Answer, Job, Refused

if TYPE_CHECKING:
    from dossier import pipeline


def main() -> None:
    """Builds whatever it is asked to, until nobody is left to ask."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # at a terminal it comes to both; the server ends us
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit())  # so that what was half written is cleared away
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # a server that is no more wants no answer
    answers, workshops = own_answers(), Workshops()
    gc.disable()  # in a build it finds nothing and takes a tenth of the time
    is_first = True
    while (job := message.job(sys.stdin.buffer)) is not None:
        answers.write(message.framed(answered(job, workshops)))
        answers.flush()
        tidy(is_first=is_first)
        is_first = False


def own_answers() -> BinaryIO:
    """The pipe for answers, for us alone: what anything else prints goes to standard error."""
    pipe = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return pipe


def answered(job: Job, workshops: "Workshops") -> Answer:
    """What a build comes to; that it cannot run is an answer too."""
    try:
        return built(job, workshops)
    except DossierError as error:
        return Refused(reason=str(error))


class Workshops(dict[Path, "pipeline.Workshop"]):
    """Where each project is built; what one build learns stays for the next."""

    def __missing__(self, project: Path) -> "pipeline.Workshop":
        from dossier import pipeline

        return self.setdefault(project, pipeline.workshop(project, is_warm=True))


def built(job: Job, workshops: Workshops) -> Report:
    """The one build."""
    from dossier import pipeline

    return pipeline.build(job.project, job.options, workshops[job.project])


def tidy(*, is_first: bool) -> None:
    """Looks for garbage while nobody waits; what the first build has loaded is never looked through again."""
    gc.collect()
    if is_first:
        gc.freeze()


if __name__ == "__main__":
    main()
