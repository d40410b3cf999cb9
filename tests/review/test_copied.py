"""Words of a reserved text that stand in content as if they were the editors' own."""

from tests.review.conftest import ARTICLE, Told

COPY = "nobody among the reporters at the briefing knew how many of them would stay"
FOUND = "14 running words stand so in `post`, whose rights are reserved"


def test_a_pasted_sentence_is_told_at_its_first_word(told: Told) -> None:
    assert told(f"It is known that {COPY} [@post].") == [f"copied-text 5:18 {FOUND}"]


def test_links_emphasis_and_capitals_do_not_hide_it(told: Told) -> None:
    said = "It *is* so: **Nobody** among [the reporters](https://example.org) at\nthe briefing knew how many"
    assert told(f"{said} of them would stay [@post].") == [f"copied-text 5:15 {FOUND}"]


def test_between_quotation_marks_it_is_a_quotation(told: Told) -> None:
    assert told(f'It is known: "{COPY}" [@post].'.replace("nobody", "Nobody")) == []


def test_scare_quotes_quote_nobody_and_hide_nothing(told: Told) -> None:
    assert told(f'It is "{COPY}"{{.scare}} [@post].') == [f"copied-text 5:8 {FOUND}"]


def test_a_quotation_in_between_parts_a_run(told: Told) -> None:
    said = 'It says nobody among the reporters at "the briefing" [@post] knew how many of them would stay.'
    assert told(said) == []


def test_eleven_words_are_not_told(told: Told) -> None:
    assert told("Nobody among the reporters at the briefing knew how many of us [@post].") == []


def test_a_free_text_may_be_copied(told: Told) -> None:
    free = {"content/sources/post.md": ARTICLE.replace("kind:", "licence: CC-BY-4.0\nkind:")}
    assert told(f"It is known that {COPY} [@post].", free) == []


def test_a_statement_in_front_matter_is_told_too_and_a_title_is_not(told: Told) -> None:
    says = "kind: article\nsays:\n  - {claim: stay, stance: supports, basis: outlet}\n"
    post = ARTICLE.replace("title: Troops leave", f"title: {COPY}").replace("kind: article\n", says)
    files = {
        "content/claims/stay.md": f"---\nclaim: >\n  It is so that\n  {COPY}\nnumber: 1\nsection: deployments\n---\n",
        "content/sources/post.md": post,
    }
    assert told("They [stay](claim:stay) [@post].", files) == [f"copied-text 4:3 {FOUND}"]
