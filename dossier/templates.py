"""Jinja: templates checked before a page is made, and pages made from finished views; no fault leaves as an exception.

A project's own template wins over the packaged one of its name, and ``theme/NAME`` always reaches the packaged one, so
that an own ``claim.html`` can extend ``theme/claim.html``.
"""

import marshal
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from functools import lru_cache
from typing import Protocol

import jinja2
from jinja2 import (
    BytecodeCache,
    Environment,
    FunctionLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    nodes,
)
from jinja2.bccache import Bucket
from markupsafe import Markup
from msgspec import Struct

from dossier.model.naming import nearest
from dossier.model.prose import Html
from dossier.problems import Place, Problem

PACKAGED = "theme/"
PARTIALS = "partials/"
Macro = Callable[..., str]
CARDS = 10_000  # that are kept as they were made, some 10 MB of text; neighbouring pages use the same ones
MADE_BY = f"{sys.implementation.cache_tag}, Jinja {jinja2.__version__}"
IN_SCRIPT = {ord(char): f"\\u{ord(char):04x}" for char in "<>&"}
LEADING = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)


class Worded(Protocol):
    """The words of a language, with those of the pages themselves."""

    @property
    def labels(self) -> object:
        """The words that stand on pages but in no record."""


class Frame(Protocol):
    """What stands round a page's own view."""

    @property
    def around(self) -> object:
        """What is the same on all pages of a folder: it is one object."""


class Framed(Protocol):
    """The view of a page."""

    @property
    def frame(self) -> Frame:
        """What stands round it."""


class Template(Struct, frozen=True, kw_only=True):
    """One template: the path by which its author knows it, and its text."""

    path: str
    text: str


class Asked(Struct, frozen=True, kw_only=True):
    """A template named within another, with the line that names it."""

    name: str
    line: int


class Look(Struct, frozen=True, kw_only=True):
    """Every template, ready to make pages in one language."""

    environment: Environment
    paths: frozenset[str]

    def render(self, name: str, view: object) -> str | Problem:
        """The page that a template makes of a view, or where the template is at fault."""
        try:
            return self.environment.get_template(name).render(view=view)
        except TemplateSyntaxError as error:
            return malformed(error)
        except Exception as error:  # a template is code: whatever it does wrong is told at its line
            return failed(error, name, self.paths)


class Shelf(Protocol):
    """Where compiled templates are kept, if they are; it answers with nothing that somebody else put there."""

    def get(self, name: str) -> bytes | None:
        """What is kept under a name."""

    def put(self, name: str, data: bytes) -> None:
        """Keeps bytes under a name."""


class Ready:
    """The packaged templates as they were compiled when the package was built, over what else is kept.

    What another Python or another Jinja compiled is as good as nothing.
    """

    def __init__(self, pack: bytes, further: Shelf | None = None) -> None:
        self.further = further
        self.made: dict[str, bytes] = {}
        if pack:
            made_by, made = marshal.loads(pack)
            self.made = made if made_by == MADE_BY else {}

    def get(self, name: str) -> bytes | None:
        """What is kept under a name."""
        return self.made.get(name) or (self.further.get(name) if self.further else None)

    def put(self, name: str, data: bytes) -> None:
        """Keeps bytes under a name, beside the packaged ones."""
        if self.further:
            self.further.put(name, data)


class Pack:
    """A shelf that becomes the bytes that ``Ready`` is made of."""

    def __init__(self) -> None:
        self.made: dict[str, bytes] = {}

    def get(self, name: str) -> bytes | None:
        """What is kept under a name."""
        return self.made.get(name)

    def put(self, name: str, data: bytes) -> None:
        """Keeps bytes under a name."""
        self.made[name] = data

    def packed(self) -> bytes:
        """All of it, with what it was made by."""
        return marshal.dumps((MADE_BY, self.made))


class Compiled(BytecodeCache):
    """Templates compiled before; Jinja itself looks whether they are those of the same text."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fills a bucket with what was kept."""
        data = self.shelf.get(f"templates/{bucket.key}")
        if data:
            bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps what is in a bucket."""
        self.shelf.put(f"templates/{bucket.key}", bucket.bytecode_to_string())


def look(*, theme: Mapping[str, str], own: Mapping[str, str], words: Worded, compiled: Shelf | None = None) -> Look:
    """The look made of the packaged templates and a project's own, by name, in the words of a language.

    Templates are ``compiled`` once, if there is somewhere to keep them.
    """
    templates = shelf(theme, own)
    environment = jinja(templates)
    environment.bytecode_cache = Compiled(compiled) if compiled else None
    environment.globals.update(words=words, labels=words.labels, once=lru_cache(maxsize=CARDS)(shown))
    environment.globals.update(framed=framing if any(name.startswith(PARTIALS) for name in own) else framed())
    return Look(environment=environment, paths=frozenset(template.path for template in templates.values()))


def packed(theme: Mapping[str, str]) -> bytes:
    """The packaged templates compiled, for builds by the same Python and the same Jinja."""
    pack = Pack()
    environment = jinja(shelf(theme, {}))
    environment.bytecode_cache = Compiled(pack)
    for name in theme:
        environment.get_template(name)
    return pack.packed()


def shown(macro: Callable[[object], str], card: object) -> str:
    """What a macro makes of a card; many pages show the same ones."""
    return macro(card)


def framing(macro: Macro, view: Framed) -> str:
    """What a macro makes of the frame of a page."""
    return macro(view.frame, view)


def framed() -> Macro:
    """What a macro makes of the frames of a folder, made for the first of its pages.

    That holds for the packaged partials. A project's own may show anything of a page.
    """
    made: dict[tuple[Macro, object], str] = {}

    def shown(macro: Macro, view: Framed) -> str:
        key = (macro, view.frame.around)
        if key not in made:
            made[key] = framing(macro, view)
        return made[key]

    return shown


def check(theme: Mapping[str, str], own: Mapping[str, str]) -> tuple[Problem, ...]:
    """What is wrong with the templates by themselves: their syntax, a template that is not there, a circle."""
    templates = shelf(theme, own)
    environment = jinja(templates)
    leading: dict[str, tuple[Asked, ...]] = {}
    problems: list[Problem] = []
    for name in distinct(templates):
        try:
            leading[name] = asked(environment, templates[name])
        except TemplateSyntaxError as error:
            problems.append(malformed(error))
    for name, asks in leading.items():
        problems += [absent(one, templates[name], templates) for one in asks if one.name not in templates]
        problems += [circle(one, templates[name]) for one in asks if name in led_to(one.name, leading)]
    return tuple(dict.fromkeys(problems))


def shelf(theme: Mapping[str, str], own: Mapping[str, str]) -> dict[str, Template]:
    """The template behind each name that another can ask for."""
    packaged = {name: Template(path=f"theme/{name}", text=text) for name, text in theme.items()}
    owned = {name: Template(path=f"templates/{name}", text=text) for name, text in own.items()}
    return packaged | owned | {f"{PACKAGED}{name}": template for name, template in packaged.items()}


def distinct(templates: Mapping[str, Template]) -> Iterator[str]:
    """The names without those that ``theme/`` gives to a template already met."""
    for name, template in templates.items():
        if template is not templates.get(name.removeprefix(PACKAGED)) or not name.startswith(PACKAGED):
            yield name


def jinja(templates: Mapping[str, Template]) -> Environment:
    """Jinja as this program uses it: everything escaped, nothing missing in silence, each template read once."""
    environment = Globals(
        loader=FunctionLoader(lambda name: source(templates.get(name))),
        autoescape=True,
        undefined=NotInView,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
    )
    environment.filters["prose"] = prose
    environment.filters["data"] = data
    return environment


class Globals(Environment):
    """Jinja with one dictionary of what every template knows; its own is a chain, slow to ask for each page."""

    def make_globals(self, d: MutableMapping[str, object] | None) -> MutableMapping[str, object]:
        """What a template knows besides what it is given."""
        return {**self.globals, **d} if d else self.globals


def source(template: Template | None) -> tuple[str, str, Callable[[], bool]] | None:
    """A template as Jinja loads it: its path goes into the frames of an error, where ``failed`` finds it again."""
    return (template.text, template.path, lambda: True) if template else None


class NotInView(StrictUndefined):
    """Something that a template asks for and its view does not hold; it may not even be printed."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        holder = self._undefined_obj
        if not isinstance(holder, Struct):
            return str(super()._undefined_message)
        hint = nearest(str(self._undefined_name), holder.__struct_fields__)
        return "; ".join(part for part in (f"`{self._undefined_name}` is not in the view", hint) if part)


def prose(value: object) -> Markup:
    """Finished HTML, printed as it is; the only way past escaping."""
    if isinstance(value, Html):
        return Markup(value)
    raise TypeError(f"only finished HTML goes through `prose`, and this is of type {type(value).__name__}")


def data(value: object) -> Markup:
    """JSON as it may stand within a script element, where no character is escaped as HTML has it.

    These characters stand in strings alone, where JSON has its own way to write them.
    """
    if isinstance(value, str):
        return Markup(value.translate(IN_SCRIPT))
    raise TypeError(f"only the text of JSON goes through `data`, and this is of type {type(value).__name__}")


def asked(environment: Environment, template: Template) -> tuple[Asked, ...]:
    """The templates that one leads to, as far as they are written out.

    Raises:
        TemplateSyntaxError: when the template is not one.
    """
    tree = environment.parse(template.text, filename=template.path)
    found = tuple(one for node in tree.find_all(LEADING) for one in named_in(node))
    if template.path.startswith("templates/"):  # a project's own: the packaged ones prove themselves on every build
        environment.compile(tree, filename=template.path)  # finds filters that do not exist; it may change the tree
    return found


def named_in(node: nodes.Node) -> Iterator[Asked]:
    """The template that a statement names; one that may be missing, or is worked out, is not asked for."""
    if isinstance(node, nodes.Include) and node.ignore_missing:
        return
    _, template = next(iter(node.iter_fields(only=["template"])))
    if isinstance(template, nodes.Const) and isinstance(template.value, str):
        yield Asked(name=template.value, line=node.lineno)


def led_to(start: str, leading: Mapping[str, tuple[Asked, ...]]) -> set[str]:
    """A template and all that it leads to, at once or through others."""
    found: set[str] = set()
    ahead = [start]
    while ahead:
        name = ahead.pop()
        if name not in found:
            found.add(name)
            ahead += [one.name for one in leading.get(name, ())]
    return found


def malformed(error: TemplateSyntaxError) -> Problem:
    """A template that cannot be read."""
    return bad_template(error.filename or str(error.name), error.lineno, error.message or "this is no template")


def absent(one: Asked, by: Template, templates: Iterable[str]) -> Problem:
    """A template that is asked for and not there."""
    return bad_template(by.path, one.line, f"there is no template `{one.name}`", help=nearest(one.name, templates))


def circle(one: Asked, by: Template) -> Problem:
    """A template that leads to itself, and so would never end."""
    help = f"to build on the packaged one, name it `{PACKAGED}{one.name}`" if by.path.startswith("templates/") else ""
    return bad_template(by.path, one.line, f"`{one.name}` leads back to this template", help=help)


def failed(error: Exception, name: str, paths: frozenset[str]) -> Problem:
    """A template that went wrong while it made a page: the last of its lines that was reached, and why."""
    path, line = next(reversed(list(reached(error, paths))), (name, 1))
    if isinstance(error, TemplateNotFound):
        return bad_template(path, line, f"there is no template `{error.name}`")
    if isinstance(error, RecursionError):
        return bad_template(path, line, "this template leads back to itself and would never end")
    return bad_template(path, line, str(error) or type(error).__name__)


def reached(error: Exception, paths: frozenset[str]) -> Iterator[tuple[str, int]]:
    """The template lines on the way to an error; past the last of them are only libraries."""
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename in paths:
            yield trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next


def bad_template(path: str, line: int, message: str, *, help: str = "") -> Problem:
    """The one code for all that is wrong with a template."""
    return Problem(code="bad-template", place=Place(path=path, line=line), message=message, help=help)
