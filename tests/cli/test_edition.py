"""``dossier edition``: what it writes, and what it refuses."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from dossier import Options, editions
from dossier.problems import DossierError
from tests.conftest import ROOT, Project
from tests.write.tree import tree

CLAIM = "---\nclaim: Troops were {}.\nnumber: 1\nsection: deployments\nstatus: reported\n---\n"
STATED = "---\ntitle: Deployments\ndescription: Who.\n---\n[They were](claim:troops) [@order].\n"
ORDER = (
    "---\ntitle: Order 7\npublisher: unknown\nauthor: unknown\npublished: 2025-01-23\nkind: order\n"
    "licence: public-domain\nsays:\n  - {claim: troops, stance: supports, basis: document}\n---\n"
)


@pytest.fixture
def folder(project: Project) -> Path:
    return project(
        {
            "content/claims/troops.md": CLAIM.format("sent"),
            "content/sources/order.md": ORDER,
            "content/sections/deployments/index.md": STATED,
        }
    )


def run(*words: str, cwd: Path, today: str = "2025-11-03") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "dossier", *words, "--today", today]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, env={"PYTHONPATH": str(ROOT)})


def change(folder: Path, words: str) -> None:
    (folder / "content/claims/troops.md").write_text(CLAIM.format(words), encoding="utf-8")


def test_an_edition_is_one_file_and_the_run_says_which(folder: Path) -> None:
    done = run("edition", "first", cwd=folder)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == (
        "dossier: edition first of 2025-11-03: 1 claim, 0 figures, 0 disagreements: content/editions/first.json\n"
    )
    assert [file.name for file in (folder / "content/editions").iterdir()] == ["first.json"]


def test_a_name_is_used_once(folder: Path) -> None:
    run("edition", "first", cwd=folder)
    before = (folder / "content/editions/first.json").read_bytes()
    change(folder, "not sent")
    done = run("edition", "first", cwd=folder)
    assert done.returncode == 2
    assert "--replace" in done.stderr
    assert (folder / "content/editions/first.json").read_bytes() == before


def test_the_newest_edition_can_be_replaced_and_its_words_are_taken_back(folder: Path) -> None:
    run("edition", "first", cwd=folder)
    change(folder, "not sent")
    assert run("check", cwd=folder).returncode == 1
    assert run("edition", "first", "--replace", cwd=folder).returncode == 0
    assert "Troops were not sent." in (folder / "content/editions/first.json").read_text("utf-8")
    assert run("check", cwd=folder).returncode == 0


def test_an_edition_that_another_came_after_cannot_be_replaced(folder: Path) -> None:
    run("edition", "first", cwd=folder)
    run("edition", "another", cwd=folder)
    done = run("edition", "first", "--replace", cwd=folder)
    assert done.returncode == 2
    assert "`another` came after `first`" in done.stderr


def test_an_edition_that_cannot_be_read_can_be_replaced(folder: Path) -> None:
    run("edition", "first", cwd=folder)
    before = (folder / "content/editions/first.json").read_bytes()
    (folder / "content/editions/first.json").write_bytes(before[:-9])
    assert run("check", cwd=folder).returncode == 1
    assert run("edition", "first", "--replace", cwd=folder).returncode == 0
    assert (folder / "content/editions/first.json").read_bytes() == before


def test_nothing_is_frozen_while_the_content_has_an_error(folder: Path) -> None:
    (folder / "content/sources/order.md").unlink()
    done = run("edition", "first", cwd=folder)
    assert done.returncode == 1
    assert "error[unknown-id]" in done.stdout
    assert "nothing written" in done.stderr
    assert not (folder / "content/editions").exists()


def test_a_change_in_silence_cannot_be_frozen_into_the_next_edition(folder: Path) -> None:
    run("edition", "first", cwd=folder)
    change(folder, "not sent")
    done = run("edition", "second", cwd=folder)
    assert done.returncode == 1
    assert "error[statement-changed]" in done.stdout


def test_an_edition_is_never_older_than_the_newest(folder: Path) -> None:
    run("edition", "first", cwd=folder)
    assert run("edition", "second", cwd=folder, today="2025-11-02").returncode == 2


@pytest.mark.parametrize("name", ["First", "a b", "../up", "con", "a" * 41, ""])
def test_a_name_that_is_no_file_name_everywhere_is_refused(name: str, folder: Path) -> None:
    with pytest.raises(DossierError, match="cannot be the name of an edition"):
        editions.freeze(folder, name, Options(today=date(2025, 11, 3)))
    assert not (folder / "content/editions").exists()


def test_drafts_are_not_frozen(folder: Path) -> None:
    text = "---\nclaim: A secret.\nnumber: 2\nsection: deployments\ndraft: true\n---\n"
    (folder / "content/claims/secret.md").write_text(text, encoding="utf-8")
    assert run("edition", "first", cwd=folder).returncode == 0
    assert "secret" not in (folder / "content/editions/first.json").read_text("utf-8")


def test_the_same_content_gives_the_same_bytes_and_touches_nothing_else(folder: Path) -> None:
    before = tree(folder / "content")
    run("edition", "first", cwd=folder)
    made = (folder / "content/editions/first.json").read_bytes()
    run("edition", "first", "--replace", cwd=folder)
    assert (folder / "content/editions/first.json").read_bytes() == made
    after = tree(folder / "content")
    assert {path: after[path] for path in before} == before


def test_an_edition_reaches_the_site_as_pages_only(folder: Path) -> None:
    run("edition", "first", cwd=folder)
    assert run("build", cwd=folder).returncode == 0
    assert [file for file in (folder / "build").rglob("*") if "editions" in file.parts] == []
