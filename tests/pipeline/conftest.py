"""A dossier to build again and again."""

from pathlib import Path

import pytest

from dossier.model.run import Options
from dossier.pipeline import whole
from tests.pipeline.building import guide_in
from tests.test_docs import A_DAY


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """The dossier of the author's guide, which has a record of every kind."""
    folder = guide_in(tmp_path / "guide")
    assert whole.check(folder, Options(today=A_DAY)).is_clean
    return folder
