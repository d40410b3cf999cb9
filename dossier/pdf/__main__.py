"""The process that typesets: it says whether it can, reads one job from standard input, and tells how it goes."""

import logging
import re
import signal
import sys

from dossier.pdf import job
from dossier.pdf.job import At, Missing, Ready, Step, Told

STEP = re.compile(r"Step (\d)(?:.* - Page (\d+))?")


def main() -> None:
    """Runs one job."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # at a terminal it comes to both; the command ends us
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # a command that is no more wants no pages
    missing = unloadable()
    say(missing or Ready())
    line = "" if missing else sys.stdin.readline()
    if line:
        from dossier.pdf import typesetting

        logging.getLogger("weasyprint.progress").addHandler(Progress())
        logging.getLogger("weasyprint.progress").setLevel(logging.INFO)
        say(typesetting.typeset(job.job_from(line)))


def unloadable() -> Missing | None:
    """What the typesetter cannot be loaded without, if anything."""
    try:
        import pikepdf  # noqa: F401  # here, since this is the first moment at which somebody can be told
        import weasyprint  # noqa: F401
    except ImportError as error:
        return Missing(extra=True, reason=str(error))
    except OSError as error:
        return Missing(extra=False, reason=first_line(error))
    return None


def first_line(error: OSError) -> str:
    """What a loader says, without its advice."""
    return (str(error).splitlines() or ["no reason given"])[0]


def say(told: Told) -> None:
    """Tells the command something."""
    sys.stdout.write(job.as_line(told))
    sys.stdout.flush()


class Progress(logging.Handler):
    """Tells the command how far the typesetter says that it is."""

    def emit(self, record: logging.LogRecord) -> None:
        """One step, or one page."""
        found = STEP.match(record.getMessage())
        if found:
            say(At(step=step(int(found[1])).value, page=int(found[2] or 0)))


def step(number: int) -> Step:
    """The step as people think of it."""
    return Step.READING if number < 5 else Step.SETTING if number == 5 else Step.WRITING


if __name__ == "__main__":
    main()
