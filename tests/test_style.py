"""The habits that a reader of this code relies on, where a machine can see them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "dossier").rglob("*.py"))
TEMPLATES = sorted((*(ROOT / "templates").rglob("*.html"), *(ROOT / "templates").glob("*.js")))
PROSE = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"]
SHIPPED = [
    path
    for folder in ("dossier", "templates", "content", "docs")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.suffix in {".py", ".html", ".css", ".js", ".md", ".yml", ".xml"} and "archive" not in path.parts
]

MEDIAN = 12  # lines; the codebases this one learns from have 9 to 15
LONGEST = 50  # lines; beyond this a function has had a second idea
LARGEST = 450  # lines of a file, likewise

BANNED = {"Any", "cast", "print", "typing.Any", "typing.cast"}
UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b")
UNREASONED = re.compile(r"#\s*type:\s*ignore(?!\[[\w, -]+\]\s+#\s*\w)")
MACHINE_PATH = re.compile(r"""(?:^|[\s"'(=`])(?:/(?:home|root|Users|work|opt)/\w|[A-Z]:\\\w)""", re.MULTILINE)
UNSAFE_TEMPLATE = {
    "the safe filter": re.compile(r"\|\s*safe\b"),
    "autoescape switched": re.compile(r"{%-?\s*autoescape\b"),
    "an inline style": re.compile(r"<style\b|\sstyle\s*=", re.IGNORECASE),
    "an inline script": re.compile(r"<script\b(?![^>]*\s(?:src|type=\"application/(?:ld\+)?json\"))", re.IGNORECASE),
    "an inline handler": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "an unquoted attribute": re.compile(r"<[a-z][^<>]*\s[a-z-]+={{", re.IGNORECASE),
}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(tree: ast.Module) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def length(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def faults_of_code(source: str, *, may_print: bool) -> list[str]:
    """What a module may not hold: a far too long function, an unexplained ignore, Any, cast, print."""
    tree = ast.parse(source)
    long = [function for function in functions(tree) if length(function) > LONGEST]
    banned = BANNED - {"print"} if may_print else BANNED
    return [
        *(f"{function.name} has {length(function)} lines" for function in long),
        *(f"{name} is used" for name in sorted(banned & names(tree))),
        *("a type is ignored without a code and a reason" for _ in UNREASONED.findall(source)),
    ]


def names(tree: ast.Module) -> set[str]:
    return {ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Name | ast.Attribute)}


def faults_of_template(source: str) -> list[str]:
    return [fault for fault, pattern in UNSAFE_TEMPLATE.items() if pattern.search(source)]


def faults_of_text(source: str) -> list[str]:
    """What nobody wants to read in what we ship: unfinished business and the paths of somebody's machine."""
    return UNFINISHED.findall(source) + [match.strip() for match in MACHINE_PATH.findall(source)]


def test_most_functions_are_short() -> None:
    lengths = [length(function) for path in MODULES for function in functions(ast.parse(path.read_text("utf-8")))]
    assert median(lengths) <= MEDIAN


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_module_is_small_and_says_what_it_is_sure_of(path: Path) -> None:
    source = path.read_text("utf-8")
    assert faults_of_code(source, may_print="cli" in path.relative_to(ROOT / "dossier").parts[0]) == []
    assert source.count("\n") <= LARGEST


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_a_template_leaves_escaping_and_the_security_policy_alone(path: Path) -> None:
    assert faults_of_template(path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", SHIPPED + PROSE, ids=named)
def test_a_file_that_we_ship_is_finished_and_at_home_anywhere(path: Path) -> None:
    assert faults_of_text(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("from typing import Any\nx: Any = 1", "Any is used"),
        ("import typing\nx = typing.cast(int, y)", "typing.cast is used"),
        ("def f():\n    print('done')", "print is used"),
        ("x = y  # type: ignore[attr-defined]", "a type is ignored without a code and a reason"),
        ("x = y  # type: ignore", "a type is ignored without a code and a reason"),
        ("def f():\n" + "    x = 1\n" * LONGEST, "f has 51 lines"),
    ],
)
def test_a_planted_fault_of_code_is_found(source: str, fault: str) -> None:
    assert faults_of_code(source, may_print=False) == [fault]


def test_a_type_may_be_ignored_with_a_reason() -> None:
    source = "x = y  # type: ignore[attr-defined]  # the library sets it while it is imported"
    assert faults_of_code(source, may_print=False) == []


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("{{ claim.words | safe }}", "the safe filter"),
        ("{% autoescape false %}", "autoescape switched"),
        ('<p style="color: red">', "an inline style"),
        ("<script>alert(1)</script>", "an inline script"),
        ('<body class="home" onload="go()">', "an inline handler"),
        ('<a href={{ page.url }} class="x">', "an unquoted attribute"),
    ],
)
def test_a_planted_fault_of_a_template_is_found(source: str, fault: str) -> None:
    assert faults_of_template(source) == [fault]


def test_a_plain_template_has_no_fault() -> None:
    source = '<script src="{{ page.script }}" defer></script><a href="{{ page.url }}">once on = twice</a>'
    assert faults_of_template(source) == []


@pytest.mark.parametrize("source", ["see " + "TO" + "DO below", "kept in " + "/ho" + "me/ana/notes.md"])
def test_a_planted_fault_of_text_is_found(source: str) -> None:
    assert len(faults_of_text(source)) == 1
