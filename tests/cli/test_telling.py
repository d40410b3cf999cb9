"""How findings are told: the excerpt, the caret, and what no terminal may obey."""

import json

from dossier.cli import telling
from dossier.problems import Finding, Place, Problem, Severity


def finding(*, line: str, column: int, width: int, note: str = "", help: str = "") -> Finding:
    place = Place(path="content/a.md", line=14, column=column, width=width)
    problem = Problem(code="unknown-id", place=place, message="there is no source `panwer`", note=note, help=help)
    return Finding(problem=problem, severity=Severity.ERROR, excerpt=line)


def test_a_finding_shows_place_code_line_caret_and_a_way_on() -> None:
    told = telling.text(finding(line="See [@panwer].", column=6, width=7, help="did you mean `panwar`?"))
    assert told == (
        "content/a.md:14:6: error[unknown-id] there is no source `panwer`\n"
        " 14 | See [@panwer].\n"
        "    |      ^^^^^^^\n"
        "    = help: did you mean `panwar`?"
    )


def test_the_caret_stands_below_the_words_in_a_line_longer_than_the_screen() -> None:
    line = "word " * 100 + "[@panwer]" + " word" * 100
    shown, caret = telling.text(finding(line=line, column=502, width=7)).split("\n")[1:3]
    assert shown[caret.index("^") : caret.rindex("^") + 1] == "@panwer"
    assert len(shown) < 200


def test_control_characters_are_shown_as_escapes_and_the_caret_still_fits() -> None:
    told = telling.text(finding(line="\x1b[31m\t[@panwer]", column=8, width=7))
    assert "\x1b" not in told
    shown, caret = told.split("\n")[1:3]
    assert shown[caret.index("^") : caret.rindex("^") + 1] == "@panwer"


def test_a_message_cannot_end_a_code_hosts_command_early() -> None:
    hostile = Problem(code="bad-id", place=Place(path="a,b::c.md", line=1), message="x\n::error::y")
    told = telling.github(Finding(problem=hostile, severity=Severity.WARNING, excerpt=""))
    assert told.startswith("::warning file=a%2Cb%3A%3Ac.md,line=1,col=1,")
    assert "\n" not in told


def test_json_tells_everything_that_the_text_tells() -> None:
    (told,) = json.loads(telling.as_json([finding(line="See [@panwer].", column=6, width=7, help="a way on")]))
    assert told["code"] == "unknown-id"
    assert (told["path"], told["line"], told["column"], told["width"]) == ("content/a.md", 14, 6, 7)
    assert (told["severity"], told["help"], told["excerpt"]) == ("error", "a way on", "See [@panwer].")
