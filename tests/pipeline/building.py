"""The dossier of the author's guide, which has a record of every kind, and its site as one value."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from dossier import pipeline
from dossier.model.run import Options, Report
from tests.test_docs import A_DAY, EXAMPLE, GUIDE, JPEG

Site = Mapping[str, bytes]


def guide_in(folder: Path) -> Path:
    for found in EXAMPLE.finditer(GUIDE):
        write(folder / found["path"], found["text"])
    (folder / "content" / "media").mkdir(exist_ok=True)
    (folder / "content" / "media" / "old-bridge.jpg").write_bytes(JPEG)
    return folder


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def records(folder: Path, *kinds: str) -> list[Path]:
    found = sorted((folder / "content").rglob("*.md"))
    return [file for file in found if not kinds or file.parent.name in kinds]


def built(
    folder: Path, workshop: pipeline.Workshop, name: str = "build", *, today: date = A_DAY, drafts: bool = False
) -> tuple[Report, Site]:
    report = pipeline.build(folder, Options(today=today, output=folder / name, drafts=drafts), workshop)
    files = (file for file in sorted((folder / name).rglob("*")) if file.is_file())
    return report, {str(file.relative_to(folder / name)): file.read_bytes() for file in files}


def changed(file: Path, was: str, now: str) -> None:
    text = file.read_text("utf-8")
    assert was in text
    write(file, text.replace(was, now, 1))


def first(folder: Path) -> Site:
    """The site as a first build makes it."""
    return built(folder, pipeline.ALONE, "first")[1]


def later(folder: Path) -> Site:
    """The site as a build makes it that has learnt from those before."""
    return built(folder, pipeline.workshop(folder))[1]
