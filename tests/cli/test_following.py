"""What a person reads at the terminal while a preview runs."""

import subprocess
import sys

import pytest

from dossier.cli import telling
from dossier.cli.following import Lines, line
from dossier.model.run import Report
from dossier.problems import Finding, Place, Problem, Severity
from dossier.serve.news import News, Rebuilt, Renewed, Serving, Unbuilt
from tests.conftest import Project

FOUND = Finding(
    problem=Problem(code="unknown-id", place=Place(path="content/a.md", line=3), message="nothing is called `ap`"),
    severity=Severity.ERROR,
    excerpt="[@ap]",
)
CLEAN = Report(findings=(), records=3, strict=False, pages=12)
WRONG = Report(findings=(FOUND,), records=3, strict=False)
A = ("content/a.md",)
CHANGED = frozenset({"index.html", "about.html", "data/claims.json", "manifest.json"})


@pytest.mark.parametrize(
    ("news", "told"),
    [
        (
            Serving(address="http://127.0.0.1:8000/", taken=None, is_exposed=False),
            "serving http://127.0.0.1:8000/ (Ctrl-C ends it)",
        ),
        (
            Serving(address="http://127.0.0.1:8001/", taken=8000, is_exposed=False),
            "port 8000 is taken; serving http://127.0.0.1:8001/ instead (Ctrl-C ends it)",
        ),
        (
            Rebuilt(saved=(), report=CLEAN, changed=CHANGED, seconds=1),
            "12 pages, 0 errors, 0 warnings; 1.00 s",
        ),
        (
            Rebuilt(saved=A, report=CLEAN, changed=CHANGED, seconds=0.123),
            "content/a.md: 2 pages and 1 other file changed, 0 errors, 0 warnings; 0.12 s",
        ),
        (
            Rebuilt(saved=A, report=CLEAN, changed=frozenset(), seconds=0.1),
            "content/a.md: 0 pages changed, 0 errors, 0 warnings; 0.10 s",
        ),
        (
            Rebuilt(saved=tuple(f"{n}.md" for n in range(9)), report=WRONG, changed=frozenset(), seconds=0.1),
            "0.md, 1.md, 2.md and 6 more: the last good site stays, 1 error, 0 warnings; 0.10 s",
        ),
        (
            Rebuilt(saved=(), report=WRONG, changed=frozenset(), seconds=0.1),
            "no site yet, 1 error, 0 warnings; 0.10 s",
        ),
        (
            Unbuilt(saved=("content/\x1b.md",), reason="the disk is full", seconds=0.1),
            "content/\\x1b.md: the disk is full; 0.10 s",
        ),
        (Renewed(reason="it was killed"), "it was killed; another takes its place"),
    ],
)
def test_news_is_one_line(news: News, told: str) -> None:
    assert line(news) == told


def test_a_finding_is_told_when_it_is_new_and_again_when_it_comes_back(capsys: pytest.CaptureFixture[str]) -> None:
    lines = Lines(paint=telling.plain, opens=False)
    told = []
    for report in (WRONG, WRONG, CLEAN, WRONG):
        lines.told(Rebuilt(saved=A, report=report, changed=frozenset(), seconds=0.1))
        told.append(capsys.readouterr().out.count("error[unknown-id]"))
    assert told == [1, 0, 0, 1]


@pytest.mark.parametrize("words", ["--help", "serve --help", "build --help", "check"])
def test_nobody_else_waits_for_the_libraries_of_the_preview(words: str, project: Project) -> None:
    code = (
        "import sys; from dossier.cli.commands import commands; commands(sys.argv[1:], standalone_mode=False); "
        "print({'livereload', 'tornado', 'watchfiles', 'asyncio'} & set(sys.modules))"
    )
    command = [sys.executable, "-c", code, *words.split()]
    done = subprocess.run(command, cwd=project({}), capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.endswith("set()\n")


def test_a_preview_that_others_can_reach_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    news = Serving(address="http://127.0.0.1:8000/", taken=None, is_exposed=True)
    Lines(paint=telling.plain, opens=False).told(news)
    assert "other machines can read it there" in capsys.readouterr().err
