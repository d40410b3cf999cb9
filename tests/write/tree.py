"""A folder as a value, so that a test can say in one line that it is as it was."""

from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from dossier import write
from dossier.write import File, Written, aside


def site(files: Iterable[File], *, output: Path, project: Path) -> Written:
    """The whole of a site put into an output."""
    with aside(output, project) as room:
        return replace(write.site(files, room), standing={})


def tree(folder: Path) -> dict[str, str]:
    """Everything below a folder by path: the text of a file, the target of a link, nothing of a folder."""
    return {path.relative_to(folder).as_posix(): shown(path) for path in sorted(folder.rglob("*"))}


def shown(path: Path) -> str:
    if path.is_symlink():
        return f"-> {path.readlink()}"
    return path.read_text("utf-8") if path.is_file() else ""


def texts(folder: Path) -> dict[str, str]:
    """The files below a folder, its manifest aside."""
    return {path: text for path, text in tree(folder).items() if (folder / path).is_file() and path != "manifest.json"}


def pages(**texts_by_name: str) -> tuple[File, ...]:
    """A small site: ``pages(index="Home", sources__ap="AP")`` has index.html and sources/ap.html."""
    return tuple(File.of(f"{name.replace('__', '/')}.html", text.encode()) for name, text in texts_by_name.items())
