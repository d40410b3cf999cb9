"""What a person sees while work goes on, and where the time went."""

import subprocess
import sys

import pytest

from dossier.cli import waiting
from tests.conftest import SMALLEST, Project


def test_short_work_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with waiting.shown(waiting.Paced, quiet=False) as told:
        told("parsing", 1, 2)
    assert capsys.readouterr() == ("", "")


def test_long_work_says_a_line_now_and_then_where_nothing_can_move(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "APART", 0.0)
    with waiting.shown(waiting.Paced, quiet=False) as told:
        told("reading", 0, 0)
        told("making pages", 12_000, 50_000)
    assert capsys.readouterr().err == "dossier: reading\ndossier: making pages, 12,000 of 50,000\n"


def test_who_wants_quiet_gets_it(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "APART", 0.0)
    with waiting.shown(waiting.Paced, quiet=True) as told:
        told("reading", 0, 0)
    assert capsys.readouterr() == ("", "")


def test_at_a_terminal_a_bar_moves_and_leaves_nothing_behind() -> None:
    bar = waiting.bar()
    bar.console.file = sys.stderr
    with bar:
        task = bar.add_task("making pages", total=50)
        bar.update(task, completed=20)
        assert bar.tasks[0].percentage == 40


def test_a_profile_names_every_stage_in_its_order_and_their_sum(project: Project) -> None:
    folder = project(SMALLEST)
    command = [sys.executable, "-m", "dossier", "build", "--project", str(folder), "--profile"]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    rows = [line.split() for line in run.stderr.splitlines()[:-1]]

    stages = ["loading", "reading", "parsing", "linking", "checking", "planning", "making", "writing", "all"]
    assert [row[0] for row in rows] == stages
    spent = [float(row[-3]) for row in rows]
    assert sum(spent[:-1]) == pytest.approx(spent[-1], abs=0.05)
    assert run.stderr.splitlines()[-1].startswith("dossier: ")
