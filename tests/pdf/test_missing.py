"""Where the extra or Pango is missing, one sentence says how to get it, and nothing else happens."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, Project

APT = "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


@pytest.mark.parametrize(
    ("module", "raised", "sentence"),
    [
        (
            "weasyprint",
            'ModuleNotFoundError("No module named weasyprint")',
            f"`dossier pdf` needs the extra `pdf`; run `pip install 'explainer-dossier[pdf]'` and `{APT}`",
        ),
        (
            "pikepdf",
            'ModuleNotFoundError("No module named pikepdf")',
            f"`dossier pdf` needs the extra `pdf`; run `pip install 'explainer-dossier[pdf]'` and `{APT}`",
        ),
        (
            "weasyprint",
            "OSError(\"cannot load library 'libpango-1.0-0'\\nadvice\")",
            f"`dossier pdf` needs Pango, which this machine lacks (cannot load library 'libpango-1.0-0'); run `{APT}`",
        ),
    ],
)
def test_what_is_missing_is_named_with_the_way_to_it(
    project: Project, tmp_path: Path, module: str, raised: str, sentence: str
) -> None:
    (tmp_path / "broken").mkdir()
    others = {"weasyprint", "pikepdf"} - {module}
    for name in others:
        (tmp_path / "broken" / f"{name}.py").touch()
    (tmp_path / "broken" / f"{module}.py").write_text(f"raise {raised}\n", encoding="utf-8")
    folder = project({})
    environment = {**os.environ, "PYTHONPATH": f"{tmp_path / 'broken'}:{ROOT}"}
    command = [sys.executable, "-m", "dossier", "pdf", "--project", str(folder)]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    assert (run.returncode, run.stdout, run.stderr) == (2, "", f"dossier: {sentence}\n")
    assert not (folder / "build").exists()
