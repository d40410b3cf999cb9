"""The colours of the look: each a pair for light and dark, and each strong enough for what it is used for."""

import re

import pytest

from tests.templates.views import ROOT

STYLE = (ROOT / "templates/assets/dossier.css").read_text("utf-8")
PAIR = re.compile(r"^  (--[a-z-]+): light-dark\((#[0-9a-f]{3,6}), (#[0-9a-f]{3,6})\);$", re.MULTILINE)
TOKENS = {name: (light, dark) for name, light, dark in PAIR.findall(STYLE)}

GROUNDS = ("--paper", "--wash", "--mark")
TEXT = ("--ink", "--quiet", "--link", "--supported", "--single", "--disputed", "--unsupported")
LINES = ("--line", "--rule-strong", "--focus")  # claims, boxes and marks of the timeline, focus
DECORATION = ("--rule", "--band")  # no reader misses what they part


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The ratio that WCAG 2 defines."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_a_ratio_is_that_of_wcag() -> None:
    assert round(contrast("#000", "#ffffff"), 2) == 21
    assert round(contrast("#777", "#fff"), 2) == 4.48


def test_every_colour_is_a_token_that_this_test_knows() -> None:
    assert set(TOKENS) == {*GROUNDS, *TEXT, *LINES, *DECORATION}
    rules = re.sub(r"^  --.*$|:root[^}]*}", "", STYLE, flags=re.MULTILINE)
    assert re.findall(r"#[0-9a-f]{3,8}\b(?=[^{]*})|rgba?\(", rules) == []


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_can_be_read_on_every_ground(ground: str, scheme: int) -> None:
    on = TOKENS[ground][scheme]
    weak = {name: round(contrast(TOKENS[name][scheme], on), 2) for name in TEXT}
    assert {name: ratio for name, ratio in weak.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["--paper", "--wash"])
def test_lines_that_mean_something_can_be_seen(ground: str, scheme: int) -> None:
    on = TOKENS[ground][scheme]
    weak = {name: round(contrast(TOKENS[name][scheme], on), 2) for name in LINES}
    assert {name: ratio for name, ratio in weak.items() if ratio < 3} == {}


def test_a_remembered_scheme_wins_over_that_of_the_system() -> None:
    assert ':root[data-scheme="light"] { color-scheme: light; }' in STYLE
    assert ':root[data-scheme="dark"] { color-scheme: dark; }' in STYLE
