"""The command ``dossier``, installed or as ``python -m dossier``: a build that changes nothing is over at once."""

import atexit
import gc
import os
import sys
from contextlib import suppress
from io import StringIO

from dossier.again import visit

FAILED = 1  # as Python says of a program that ended with a traceback, and click where nobody reads what it says
INTERRUPTED = 130  # 128 + SIGINT, as shells expect


def main() -> None:
    """Runs the command; to streams that are closed, or that nobody reads to their end, it speaks in vain."""
    sys.stdout, sys.stderr = (stream or StringIO() for stream in (sys.stdout, sys.stderr))
    end = End()
    atexit.register(end.come)  # before all others, so that it comes after them
    try:
        begun = visit()
        if begun:
            gc.disable()  # a build ends before garbage matters; to look for it takes 7 to 10 % of the time (measured)
        if not begun or not begun.is_repeated():
            from dossier.cli import main as run  # here, since it loads all the rest

            run(begun)
        end.code = 0
    except SystemExit as ended:
        end.code = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
        raise
    except KeyboardInterrupt:
        end.code = INTERRUPTED
    except BrokenPipeError:
        pass  # nobody is left to be told


class End:
    """The end of the process: memory goes back as a whole, since to take it apart takes a seventh of a short build."""

    code = FAILED

    def come(self) -> None:
        """Ends it, once all is said."""
        for stream in (sys.stdout, sys.stderr):
            with suppress(BrokenPipeError):
                stream.flush()
        os._exit(self.code)


if __name__ == "__main__":
    main()
