"""Explainer dossiers: static sites in which every statement can be followed to its source.

``build``, ``check`` and ``verify`` are the commands of the same names: they answer with a report and print nothing.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dossier.model.run import Options, Report
    from dossier.stood import Seen

__all__ = ["Options", "Report", "build", "check", "verify"]


def __getattr__(name: str) -> object:
    """Loads what is only named where it is used."""
    if name in ("Options", "Report"):
        from dossier.model import run

        return getattr(run, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def build(
    project: "Path",
    options: "Options",
    *,
    scheduler: str = "",
    progress: "Callable[[str, int, int], None] | None" = None,
    seen: "Seen | None" = None,
) -> "Report":
    """The site of the project in this folder, or, where its content does not hold, the report why not.

    ``progress`` is told each stage, and where that is known how many of its files or pages are done, and of how many.
    ``seen`` is how the files stood a moment ago, where that is known.
    Pages are made by the workers of a Dask ``scheduler``, if an address is given.

    Raises:
        DossierError: when the project cannot be read, the output folder is refused or cannot be written, or nobody at
            the scheduler can make pages.
    """
    from dossier import pipeline  # here, so that naming the package does not load what only a build uses

    workshop = pipeline.workshop(project, progress=progress)
    return pipeline.build(project, options, workshop.helped(scheduler) if scheduler else workshop, seen=seen)


def check(project: "Path", options: "Options") -> "Report":
    """Everything that is wrong with the content and templates of the project in this folder; nothing is written.

    Raises:
        DossierError: when the project cannot be read.
    """
    from dossier import pipeline
    from dossier.pipeline import whole

    return whole.check(project, options, pipeline.workshop(project, is_sealed=True))


def verify(project: "Path", options: "Options") -> "Report":
    """What came of looking up every quotation; where all is in order it is kept in ``content/quotations.lock``.

    Raises:
        DossierError: when the project cannot be read, or the lock cannot be written.
    """
    from dossier.pipeline import whole

    return whole.verify(project, options)
