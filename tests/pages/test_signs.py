"""What readers see of whether a quotation was verified."""

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser


def page(site: Path, name: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / f"{name}.html").read_text("utf-8"))


def test_a_quotation_in_prose_bears_a_sign_that_leads_to_its_meaning(site: Path) -> None:
    sign = page(site, "mexican-responses/what-sheinbaum-said").css_first(".quotation + a.sign.verified")
    assert sign is not None
    assert sign.text() == "✓ verified"
    assert sign.attributes["href"] == "../quotations.html#_signs"
    assert "letter" not in (sign.attributes["title"] or "")
    meaning = page(site, "quotations").css_first("#_signs")
    assert meaning is not None
    assert "These words stand exactly so in our copy of the cited source." in meaning.text()


def test_evidence_bears_the_sign_wherever_it_is_shown(site: Path) -> None:
    for name in ("claims/no-invasion", "sources/panwar", "quotations", "disagreements"):
        assert page(site, name).css(".sign.verified"), name


def test_words_that_quote_nobody_bear_none(site: Path) -> None:
    assert page(site, "about").css(".quotation.scare + .sign") == []


def test_the_page_of_quotations_lists_those_of_the_text_with_page_and_sentence(site: Path) -> None:
    listed = page(site, "quotations").css(".quotations li")
    (power,) = [item for item in listed if "sets the words “American power” beside" in item.text()]
    link = power.css_first(".where a")
    sentence = power.css_first(".sentence")
    assert link is not None
    assert sentence is not None
    assert link.attributes["href"] == "legal-authority/secret-directive.html"
    assert sentence.text().startswith("One article sets the words “American power”")
