"""How much may be quoted of a text whose rights are reserved."""

from tests.conftest import SMALLEST
from tests.review.conftest import ARTICLE, Told

LIMITS = {"content/dossier.yml": SMALLEST["content/dossier.yml"] + "quotations: {each: 6, source: 10}\n"}


def test_a_quotation_of_too_many_words_is_told(told: Told) -> None:
    said = 'He said "there will be no invasion of any kind" [@post, ¶1].'
    assert told(said, LIMITS) == [
        "quote-too-long 5:9 this quotes 8 words of `post`, whose rights are reserved; 6 are fair"
    ]


def test_the_words_left_out_do_not_count(told: Told) -> None:
    assert told('He said "there will be … of any kind" [@post, ¶1].', LIMITS) == []


def test_the_quotation_with_which_all_becomes_too_much_is_told(told: Told) -> None:
    said = '"told the council" [@post], "there will be no invasion" [@post], "cooperating" [@post].'
    assert told(said, LIMITS) == []
    more = f'{said} So "how many of them" [@post] left, and "would stay" [@post].'
    assert told(more, LIMITS) == [
        "quote-too-long 5:92 with this, 13 words of `post`, whose rights are reserved, are quoted; 10 are fair"
    ]


def test_words_quoted_twice_count_once(told: Told) -> None:
    said = " ".join(['He said "there will be no invasion" [@post], "no invasion of any kind" [@post].'] * 5)
    assert told(said, LIMITS) == []


def test_of_a_free_text_any_amount_may_be_quoted(told: Told) -> None:
    free = {"content/sources/post.md": ARTICLE.replace("kind:", "licence: public-domain\nkind:")}
    assert told('He said "there will be no invasion of any kind" [@post, ¶1].', LIMITS | free) == []
