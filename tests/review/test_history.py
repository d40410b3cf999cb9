"""What was published is held to: of the same content nothing is ever told, of each change in silence something is."""

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dossier import parse
from dossier.link import assembly
from dossier.model.dossier import Dossier
from dossier.model.edition import Edition, frozen
from dossier.problems import Problem
from dossier.review import history
from dossier.write.edition import text
from tests.conftest import SMALLEST

A_DAY = date(2025, 11, 3)
LETTERS = st.characters(categories=["L", "N", "P", "S", "Zs"], exclude_characters="\ufffd")
WORDS = st.text(LETTERS, min_size=1).filter(lambda words: "<!--" not in words)  # which begins an editors' note
VALUES = st.one_of(
    st.integers(0, 10**6).map(str),
    st.sampled_from(["about 5,000", "at least 3.5", "between 3 and 5", "nearly 1,000,000", "up to 0.25"]),
)
DAYS = st.sampled_from(["2025-01-22", "2025-01", "2025-01-22~", "[2025-01-20..]", "[2025-01-20, 2025-01-22]", "202X"])
LINES = st.tuples(st.integers(0, 4), VALUES, DAYS)


@st.composite
def dossiers(draw: st.DrawFn) -> dict[str, str]:
    """The files of a dossier with claims in any words, figures of any day, and a disagreement."""
    count = draw(st.integers(1, 5))
    numbers = draw(st.lists(st.integers(1, 999), min_size=count, max_size=count, unique=True))
    files = dict(SMALLEST) | {
        "content/measures/troops.md": "---\ntitle: Troops\nunit: troops\ncounts: Troops.\n---\n",
        "content/disagreements/totals.md": f"---\ntitle: {quoted(draw(WORDS))}\nnumber: {draw(st.integers(1, 99))}\n"
        f"type: scope\nclaims: [claim-0]\n{draw(st.sampled_from(['', 'settled: They were counted.' + chr(10)]))}---\n",
    }
    for at, number in enumerate(numbers):
        status = draw(st.sampled_from(["stands", "reported", "withdrawn\nreason: It was wrong."]))
        files[f"content/claims/claim-{at}.md"] = (
            f"---\nclaim: {quoted(draw(WORDS))}\nnumber: {number}\nsection: deployments\nmeasure: troops\n"
            f"status: {status}\n---\n"
        )
    for name in ("one", "two"):
        says = [line for line in draw(st.lists(LINES, min_size=1, max_size=6)) if line[0] < count]
        files[f"content/sources/{name}.md"] = (
            "---\ntitle: T\npublisher: unknown\nauthor: unknown\npublished: unknown\nkind: order\nsays:"
            + (" []" if not says else "")
            + "".join(
                f"\n  - {{claim: claim-{at}, stance: supports, value: '{value}', as_of: {day}, basis: outlet}}"
                for at, value, day in says
            )
            + "\n---\n"
        )
    return files


def quoted(words: str) -> str:
    """Words as YAML takes them whatever they are; the letter keeps blanks from being all there is."""
    return "'C" + words.replace("'", "''") + "'"


def linked(files: Mapping[str, str]) -> Dossier:
    """The dossier that these files make."""
    settings = parse.settings(files["content/dossier.yml"], path="content/dossier.yml").value
    records = [parse.record(text, path=path) for path, text in files.items() if path.endswith(".md")]
    assert [problem for record in records for problem in record.problems] == []
    found = assembly.dossier(
        assembly.Material(
            records=tuple(record.value for record in records if record.value),
            settings=settings,
            media=(),
            pictures=frozenset(),
            broken={},
            withheld=(),
        )
    ).dossier
    assert found is not None
    return found


def published(dossier: Dossier, name: str = "first", number: int = 1) -> Edition:
    """The edition of a dossier, as its file gives it back."""
    made = text(frozen(dossier, name=name, number=number, date=A_DAY))
    edition = parse.edition(made, path=f"content/editions/{name}.json").value
    assert edition is not None
    return edition


def findings(dossier: Dossier, *editions: Edition) -> list[Problem]:
    return list(history.problems(dossier, editions, broken=(), is_whole=True))


@given(dossiers())
def test_what_is_frozen_and_left_alone_gives_no_finding(files: dict[str, str]) -> None:
    dossier = linked(files)
    assert findings(dossier, published(dossier)) == []
    assert findings(dossier, published(dossier), published(dossier, "second", 2)) == []


@given(dossiers())
def test_the_order_of_files_leaves_no_trace_in_an_edition(files: dict[str, str]) -> None:
    one, other = linked(files), linked(dict(reversed(files.items())))
    assert text(frozen(one, name="first", number=1, date=A_DAY)) == text(
        frozen(other, name="first", number=1, date=A_DAY)
    )


@given(dossiers(), st.data())
def test_any_claim_that_reads_otherwise_is_told_once_at_its_statement(
    files: dict[str, str], data: st.DataObject
) -> None:
    dossier = linked(files)
    edition = published(dossier)
    at = data.draw(st.integers(0, len(edition.claims) - 1))
    other = replace(edition.claims[at], statement="Something else was said.")
    (finding,) = findings(dossier, replace(edition, claims=(*edition.claims[:at], other, *edition.claims[at + 1 :])))
    assert finding.code == "statement-changed"
    assert finding.place == dossier.claims[other.id].filed.at("claim")
    assert "Something else was said." in finding.note
    assert dossier.claims[other.id].statement in finding.note


@given(dossiers(), st.data())
def test_any_figure_with_another_value_is_told(files: dict[str, str], data: st.DataObject) -> None:
    dossier = linked(files)
    edition = published(dossier)
    if not edition.figures:
        return
    at = data.draw(st.integers(0, len(edition.figures) - 1))
    other = replace(
        edition.figures[at], value=replace(edition.figures[at].value, low=edition.figures[at].value.low - 1)
    )
    changed = replace(edition, figures=(*edition.figures[:at], other, *edition.figures[at + 1 :]))
    assert {finding.code for finding in findings(dossier, changed)} == {"statement-changed"}


@pytest.mark.parametrize(
    ("typed", "unit", "read"),
    [
        ("1500", "troops", "1,500"),
        ("about 1,500 troops", "troops", "about 1,500"),
        ("12 million  crowns", "million crowns", "12"),
        ("2025-01-22", "troops", "2025-01-22"),
        ("a few", "troops", "a few"),
    ],
)
def test_a_correction_may_tell_a_figure_with_or_without_its_unit(typed: str, unit: str, read: str) -> None:
    assert history.number(typed, unit) == read


def test_corrections_lead_on_in_whatever_order_they_stand_and_never_in_a_circle() -> None:
    steps = [("b", "c"), ("c", "a"), ("a", "b")]
    assert history.leads("a", "c", steps)
    assert not history.leads("a", "d", steps)
