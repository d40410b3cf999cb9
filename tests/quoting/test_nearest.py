"""The passage that an author probably meant."""

from dossier.quoting.archived import archived
from dossier.quoting.nearest import nearest
from dossier.quoting.shelf import ShelfText

TEXT = ShelfText(
    archived(
        "We're cooperating, but there will be no invasion. She said: It's off the table.\n\n"
        "%% caption\nThe “road” north\n\nNobody would be subjugated there.\n"
    )
)


def test_a_changed_word_shows_the_words_as_they_stand() -> None:
    near = nearest("there will not be an invasion", TEXT)
    assert near is not None
    assert (near.words, near.where) == ("there will be no invasion", "¶1")


def test_a_word_changed_at_the_edge_is_shown_too() -> None:
    near = nearest("It's off the tables", TEXT)
    assert near is not None
    assert near.words == "It's off the table"


def test_one_misspelt_word_finds_the_word() -> None:
    near = nearest("subjugatd", TEXT)
    assert near is not None
    assert (near.words, near.where) == ("subjugated", "¶2")


def test_words_of_which_the_text_has_few_have_nothing_near() -> None:
    assert nearest("a wholly different statement about the weather", TEXT) is None


def test_a_text_with_a_passage_of_no_words_does_no_harm() -> None:
    assert nearest("no invasion", ShelfText(archived("— …\n"))) is None
