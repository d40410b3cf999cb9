"""Every page is valid HTML, by the Nu checker of those who write the standard."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.conftest import NODE

JAR = NODE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
PLANTED = '<!doctype html><html lang="en"><title>A fault</title><p><img src="a.png"><time>last May</time>'

pytestmark = pytest.mark.nu


def test_every_page_is_valid_html_and_a_planted_fault_is_found(site: Path, tmp_path: Path) -> None:
    planted = tmp_path / "planted.html"
    planted.write_text(PLANTED, encoding="utf-8")
    command: list[str | Path] = [
        "java",
        "-jar",
        JAR,
        "--errors-only",
        "--skip-non-html",
        "--format",
        "json",
        site,
        planted,
    ]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    found = [
        (Path(told["url"]).name, told.get("lastLine"), told["message"]) for told in json.loads(run.stderr)["messages"]
    ]
    assert {name for name, *_ in found if name == planted.name}
    assert [fault for fault in found if fault[0] != planted.name] == []
