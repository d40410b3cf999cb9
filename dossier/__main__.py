"""``python -m dossier`` is the command ``dossier``."""

from dossier.cli import main

if __name__ == "__main__":
    main()
