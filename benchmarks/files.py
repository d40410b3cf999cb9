"""Laying out a generator's project."""

import json
import shutil
from pathlib import Path

LOOKS = Path(__file__).parent / "looks"


def put(file: Path, text: str) -> None:
    """Writes a file and the folders above it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def look(name: str, folder: Path) -> None:
    """The settings and templates that are kept for a generator, in its project."""
    shutil.copytree(LOOKS / name, folder, dirs_exist_ok=True)


def quoted(words: str) -> str:
    """Words as YAML takes them whatever is in them."""
    return json.dumps(words, ensure_ascii=False)
