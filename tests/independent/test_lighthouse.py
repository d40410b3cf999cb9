"""Lighthouse gives full marks for accessibility, best practices and what search engines need."""

import shutil

import pytest

from tests.conftest import CHROMIUM_OPTIONS
from tests.independent.conftest import answered

CATEGORIES = ("accessibility", "best-practices", "seo")
KINDS = ("claims", "explainer", "home")

pytestmark = pytest.mark.lighthouse


def test_lighthouse_gives_full_marks(published: str, kinds: dict[str, str]) -> None:
    addresses = [published + kinds[kind] for kind in KINDS]
    question = {
        "program": shutil.which("chromium"),
        "options": CHROMIUM_OPTIONS,
        "addresses": addresses,
        "categories": CATEGORIES,
    }
    answers = answered("lighthouse.mjs", question)
    assert answers == [
        {"address": address, "scores": dict.fromkeys(CATEGORIES, 1), "failed": []} for address in addresses
    ]
