"""Editors' private notes in front matter."""

from dossier import parse
from dossier.model.parsed import Parsed
from dossier.model.term import Term


def term(front: str) -> Parsed[Term]:
    read = parse.record(f"---\n{front}\n---\nWords.\n", path="content/terms/isr.md")
    assert read.value is None or isinstance(read.value, Term)
    return Parsed(value=read.value, problems=read.problems)


def test_a_note_is_gone_before_anything_sees_it() -> None:
    read = term('term: "ISR <!-- ask Lena --> flights"\naliases: ["<!-- one --> a <!-- two --> name"]').value
    assert read is not None
    assert (read.term, read.aliases) == ("ISR flights", ("a name",))


def test_a_value_that_is_a_note_alone_is_no_value() -> None:
    assert [problem.code for problem in term('term: "<!-- later -->"').problems] == ["wrong-type"]


def test_a_note_that_never_ends_is_told_at_its_value() -> None:
    read = term('term: ISR\naliases: ["a <!-- name"]')
    assert read.value is None
    assert [f"{problem.code} {problem.place}" for problem in read.problems] == [
        "open-comment content/terms/isr.md:3:11"
    ]
