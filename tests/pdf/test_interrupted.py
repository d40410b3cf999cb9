"""Ctrl-C ends the process that typesets too, and leaves the site as it was."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import A_DAY, ROOT

pytestmark = pytest.mark.pdf


def test_ctrl_c_leaves_no_process_and_no_half_a_pdf(tmp_path: Path) -> None:
    output = tmp_path / "build"
    # Tests that are run in the background ignore Ctrl-C, and so would what they start.
    command = [
        "env",
        "--default-signal=INT",
        sys.executable,
        "-m",
        "dossier",
        "pdf",
        "--project",
        str(ROOT),
        "--output",
        str(output),
    ]
    command += ["--today", str(A_DAY)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as run:
        assert run.stderr
        while "reading the page" not in run.stderr.readline():
            assert run.poll() is None
        os.killpg(run.pid, signal.SIGINT)  # as a terminal does: to the command and to its child
        said = run.stderr.read()  # ends when the last process that could write has ended
        assert run.wait(timeout=10) == 130

    assert "Traceback" not in said
    assert (output / "index.html").exists()
    assert not list(output.rglob("*.pdf"))
    with pytest.raises(ProcessLookupError):
        os.killpg(run.pid, 0)
