"""What lists can be asked, and what their rows answer."""

import pytest

from dossier import Options, urls, wording
from dossier.model.date import parse
from dossier.model.naming import folded
from dossier.pages import claim as claims
from dossier.pages import quotations
from dossier.pages import source as sources
from dossier.pages.desk import Desk
from dossier.pages.lists import FEW, Facet, Listed, Marks, Option, Questions, Sort, Traits, listed, span
from dossier.pipeline.survey import surveyed
from dossier.wording.labels import Order
from tests.conftest import A_DAY, Project
from tests.review.dossiers import claim, line, source

MANY = {
    **{f"content/claims/left-{n}.md": claim(words=f"The troops left {n}.", number=n) for n in range(1, FEW + 1)},
    "content/sources/one.md": source("".join(line(f"left-{n}") for n in range(1, FEW + 1))),
    "content/sources/two.md": source(line("left-2", more=", as_of: 2025-02~"), kind="report"),
}


def desk(project: Project, files: dict[str, str], language: str = "en") -> Desk:
    dossier = surveyed(project(files), Options(today=A_DAY)).dossier
    assert dossier is not None
    return Desk(dossier=dossier, words=wording.words(language))


def ledger(project: Project, files: dict[str, str], language: str = "en") -> claims.LedgerView:
    view = claims.ledger(desk(project, files, language).at(urls.CLAIMS)).view
    assert isinstance(view, claims.LedgerView)
    return view


def asked(project: Project, rows: dict[str, Traits], *facets: Facet) -> Listed:
    sorts = (Sort(name="name", words="Name", order=Order.NAME),)
    nouns = wording.words("en").nouns
    return listed(lambda _: Questions(noun=nouns.claim, facets=facets, sorts=sorts), rows, desk(project, {}))


def rows(*values: str, names: tuple[str, ...] = ()) -> dict[str, Traits]:
    named = names or values
    return {
        str(at): Traits(values={"colour": (value,)}, keys={"name": name})
        for at, (value, name) in enumerate(zip(values, named, strict=True))
    }


COLOURS = Facet(
    name="colour", words="Colour", options=tuple(Option(value=word, words=word) for word in ("red", "green", "blue"))
)


def test_a_list_that_is_seen_at_one_glance_has_no_controls_and_its_rows_no_marks(project: Project) -> None:
    few = asked(project, rows(*["red", "blue"] * ((FEW - 1) // 2)), COLOURS)
    assert few.controls is None
    assert set(few.marks.values()) == {None}


def test_a_choice_offers_what_rows_have_in_reading_order_and_one_that_tells_nothing_apart_is_left_out(
    project: Project,
) -> None:
    found = asked(project, rows(*["blue", "red"] * FEW), COLOURS).controls
    assert found is not None
    assert [option.value for group in found.choices[0].groups for option in group.options] == ["red", "blue"]
    same = asked(project, rows(*["red"] * FEW), COLOURS).controls
    assert same is not None
    assert same.choices == ()


def test_names_are_ranked_without_case_and_accents_and_one_that_is_missing_has_no_rank(project: Project) -> None:
    names = ("Zoe", "ágora", "Bo", "bo", "Álamo", "Ce", "De", "Fe")
    found = asked(project, rows(*["red", "blue"] * 4, names=names))
    ranks = {names[int(id)]: int(marks.keys.removeprefix("name:")) for id, marks in found.marks.items() if marks}
    assert sorted(names, key=lambda name: ranks[name]) == sorted(names, key=lambda name: (folded(name), name))
    unnamed = {**rows(*["red"] * FEW), "last": Traits(values={}, keys={"name": None})}
    assert asked(project, unnamed).marks["last"] == Marks(values="", days="", keys="")


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("2025-02-13", "2025-02-13"),
        ("2025-02", "2025-02-01/2025-02-28"),
        ("2025-02-13~", "2025-01-29/2025-02-28"),
        ("2025-02-13/..", "2025-02-13/9999-12-31"),
        ("[2025-02-01,2025-02-05]", "2025-02-01/2025-02-05"),
    ],
)
def test_a_row_may_be_found_on_every_day_that_its_date_may_mean(typed: str, days: str) -> None:
    assert span(parse(typed)) == days


def test_a_claim_answers_with_its_sources_days_and_counts(project: Project) -> None:
    view = ledger(project, MANY)
    assert view.controls is not None
    first, second = view.lines[0].marks, view.lines[1].marks
    assert first and second
    assert {"source:one", "source:two"} <= set(second.values.split())
    assert second.days == "2025-01-01/2025-03-31"
    assert {"number:2", "sources:2"} <= set(second.keys.split())
    assert (first.days, "latest" in first.keys) == ("", False)


def test_the_words_of_the_controls_are_those_of_the_page(project: Project) -> None:
    controls = ledger(project, MANY, "es").controls
    assert controls is not None
    assert (controls.all, controls.some) == ("8 afirmaciones", "{shown} de 8 afirmaciones")
    assert controls.sorts[0].words == "Número: de menor a mayor"
    assert controls.script == "../assets/lists.js"


def test_a_source_tells_who_wrote_it_and_who_is_heard_in_it(project: Project) -> None:
    made = desk(
        project,
        {
            "content/entities/ana.md": "---\nname: Ana\nkind: person\n---\n",
            "content/entities/bo.md": "---\nname: Bo\nkind: person\n---\n",
            "content/claims/left.md": claim(),
            "content/sources/one.md": source(line(basis="named", more=", speaker: bo")).replace(
                "author: unknown", "author: ana"
            ),
        },
    )
    (found,) = (sources.traits(one, made) for one in made.dossier.sources.values())
    assert found.values["voice"] == ("ana", "bo")


def test_a_quotation_of_a_section_page_is_filed_with_its_section(project: Project) -> None:
    body = "---\ntitle: Deployments\ndescription: Who left.\n---\nHe called it “a whole new thing” [@one].\n"
    made = desk(project, {**MANY, "content/sections/deployments/index.md": body})
    (checked,) = quotations.in_text(made)
    found = quotations.printed(checked, made)
    assert (found.values["section"], found.values["source"]) == (("deployments",), ("one",))
