"""Where a site goes."""

from pathlib import Path

from dossier.model.run import Options
from dossier.problems import DossierError

PREVIEW = Path(".dossier") / "preview"


def destination(project: Path, options: Options) -> Path:
    """The output folder: the one asked for, else ``build``; with drafts the preview, which is never published."""
    published = project / "build"
    if not options.drafts:
        return options.output or published
    if options.output and options.output.resolve() == published.resolve():
        raise DossierError(f"drafts are never built into {published}; leave --output out, or name another folder")
    return options.output or project / PREVIEW
