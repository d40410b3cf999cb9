"""The checks as they are explained: every code that the program can tell has its rule, and every rule can fire."""

import ast
import re
from pathlib import Path

import pytest

import dossier
from dossier import rules
from dossier.rules import RULES, Rule

PACKAGE = Path(dossier.__file__).parent
CODE = re.compile(r"[a-z]+(?:-[a-z]+)+")


def codes_told() -> set[str]:
    """The codes in the calls that make problems: ``Problem(code=…)``, and the first or second word of the rest."""
    found = set()
    for file in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and "rules" not in file.parts:
                given = [keyword.value for keyword in node.keywords if keyword.arg == "code"]
                if ast.unparse(node.func).split(".")[-1] in {"wrong", "report", "tell", "problem", "mistake"}:
                    given += node.args[:2]
                found |= {
                    word.value for word in given if isinstance(word, ast.Constant) and isinstance(word.value, str)
                }
    return {code for code in found if CODE.fullmatch(code)}


def test_every_code_that_can_be_told_has_its_rule() -> None:
    assert codes_told() - set(rules.BY_CODE) == set()


def test_every_rule_has_a_code_that_is_told() -> None:
    assert set(rules.BY_CODE) - codes_told() == set()


def test_no_code_stands_twice() -> None:
    assert len(rules.BY_CODE) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_gives_a_reason_in_a_sentence_and_an_example_that_differs_from_its_cure(rule: Rule) -> None:
    assert rule.reason.endswith(".")
    assert rule.bad != rule.good
