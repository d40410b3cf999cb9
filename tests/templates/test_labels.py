"""The words of the pages: each is used, each asked for is there, and every language fills in the same things."""

import re
from collections.abc import Mapping
from string import Formatter

import pytest

from dossier.wording import LANGUAGES
from dossier.wording.labels import Labels
from tests.templates.views import ROOT, THEME

NAMES = set(Labels.__struct_fields__)
ASKED = re.compile(r"\blabels\.([a-z_]+)")


def asked_for() -> set[str]:
    code = [path.read_text("utf-8") for path in sorted((ROOT / "dossier").rglob("*.py"))]
    code.append((ROOT / "templates/search-dialog.js").read_text("utf-8"))
    return {name for source in (*THEME.values(), *code) for name in ASKED.findall(source)}


def filled_in(words: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(words) if name is not None}


def test_every_word_is_used_and_every_word_asked_for_is_there() -> None:
    assert asked_for() == NAMES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_word_is_there_and_fills_in_what_the_english_one_does(language: str, name: str) -> None:
    english, words = (getattr(LANGUAGES[each].labels, name) for each in ("en", language))
    if isinstance(words, Mapping):
        assert set(words) == set(english)
        assert all(words.values())
    else:
        assert words
        assert filled_in(words) == filled_in(english)
