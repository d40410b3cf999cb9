"""A page of the built site as a PDF: the whole dossier, or one page, typeset by a process of its own.

The site is built, a page of it is typeset from the files that the build wrote and from nothing else, and the site is
built again with the PDF among its files and the links that lead to it. So a PDF is put in place as a page is: whole.
"""

import tempfile
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from dossier import pipeline, urls
from dossier.model.naming import nearest
from dossier.model.printed import Printed
from dossier.model.run import Options, Report
from dossier.pdf.job import Job, Step
from dossier.pdf.press import Press
from dossier.problems import DossierError
from dossier.write import manifest

__all__ = ["Made", "Progress", "Step", "make"]

Progress = Callable[[Step, int], None]

# A-2 lets a file carry other PDF/A files only, so a PDF with the ledger's tables is A-3, which is A-2 in all else.
ARCHIVED, ARCHIVED_WITH_FILES = "pdf/a-2a", "pdf/a-3a"


class Made(Struct, frozen=True, kw_only=True):
    """What came of it: the build's report, the PDF where the content held, and what the typesetter complained of."""

    report: Report
    file: Path | None = None
    pages: int = 0
    size: int = 0
    warnings: tuple[str, ...] = ()


def make(project: Path, options: Options, *, page: str | None, progress: Progress) -> Made:
    """The site with one of its pages, or the whole dossier, as a PDF in it.

    Raises:
        DossierError: when the extra or a library is missing, no page is of that name, or the site cannot be built.
    """
    with Press() as press:
        press.ready()
        progress(Step.BUILDING, 0)
        report = pipeline.build(project, options)
        if report.output is None:
            return Made(report=report)
        url = found(page, report.output)
        with tempfile.TemporaryDirectory(prefix="dossier-pdf-") as folder:
            outcome = press.printed(job_of(url, report.output, Path(folder), options), progress)
            printed = Printed(
                url=urls.pdf(url),
                pages=outcome.pages,
                made_from=outcome.made_from,
                data=(Path(folder) / "printed.pdf").read_bytes(),
            )
    report = pipeline.build(project, options, printed=printed)
    if report.output is not None and printed.url in report.outdated:
        raise DossierError("the content changed while it was printed; run `dossier pdf` again")
    return Made(
        report=report,
        file=report.output / printed.url if report.output else None,
        pages=printed.pages,
        size=len(printed.data),
        warnings=outcome.warnings,
    )


def job_of(url: str, site: Path, folder: Path, options: Options) -> Job:
    """What the press is to do; the whole dossier takes the ledger's tables with it."""
    files = listed(site)
    tables = [file for file in files if file.startswith("data/") and file.endswith((".csv", "schema.json"))]
    attached = tuple(tables) if url == urls.PRINT else ()
    return Job(
        site=str(site.resolve()),
        page=url,
        files=tuple(files),
        attached=attached,
        variant=ARCHIVED_WITH_FILES if attached else ARCHIVED,
        day=options.today.isoformat(),
        to=str(folder / "printed.pdf"),
    )


def found(page: str | None, site: Path) -> str:
    """The address of the page that is meant, with or without its ending; without a name the whole dossier."""
    pages = [file for file in listed(site) if file.endswith(".html")]
    if page is None:
        if urls.PRINT not in pages:
            raise DossierError(f"{site} has no {urls.PRINT}, so there is nothing to print")
        return urls.PRINT
    name = page.strip("/")
    for url in (name, f"{name}.html", f"{name}/index.html"):
        if url in pages:
            return url
    help = nearest(name, [url.removesuffix(".html") for url in pages]) or "a page is named as in its address"
    raise DossierError(f"the site has no page `{page}`; {help}")


def listed(site: Path) -> list[str]:
    """Every file that builds wrote into this site."""
    return sorted(manifest.listed(site) or ())
