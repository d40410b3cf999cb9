"""The command ``dossier``, installed or as ``python -m dossier``: a build that changes nothing is over at once."""

import sys
from io import StringIO

from dossier.again import repeated


def main() -> None:
    """Runs the command; to streams that are closed it speaks in vain."""
    sys.stdout, sys.stderr = (stream or StringIO() for stream in (sys.stdout, sys.stderr))
    if not repeated():
        from dossier.cli import main as run  # here, since it loads all the rest

        run()


if __name__ == "__main__":
    main()
