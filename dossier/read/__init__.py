"""The first door: all that a build is made from, read once from the disk into frozen values.

Only plain files are read, none larger than its limit, and no link is ever followed: what else stands in the folders
is told by name. A folder or file that cannot be read stops the program, so that no page goes missing unseen.
"""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from dossier.problems import DossierError, Problem, in_order
from dossier.read import folder as folders
from dossier.read.contents import Blob, Earlier, Text, texts
from dossier.read.look import compiled, look
from dossier.read.picture import pictures
from dossier.read.role import Role, is_edition, placed

__all__ = ["Blob", "Earlier", "Inputs", "Text", "compiled", "find", "is_edition", "project"]


class Inputs(Struct, frozen=True, kw_only=True):
    """All that a build is made from, in order of path; what could not be taken is told in ``problems`` and left out."""

    settings: Text | None
    media_list: Text | None
    records: tuple[Text, ...]
    archive: Mapping[str, str]
    editions: Mapping[str, Text]
    lock: Text | None
    media: tuple[Blob, ...]
    templates: Mapping[str, str]
    theme: Mapping[str, str]
    assets: tuple[Blob, ...]
    problems: tuple[Problem, ...]


def find(start: Path) -> Path:
    """The nearest folder at or above ``start`` that holds a dossier."""
    here = start.resolve()
    try:
        found = next((at for at in (here, *here.parents) if (at / "content" / "dossier.yml").is_file()), None)
    except OSError as error:
        raise DossierError(f"{error.filename}: {error.strerror}") from error
    if found is None:
        raise DossierError(
            f"nothing here holds content/dossier.yml (looked in {here} and above it); run `dossier new` to begin one"
        )
    return found


def project(folder: Path, earlier: Earlier | None = None) -> Inputs:
    """All that a build of the project in this folder is made from; what was found ``earlier`` is not read again."""
    listed = folders.files(folder / "content", label="content")
    content = placed(listed.files)
    settings, unset = texts(content.files[Role.SETTINGS], earlier)
    media_list, unlisted = texts(content.files[Role.MEDIA_LIST], earlier)
    records, unread = texts(content.files[Role.RECORD], earlier)
    archive, lost = texts(content.files[Role.ARCHIVE], earlier)
    editions, unheld = texts(content.files[Role.EDITION], earlier)
    locks, unlocked = texts(content.files[Role.LOCK], earlier)
    media, unseen = pictures(content.files[Role.PICTURE], earlier)
    shown = look(folder, earlier)
    return Inputs(
        settings=next(iter(settings), None),
        media_list=next(iter(media_list), None),
        records=records,
        archive={Path(text.path).stem: text.text for text in archive},
        editions={Path(text.path).stem: text for text in editions},
        lock=next(iter(locks), None),
        media=media,
        templates=shown.templates,
        theme=shown.theme,
        assets=shown.assets,
        problems=in_order(
            (
                *listed.problems,
                *content.problems,
                *unset,
                *unlisted,
                *unread,
                *lost,
                *unheld,
                *unlocked,
                *unseen,
                *shown.problems,
            )
        ),
    )
