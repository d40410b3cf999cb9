"""A preview runs for days: what a build takes it gives back."""

import os
import threading
from datetime import date
from pathlib import Path

from dossier.serve import Asked
from dossier.serve.news import News, Rebuilt
from dossier.serve.preview import Preview
from tests.conftest import SMALLEST, Project
from tests.looping import run

EARLY, LATE = 40, 200  # builds
EACH = 4  # of so many one makes a site, which takes most of the time; the others find the content broken
LEEWAY = 4_000_000  # bytes; memory grows in steps, and 160 builds that kept what they had read would be far above


def resident(pid: int) -> int:
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def opened(pid: int) -> int:
    return len(list(Path(f"/proc/{pid}/fd").iterdir()))


async def held_after(preview: Preview, project: Path, builds: range) -> tuple[int, int, int, int]:
    """What the two processes hold after these builds: files, memory and threads."""
    for number in builds:
        words = "[[Nobody]]" if number % EACH else f"The save of number {number}."
        text = SMALLEST["content/index.md"] + f"\n{words}\n{{.own-voice}}\n"
        (project / "content" / "index.md").write_text(text, encoding="utf-8")
        await preview.rebuild(frozenset({"content/index.md"}), 0)
    assert preview.builder.process
    pid = preview.builder.process.pid
    return opened(os.getpid()), opened(pid), threading.active_count(), resident(pid)


async def measured(preview: Preview, project: Path) -> list[tuple[int, int, int, int]]:
    try:
        return [await held_after(preview, project, builds) for builds in (range(EARLY), range(EARLY, LATE))]
    finally:
        await preview.end()


def test_hundreds_of_builds_leave_no_file_open_no_thread_and_no_memory_taken(project: Project) -> None:
    folder, news = project({}), list[News]()
    asked = Asked(project=folder, drafts=False, today=lambda: date(2025, 11, 22))
    early, late = run(measured(Preview(asked, news.append, lambda path: None), folder))
    assert [bool(each.changed) for each in news if isinstance(each, Rebuilt)] == [n % EACH == 0 for n in range(LATE)]
    assert late[:3] == early[:3]
    assert late[3] < early[3] + LEEWAY
