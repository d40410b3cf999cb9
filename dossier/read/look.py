"""The look of the site: the packaged templates and assets, and what a project puts in their place."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from msgspec import Struct

from dossier.problems import DossierError, Problem
from dossier.read.contents import Blob, Earlier, blobs, texts
from dossier.read.folder import files
from dossier.read.role import unfit_name

PACKAGE = Path(__file__).resolve().parents[1]


class Look(Struct, frozen=True, kw_only=True):
    """Templates by name, the project's own and the packaged ones; assets by name, the project's own winning."""

    templates: Mapping[str, str]
    theme: Mapping[str, str]
    assets: tuple[Blob, ...]
    problems: tuple[Problem, ...]


def look(project: Path, earlier: Earlier | None = None) -> Look:
    """The look of this project; the repository that the look comes from has no templates beside it."""
    own, packaged = project / "templates", theme_folder(PACKAGE)
    if not own.is_dir():
        return taken(packaged, earlier, label="theme")
    if own.samefile(packaged):
        return taken(packaged, earlier, label="templates")
    return joined(taken(own, earlier, label="templates"), taken(packaged, earlier, label="theme"))


def theme_folder(package: Path) -> Path:
    """Where the packaged look is: inside an installed package, or beside it in the repository."""
    if (package / "theme").is_dir():
        return package / "theme"
    beside = package.parent / "templates"
    if beside.is_dir() and is_the_repository(package.parent):
        return beside
    raise DossierError("the templates that belong to this program are missing; install explainer-dossier again")


def compiled() -> bytes:
    """The packaged templates as the package carries them compiled; a checkout that was never installed has none."""
    try:
        return (PACKAGE / "templates.bin").read_bytes()
    except OSError:
        return b""


def is_the_repository(folder: Path) -> bool:
    """Whether this folder is a checkout of the program: any other package may have a templates/ beside it."""
    import tomllib  # here, since an installed package has its look inside

    try:
        named = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return bool(named.get("project", {}).get("name") == "explainer-dossier")


def taken(folder: Path, earlier: Earlier | None, *, label: str) -> Look:
    """All of one folder, as the packaged look."""
    listed = files(folder, label=label)
    inside = f"{label}/assets/"
    shown = [entry for entry in listed.files if entry.path.startswith(inside)]
    unfit = {entry: problem for entry in shown if (problem := unfit_name(PurePosixPath(entry.path)))}
    theme, unread = texts((entry for entry in listed.files if not entry.path.startswith(inside)), earlier)
    assets, unseen = blobs((entry for entry in shown if entry not in unfit), earlier)
    return Look(
        templates={},
        theme={text.path.removeprefix(f"{label}/"): text.text for text in theme},
        assets=tuple(Blob(path=asset.path.removeprefix(f"{label}/"), data=asset.data) for asset in assets),
        problems=(*listed.problems, *unread, *unfit.values(), *unseen),
    )


def joined(own: Look, packaged: Look) -> Look:
    """The packaged look with the project's own over it."""
    assets = {asset.path: asset for asset in (*packaged.assets, *own.assets)}
    return Look(
        templates=own.theme,
        theme=packaged.theme,
        assets=tuple(assets[name] for name in sorted(assets)),
        problems=own.problems + packaged.problems,
    )
