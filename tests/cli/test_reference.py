"""The reference of the checks is what the rules say, whole."""

import re
from pathlib import Path

import pytest

from dossier import rules
from dossier.cli import reference
from dossier.rules import Rule

PAGE = Path(__file__).parents[2] / "docs" / "checks.md"


def test_the_page_is_what_the_rules_say() -> None:
    assert PAGE.read_text("utf-8") == reference.page(), "the rules have changed: run `make checks`"


def test_every_family_is_explained() -> None:
    assert {rule.family for rule in rules.RULES} - set(reference.FAMILIES) == set()


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.code)
def test_a_check_stands_once_with_its_weight_its_reason_and_both_sides_of_its_example(rule: Rule) -> None:
    (told,) = re.findall(rf"^### {rule.code}\n(.*?)(?=^##|\Z)", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert f"**{rule.severity.value}** · {rule.reason}" in told
    assert told.index(f"```text\n{rule.bad}\n```") < told.index(f"```text\n{rule.good}\n```")
