"""The house keeps its floors: who may import whom, which library lives where, and who may touch the outside world."""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "dossier"

# A room is a module or a folder of dossier/; it may import from itself and from the floors below.
FLOORS = {
    "__main__": 7,
    "cli": 6,
    "__init__": 5,
    "again": 5,
    "editions": 5,
    "importing": 5,
    "pdf": 5,
    "scaffold": 5,
    "serve": 5,
    "pipeline": 4,
    "link": 3,
    "pages": 3,
    "parse": 3,
    "plan": 3,
    "read": 3,
    "render": 3,
    "review": 3,
    "write": 3,
    "bibliography": 2,
    "cache": 2,
    "charts": 2,
    "crawlers": 2,
    "drawing": 2,
    "feeds": 2,
    "fonts": 2,
    "located": 2,
    "markup": 2,
    "quoting": 2,
    "search": 2,
    "tables": 2,
    "templates": 2,
    "tracing": 2,
    "wording": 2,
    "cluster": 1,
    "forking": 1,
    "model": 1,
    "rules": 1,
    "urls": 1,
    "problems": 0,
    "stood": 0,
}
SIDEWAYS = {
    ("plan", "pages"),  # the plan is the list of pages, and each kind of page is a file of its own
    ("urls", "model"),  # an address is made from a record's key
}
ONLY_FOR = {"cache": {"again", "pipeline"}}

# A library has one home, so that it can be replaced there, and is imported only when that room is used.
HOMES = {
    "babel": {"wording"},
    "click": {"cli"},
    "distributed": {"cluster"},
    "feedgenerator": {"feeds"},
    "fontTools": {"drawing", "fonts"},  # what widths its letters have, and what of them a site needs
    "font_source_sans_pro": {"drawing"},
    "font_source_serif_pro": {"drawing"},
    "jinja2": {"templates"},
    "livereload": {"serve"},
    "markdown": {"markup"},
    "markupsafe": {"markup", "templates"},
    "msgspec": set(FLOORS) - {"again"},  # what values are made of
    "nh3": {"markup"},
    "pikepdf": {"pdf"},
    "pydantic": {"parse"},
    "pydantic_core": {"parse"},
    "resvg_py": {"drawing"},
    "rich": {"cli"},
    "tornado": {"serve"},
    "watchfiles": {"serve"},
    "weasyprint": {"pdf"},
    "yaml": {"located"},
}

# The clock, the environment, the working folder and chance arrive as arguments; `cli` alone asks for them.
AMBIENT = {
    "os.environ", "os.getenv", "os.getcwd", "Path.cwd", "locale.getlocale",
    "datetime.now", "datetime.today", "datetime.utcnow", "date.today", "time.time", "time.localtime", "time.strftime",
    "random", "secrets", "uuid",
}  # fmt: skip
AMBIENT_ROOMS = {"again", "cli"}

# The disk has two doors and a cache, and the tools on floor 5 that are about folders.
DISK_ROOMS = {"read", "write", "cache", "stood"} | {room for room, floor in FLOORS.items() if floor == 5} - {"__init__"}
DISK = {"open", "io.open", "os.open", "os.walk", "os.scandir", "os.listdir", "os.stat", "glob", "shutil", "tempfile"}
DISK_METHODS = {
    "read_text", "read_bytes", "write_text", "write_bytes", "open", "touch", "unlink", "mkdir", "rmdir", "iterdir",
    "rglob", "is_file", "is_dir", "is_symlink", "lstat", "symlink_to", "hardlink_to",
}  # fmt: skip

NAMELESS = {"base", "common", "core", "helper", "helpers", "manager", "misc", "util", "utils"}


@dataclass(frozen=True, kw_only=True)
class Module:
    """A module of dossier/ as parsed, with the room that it stands in."""

    name: str
    tree: ast.Module

    @property
    def room(self) -> str:
        return self.name.split(".")[1]


def module(path: Path) -> Module:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    named = parts[:-1] if parts[-1] == "__init__" and len(parts) > 2 else parts
    return Module(name=".".join(named), tree=ast.parse(path.read_text("utf-8")))


def written(name: str, source: str) -> Module:
    return Module(name=name, tree=ast.parse(source))


def imports(tree: ast.Module) -> Iterator[str]:
    """Every name imported anywhere in the module, in full: ``from dossier import link`` is ``dossier.link``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{'.' * node.level}{node.module or ''}.{alias.name}" for alias in node.names)


def rooms_imported(tree: ast.Module) -> set[str]:
    """The rooms behind ``dossier.…`` names; what is no room is a name of ``dossier/__init__.py``."""
    inside = {name.split(".", 1)[1] for name in imports(tree) if name.startswith("dossier.")}
    bare = {"__init__" for name in imports(tree) if name == "dossier"}
    first = {name.split(".")[0] for name in inside}
    return bare | {room if room in FLOORS else "__init__" for room in first}


def libraries_imported(tree: ast.Module) -> set[str]:
    roots = {name.split(".")[0] for name in imports(tree)}
    return roots - set(sys.stdlib_module_names) - {"dossier", ""}


def names_used(tree: ast.Module) -> set[str]:
    """Every dotted name as it is written, and every imported one: ``datetime.datetime.now``, ``os.environ``."""
    nodes = (node for node in ast.walk(tree) if isinstance(node, ast.Attribute | ast.Name))
    return {ast.unparse(node) for node in nodes} | set(imports(tree))


def is_among(name: str, banned: set[str]) -> bool:
    """Whether a dotted name is, ends with or begins with a banned one, in whole words."""
    return any(f".{name}.".find(f".{each}.") >= 0 for each in banned)


def faults_of_floors(module: Module) -> Iterator[str]:
    """Imports that do not point down."""
    for room in sorted(rooms_imported(module.tree) - {module.room}):
        below = FLOORS[room] < FLOORS[module.room] or (module.room, room) in SIDEWAYS
        if not below or module.room not in ONLY_FOR.get(room, {module.room}):
            yield f"{module.name} imports {room}"


def faults_of_homes(module: Module) -> Iterator[str]:
    """Libraries outside their home, and libraries that have none."""
    for library in sorted(libraries_imported(module.tree)):
        if module.room not in HOMES.get(library, set()):
            yield f"{module.name} imports {library}"


def faults_of_surroundings(module: Module) -> Iterator[str]:
    """The clock, the environment, the working folder or chance, read anywhere but in ``cli``."""
    if module.room not in AMBIENT_ROOMS:
        yield from (f"{module.name} uses {name}" for name in sorted(names_used(module.tree)) if is_among(name, AMBIENT))


def faults_of_disk(module: Module) -> Iterator[str]:
    """Files and folders touched outside the rooms of the disk."""
    if module.room in DISK_ROOMS:
        return
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and touches_disk(node.func):
            yield f"{module.name}:{node.lineno} calls {ast.unparse(node.func)}"
    yield from (f"{module.name} imports {name}" for name in imports(module.tree) if name.split(".")[0] in DISK)


def touches_disk(called: ast.expr) -> bool:
    if isinstance(called, ast.Attribute) and called.attr in DISK_METHODS:
        return True
    return ast.unparse(called) in DISK


def faults_of_names(module: Module) -> Iterator[str]:
    """Modules named after nothing."""
    for word in module.name.split(".")[1:]:
        if NAMELESS & set(word.split("_")):
            yield f"{module.name} has no name of its own"


def faults(module: Module) -> list[str]:
    if module.room not in FLOORS:
        return [f"{module.name} stands on no floor"]
    rules = (faults_of_floors, faults_of_homes, faults_of_surroundings, faults_of_disk, faults_of_names)
    return [fault for rule in rules for fault in rule(module)]


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_keeps_to_its_floor(path: Path) -> None:
    assert faults(module(path)) == []


@pytest.mark.parametrize(
    ("name", "source", "fault"),
    [
        ("dossier.model.claim", "from dossier.parse import claim", "dossier.model.claim imports parse"),
        ("dossier.link", "from dossier import review", "dossier.link imports review"),
        ("dossier.pages.claim", "import dossier.plan", "dossier.pages.claim imports plan"),
        ("dossier.cli.build", "from dossier.cache import Cache", "dossier.cli.build imports cache"),
        ("dossier.urls", "def late():\n    from dossier.link import Link", "dossier.urls imports link"),
        ("dossier.link", "from dossier import build", "dossier.link imports __init__"),
        ("dossier.parse.claim", "import yaml", "dossier.parse.claim imports yaml"),
        ("dossier.cli", "import requests", "dossier.cli imports requests"),
        ("dossier.review.dates", "import datetime\nx = datetime.date.today()", "uses datetime.date.today"),
        ("dossier.pipeline", "from datetime import datetime\nx = datetime.now()", "uses datetime.now"),
        ("dossier.read", "from os import environ", "dossier.read uses os.environ"),
        ("dossier.write", "from pathlib import Path\nx = Path.cwd()", "dossier.write uses Path.cwd"),
        ("dossier.plan", "import random", "dossier.plan uses random"),
        ("dossier.render", "x = open('index.html')", "dossier.render:1 calls open"),
        ("dossier.templates", "x = path.read_text()", "dossier.templates:1 calls path.read_text"),
        ("dossier.pipeline", "import shutil", "dossier.pipeline imports shutil"),
        ("dossier.parse.helpers", "", "dossier.parse.helpers has no name of its own"),
        ("dossier.registry", "", "dossier.registry stands on no floor"),
    ],
)
def test_a_planted_fault_is_found(name: str, source: str, fault: str) -> None:
    assert fault in " ; ".join(faults(written(name, source)))


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("dossier.plan", "from dossier.pages import claim"),
        ("dossier.pipeline", "from dossier import cache, link, parse"),
        ("dossier.cli", "import os, click\nfrom datetime import date\nx = os.environ, date.today()"),
        ("dossier.read", "from pathlib import Path\nx = Path('content').read_bytes()"),
        ("dossier.wording.english", "from babel.dates import format_date"),
        ("dossier.model.date", "from datetime import date\nx = date(2025, 1, 20)"),
    ],
)
def test_what_the_design_allows_is_not_a_fault(name: str, source: str) -> None:
    assert faults(written(name, source)) == []
