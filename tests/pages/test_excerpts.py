"""The sentence in which one record leads to another, as a reader of the other finds it."""

from dossier import Options, wording
from dossier.model.key import Key, Kind
from dossier.pages.desk import Desk
from dossier.pages.excerpts import excerpts
from dossier.pipeline.survey import surveyed
from tests.conftest import A_DAY, Project

SOURCE = "---\ntitle: The act\npublisher: unknown\nauthor: unknown\npublished: unknown\nkind: statute\n---\n"
TERM = "---\nterm: covert action\naliases: [covert actions]\n---\nSecret work.\n"


COVERT = Key(kind=Kind.TERM, id="covert-action")


def sentences(project: Project, body: str, key: Key = COVERT) -> list[str]:
    section = f"---\ntitle: Law\ndescription: The law.\n---\n{body}\n"
    folder = project(
        {
            "content/sources/act.md": SOURCE,
            "content/terms/covert-action.md": TERM,
            "content/sections/deployments/index.md": section,
        }
    )
    survey = surveyed(folder, Options(today=A_DAY))
    assert survey.dossier is not None
    desk = Desk(dossier=survey.dossier, words=wording.words("en"))
    return [found.sentence for found in excerpts(key, desk)]


def test_only_the_sentence_that_links_is_shown(project: Project) -> None:
    body = "It began in May. A [[covert action]] needs a finding. Nothing else is known."
    assert sentences(project, body) == ["A covert action needs a finding."]


def test_a_date_or_an_abbreviation_does_not_end_a_sentence_that_goes_on_in_small_letters(project: Project) -> None:
    body = "By U.S. law a [[covert action|secret act]] of c. 2025 needs a finding."
    assert sentences(project, body) == ["By U.S. law a secret act of c. 2025 needs a finding."]


def test_each_passage_is_shown_and_a_repeated_one_once(project: Project) -> None:
    body = "- [[covert action]] here\n- [[covert actions]] there\n\n[[covert action]] here"
    assert sentences(project, body) == ["covert action here", "covert actions there"]


def test_a_long_passage_is_cut_at_a_word(project: Project) -> None:
    (found,) = sentences(project, "The [[covert action]] " + "and so on " * 100)
    assert found.endswith(" …")
    assert len(found) < 410


def test_a_title_before_a_name_does_not_end_a_sentence(project: Project) -> None:
    body = "He left. Dr. Ash called it a [[covert action]]. Gen. Vo agreed."
    assert sentences(project, body) == ["Dr. Ash called it a covert action."]


def test_a_sentence_may_begin_with_an_accented_capital(project: Project) -> None:
    body = "One thing. Ágora names a [[covert action]]. Últimamente no."
    assert sentences(project, body) == ["Ágora names a covert action."]


def test_a_citation_at_the_end_of_words_without_a_full_stop_is_shown_with_them(project: Project) -> None:
    found = sentences(
        project, "Two things. The first:\n\n- a finding in writing [@act]", Key(kind=Kind.SOURCE, id="act")
    )
    assert found == ["a finding in writing"]
