"""From the plan to bytes: each page by its template, one at a time, in any process."""

from collections.abc import Iterable
from dataclasses import dataclass

from dossier import tables
from dossier.model.site import Planned
from dossier.problems import Problem, in_order
from dossier.tables import Table
from dossier.templates import Look


@dataclass(frozen=True, kw_only=True)
class Rendered:
    """Each page's address and bytes, and every fault of a template."""

    pages: tuple[tuple[str, bytes], ...]
    problems: tuple[Problem, ...]


def pages(planned: Iterable[Planned], look: Look) -> Rendered:
    """All pages in the order of the plan; those whose template is at fault are left out and told."""
    made: list[tuple[str, bytes]] = []
    problems: list[Problem] = []
    for page in planned:
        data = made_of(page, look)
        if isinstance(data, Problem):
            problems.append(data)
        else:
            made.append((page.url, data))
    return Rendered(pages=tuple(made), problems=in_order(problems))


def made_of(page: Planned, look: Look) -> bytes | Problem:
    """One page's bytes: a table by its format, anything else by its template."""
    if isinstance(page.view, Table):
        return tables.as_csv(page.view) if page.maker == "csv" else tables.as_json(page.view)
    html = look.render(page.maker, page.view)
    return html if isinstance(html, Problem) else html.encode("utf-8")
