"""The command ``dossier``, installed or as ``python -m dossier``: a build that changes nothing is over at once."""

from dossier.again import repeated


def main() -> None:
    """Runs the command."""
    if not repeated():
        from dossier.cli import main as run  # here, since it loads all the rest

        run()


if __name__ == "__main__":
    main()
