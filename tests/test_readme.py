"""The README's five minutes, followed to the letter."""

import re
from datetime import date
from pathlib import Path

import dossier
from dossier import Options, scaffold
from dossier.cli import telling
from dossier.cli.commands import commands
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
TODAY = Options(today=date(2025, 12, 1))


def block(after: str) -> str:
    """The first fenced block behind some words, without its indentation."""
    fenced = re.search(r"^( *)```\w*\n(.*?)^\1```", README[README.index(after) :], flags=re.MULTILINE | re.DOTALL)
    assert fenced is not None
    return re.sub(rf"^{fenced[1]}", "", fenced[2], flags=re.MULTILINE)


def written(folder: Path) -> Path:
    """The dossier that the five steps make."""
    scaffold.new(folder)
    (folder / "content/sources/harbour-news.md").write_text(block("3. Add a source"), encoding="utf-8")
    page = folder / "content/sections/costs/index.md"
    page.write_text(page.read_text(encoding="utf-8") + block("4. Say so"), encoding="utf-8")
    return folder


def test_the_five_steps_make_a_site_on_which_the_claim_is_disputed(tmp_path: Path) -> None:
    folder = written(tmp_path / "bridge")
    report = dossier.build(folder, TODAY)
    assert (report.findings, report.is_clean) == ((), True)
    claim = (folder / "build" / "claims" / "bridge-cost.html").read_text(encoding="utf-8")
    assert "disputed" in claim
    assert "harbour-news.html" in claim


def test_the_finding_that_the_readme_shows_is_the_one_that_is_told(tmp_path: Path) -> None:
    folder = written(tmp_path / "bridge")
    page = folder / "content/sections/costs/index.md"
    page.write_text(page.read_text(encoding="utf-8").replace("@harbour-news", "@harbor-news"), encoding="utf-8")
    (found,) = dossier.check(folder, TODAY).findings
    assert telling.text(found) + "\n" == block("Misspell the source's id")


def test_every_command_that_the_readme_lists_is_there() -> None:
    listed = set(re.findall(r"^\| `dossier (\w+)", README, flags=re.MULTILINE))
    assert listed == set(commands.commands)
