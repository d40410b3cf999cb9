from hypothesis import given
from hypothesis import strategies as st

from dossier.search import as_script
from dossier.search.folding import terms
from tests.search.reading import Read, page

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60)


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), max_size=12))
def test_every_word_of_every_record_finds_it(told: list[tuple[str, str, str]]) -> None:
    documents = [page(title, text, names=(name,)) for title, text, name in told]
    read = Read(*documents)
    for number, document in enumerate(documents):
        for words in (document.title, document.text, *document.names):
            for term in terms(words):
                assert number in read.find(term)


@given(WORDS, WORDS)
def test_what_is_written_is_shown_to_the_letter(title: str, text: str) -> None:
    assert Read(page(title, text)).shown(0)[3:] == [title, "", text]


@given(WORDS)
def test_a_script_is_one_line_of_utf_8(text: str) -> None:
    for script in Read(page("A", text)).scripts:
        assert as_script(script).count(b"\n") == 1


@given(WORDS)
def test_case_makes_no_difference(text: str) -> None:
    if len(text.upper().lower()) == len(text):
        assert set(terms(text.lower())) == set(terms(text))
