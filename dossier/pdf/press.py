"""The process that typesets, as the command sees it: started, asked, listened to, and ended whatever happens."""

import subprocess
import sys
from collections.abc import Callable
from types import TracebackType
from typing import Self

from dossier.pdf import job
from dossier.pdf.job import At, Job, Missing, Outcome, Ready, Step, Told
from dossier.problems import DossierError

PATIENCE = 3  # seconds between asking it to end and ending it

NO_EXTRA = "`dossier pdf` needs the extra `pdf`; run `pip install 'explainer-dossier[pdf]'` and `apt-get install {apt}`"
NO_PANGO = "`dossier pdf` needs Pango, which this machine lacks ({reason}); run `apt-get install {apt}`{pip}"
APT = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


class Press:
    """A process of its own for the typesetter, which takes much memory and gives none of it back."""

    def __enter__(self) -> Self:
        # -P: where the person stands is no place to import from.
        command = [sys.executable, "-P", "-m", "dossier.pdf"]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            if pipe:
                pipe.close()

    def ready(self) -> None:
        """Waits until the typesetter is loaded.

        Raises:
            DossierError: when the extra is not installed, or a library of the system is not.
        """
        match self.heard():
            case Ready():
                return
            case Missing(extra=True):
                raise DossierError(NO_EXTRA.format(apt=APT))
            case Missing(reason=reason):
                raise DossierError(NO_PANGO.format(reason=reason, apt=APT, pip=""))
            case other:
                raise TypeError(f"not what a press says first: {other}")

    def printed(self, asked: Job, progress: Callable[[Step, int], None]) -> Outcome:
        """Has a page typeset; every step is told on the way."""
        assert self.process.stdin
        self.process.stdin.write(job.as_line(asked))
        self.process.stdin.close()
        while True:
            match self.heard():
                case At(step=step, page=page):
                    progress(Step(step), page)
                case Outcome() as outcome:
                    return outcome
                case other:
                    raise TypeError(f"not what a press at work says: {other}")

    def heard(self) -> Told:
        """The next thing it says; that it ends instead is our fault or the machine's, and is shown."""
        assert self.process.stdout
        assert self.process.stderr
        line = self.process.stdout.readline()
        if line:
            return job.told(line)
        ended = self.process.wait()
        last = self.process.stderr.read().strip()
        raise DossierError(f"the process that sets the pages ended with {ended}{why(ended)}\n{last}".strip())


def why(ended: int) -> str:
    """What an exit code is likely to mean."""
    return "; the machine may have run out of memory" if ended == -9 else ""
