"""A folder met as a plain user, to whom a permission means something even if root runs the tests."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

NOBODY = 65534


@pytest.fixture
def plain_user() -> Iterator[Path]:
    """An empty folder, with the rights of a user who is not root for as long as the test runs."""
    with tempfile.TemporaryDirectory() as name:
        if os.geteuid() != 0:
            yield Path(name)
            return
        os.chown(name, NOBODY, NOBODY)
        try:
            os.seteuid(NOBODY)
        except PermissionError:
            pytest.skip("SKIPPED: this root may not become a plain user, so permissions stay untested")
        try:
            yield Path(name)
        finally:
            os.seteuid(0)
