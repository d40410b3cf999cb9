"""A build: of a few new words only what shows them is made; otherwise the whole is gone through, in ``whole``."""

from pathlib import Path

from dossier import write
from dossier.model.printed import Printed
from dossier.model.run import Options, Report
from dossier.pipeline import touching
from dossier.pipeline.where import PREVIEW, destination
from dossier.pipeline.workshop import ALONE, Workshop, workshop
from dossier.stood import Seen, looked

__all__ = ["ALONE", "PREVIEW", "Workshop", "build", "destination", "workshop"]


def build(
    project: Path,
    options: Options,
    workshop: Workshop = ALONE,
    *,
    printed: Printed | None = None,
    seen: Seen | None = None,
) -> Report:
    """The site of a project in its output folder, or, where the content does not hold, only the report why.

    Pages in print that stand there, or are ``printed`` just now, stay for as long as they tell what the site tells.
    ``seen`` is how the files stood a moment ago, where that is known.

    Raises:
        DossierError: when the project cannot be read, or the output folder is refused or cannot be written.
    """
    output = destination(project, options)
    write.refuse_dangerous(output, project)
    sheets = {sheet.url: sheet for sheet in (*write.printed(output), *((printed,) if printed else ()))}
    sight = touching.sight(seen or looked(project, workshop.values.store.moment())) if workshop.values else None
    if sight and not sheets and not workshop.cluster:
        touched = touching.build(project, output, options, workshop, sight)
        if touched:
            return touched
    from dossier.pipeline import whole  # here, since it loads all that a few new words do not need

    return whole.build(project, options, workshop, sheets, sight)
