import pickle
import subprocess
import sys
from enum import StrEnum

import pytest

from dossier.model.claim import Status
from dossier.model.disagreement import DisagreementType
from dossier.model.entity import EntityKind
from dossier.model.quantity import Hedge, parse
from dossier.model.source import Basis, SourceKind, Stance
from dossier.wording import LANGUAGES, words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("choices", "field"),
    [
        (Stance, "stances"),
        (Basis, "bases"),
        (Status, "statuses"),
        (DisagreementType, "disagreements"),
        (SourceKind, "sources"),
        (EntityKind, "entities"),
        (Hedge, "hedges"),
    ],
)
def test_every_choice_an_author_has_is_worded_in_every_language(
    language: str, choices: type[StrEnum], field: str
) -> None:
    assert list(getattr(words(language), field)) == list(choices)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_four_callouts_are_named_in_every_language(language: str) -> None:
    assert list(words(language).callouts) == ["note", "disputed", "correction", "unverified"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_kind_of_disagreement_is_explained_in_one_sentence(language: str) -> None:
    for explained in words(language).disagreements.values():
        assert explained.sentence.endswith(".")
        assert explained.sentence.count(".") == 1


def test_a_region_falls_back_to_its_language_and_an_unknown_language_to_english() -> None:
    assert words("es-MX").stances[Stance.SUPPORTS] == "respalda"
    assert words("es_ZZ").count(2500, words("es").nouns.source) == "2.500 fuentes"
    assert words("fr").language == "en"
    assert words("").language == "en"


@pytest.mark.parametrize(
    ("text", "english", "spanish", "mexican"),
    [
        ("5000", "5,000", "5.000", "5,000"),
        ("about 5,000", "about 5,000", "alrededor de 5.000", "alrededor de 5,000"),
        ("at least 64", "at least 64", "al menos 64", "al menos 64"),
        ("up to 1,500", "up to 1,500", "hasta 1.500", "hasta 1,500"),
        ("more than 45000", "more than 45,000", "más de 45.000", "más de 45,000"),
        ("nearly 4000", "nearly 4,000", "casi 4.000", "casi 4,000"),
        ("between 3 and 5", "between 3 and 5", "entre 3 y 5", "entre 3 y 5"),
        ("2.5", "2.5", "2,5", "2.5"),
        ("0.00001", "0.00001", "0,00001", "0.00001"),
    ],
)
def test_a_number_keeps_its_hedge_in_the_figures_of_the_place(
    text: str, english: str, spanish: str, mexican: str
) -> None:
    assert words("en").number(parse(text)) == english
    assert words("es").number(parse(text)) == spanish
    assert words("es-MX").number(parse(text)) == mexican


def test_things_are_counted_in_the_singular_only_when_there_is_one() -> None:
    english = words("en")
    assert english.count(2, english.nouns.article) == "2 articles"
    assert english.count(1, english.nouns.origin) == "1 origin"
    assert english.count(0, english.nouns.origin) == "0 origins"


def test_a_list_joins_its_last_two_with_a_word() -> None:
    assert words("en").list(["Reuters", "AP", "NBC News"]) == "Reuters, AP and NBC News"
    assert words("en").list(["Reuters"]) == "Reuters"
    assert words("en").list([]) == ""
    assert words("es").list(["Reuters", "AP"]) == "Reuters y AP"


def test_spanish_y_gives_way_before_another_i_but_not_before_a_diphthong() -> None:
    assert words("es").list(["Guerrero", "Irapuato"]) == "Guerrero e Irapuato"
    assert words("es").list(["agua", "hielo"]) == "agua y hielo"


def test_a_quotation_stands_between_the_marks_of_its_language() -> None:
    assert words("en").quoted("no invasion") == "“no invasion”"
    assert words("es").quoted("no habrá invasión") == "«no habrá invasión»"


def test_babel_is_loaded_when_the_first_date_or_number_is_worded_and_not_before() -> None:
    script = "import sys, dossier.wording as wording; wording.words('es'); print('babel' in sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "False"


def test_words_travel_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(words("es-MX"))) == words("es-MX")


def test_a_language_is_called_by_its_name_in_the_language_of_the_page() -> None:
    assert words("en").language_name("es") == "Spanish"
    assert words("es").language_name("en") == "inglés"
    assert words("en").language_name("qqq") == "qqq"
