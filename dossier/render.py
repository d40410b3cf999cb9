"""From the plan to bytes: each page by its template, each data file by its maker, one at a time, in any process."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property
from typing import Generic, TypeVar

from msgspec import Struct

from dossier import templates, wording
from dossier.model.site import File, Planned, Task
from dossier.problems import Problem, in_order
from dossier.templates import Look
from dossier.tracing import Watch

View = TypeVar("View")


class Ingredients(Struct, frozen=True, kw_only=True):
    """What a look is made of: the packaged templates and the project's own, by name, and a language.

    ``compiled`` is where this machine keeps templates that it has compiled.
    """

    theme: Mapping[str, str]
    own: Mapping[str, str]
    language: str
    compiled: templates.Shelf | None = None


class Work(Struct, frozen=True, kw_only=True, dict=True):
    """The tasks of a site, what the look of their pages is made of, and the watch that notes what they read.

    ``put`` is what becomes of a finished file, by its address.
    """

    tasks: tuple[Task, ...]
    of: Ingredients
    watch: Watch
    put: Callable[[str, bytes], File] = File.of

    @cached_property
    def look(self) -> Look:
        """The look, ready; each process that has a part in the work makes its own."""
        words = wording.words(self.of.language)
        return templates.look(theme=self.of.theme, own=self.of.own, words=words, compiled=self.of.compiled)


class Made(Struct, frozen=True, kw_only=True):
    """What came of a task: its files, where the problems of each are told, and what it read on the way."""

    name: str
    files: tuple[File, ...]
    told: Mapping[str, str]
    problems: tuple[Problem, ...]
    read: frozenset[str]


class Maker(Struct, Generic[View], frozen=True, kw_only=True):
    """What makes a file of one kind of view."""

    of: type[View]
    make: Callable[[View], bytes]

    def __call__(self, view: object) -> bytes:
        """The bytes of a view.

        Raises:
            TypeError: when the plan gave this maker a view of another kind.
        """
        if not isinstance(view, self.of):
            raise TypeError(f"a {self.of.__name__} is wanted here, and this is a {type(view).__name__}")
        return self.make(view)


@cache
def makers() -> Mapping[str, Callable[[object], bytes]]:
    """Every maker of a file by its name in the plan; they are loaded by the first that is asked for."""
    from dossier.bibliography import Bibliography
    from dossier.bibliography.bibtex import as_bibtex
    from dossier.bibliography.csl import as_csl
    from dossier.bibliography.ris import as_ris
    from dossier.crawlers import Sitemap, Welcome, as_robots, as_sitemap
    from dossier.feeds import Feed, as_atom
    from dossier.search import Script, as_script
    from dossier.tables import Document, Ledger, Table
    from dossier.tables.database import as_sqlite
    from dossier.tables.document import as_json
    from dossier.tables.schema import as_schema
    from dossier.tables.sheet import as_csv

    return {
        "json": Maker(of=Document, make=as_json),
        "csv": Maker(of=Table, make=as_csv),
        "schema": Maker(of=Ledger, make=as_schema),
        "sqlite": Maker(of=Ledger, make=as_sqlite),
        "csl": Maker(of=Bibliography, make=as_csl),
        "bibtex": Maker(of=Bibliography, make=as_bibtex),
        "ris": Maker(of=Bibliography, make=as_ris),
        "atom": Maker(of=Feed, make=as_atom),
        "sitemap": Maker(of=Sitemap, make=as_sitemap),
        "robots": Maker(of=Welcome, make=as_robots),
        "search": Maker(of=Script, make=as_script),
    }


def part(work: Work, numbers: Iterable[int]) -> tuple[Made, ...]:
    """Some tasks done, by their numbers, in any process; a page whose template is at fault is left out and told."""
    return tuple(made(work.tasks[number], work) for number in numbers)


def made(task: Task, work: Work) -> Made:
    """One task done."""
    work.watch.taken()
    outcomes = [(page, made_of(page, work.look)) for page in task.planned]
    if task.key:
        work.watch.read.add(str(task.key))
    return Made(
        name=task.name,
        files=tuple(work.put(page.url, outcome) for page, outcome in outcomes if isinstance(outcome, bytes)),
        told={page.url: page.told for page, _ in outcomes},
        problems=in_order(outcome for _, outcome in outcomes if isinstance(outcome, Problem)),
        read=work.watch.taken(),
    )


def made_of(page: Planned, look: Look) -> bytes | Problem:
    """One page's bytes: a file by its maker, anything else by its template, which draws a picture as SVG."""
    if "." not in page.maker:  # as every template has in its name
        return makers()[page.maker](page.view)
    text = look.render(page.maker, page.view)
    if isinstance(text, Problem):
        return text
    if page.maker.endswith(".svg"):
        from dossier.drawing import as_png

        return as_png(text)
    return text.encode("utf-8")
