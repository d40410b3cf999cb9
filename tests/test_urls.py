"""Addresses: relative from anywhere to anywhere, and true when a browser follows them."""

from urllib.parse import urljoin

from hypothesis import given
from hypothesis import strategies as st

from dossier import urls
from dossier.model.key import Key, Kind

PAGES = st.sampled_from(
    [
        "index.html",
        "about.html",
        "sources/index.html",
        "sources/ap.html",
        "claims/a-b.html",
        "law/a/b.html",
        "law/a.html",
    ]
)


@given(start=PAGES, target=PAGES, fragment=st.sampled_from(["", "#note"]))
def test_a_relative_link_leads_where_a_browser_expects_it_under_any_path(
    start: str, target: str, fragment: str
) -> None:
    link = urls.relative(target + fragment, start=start)
    for root in ("https://example.org/", "https://example.org/sub/path/", "file:///media/stick/site/"):
        assert urljoin(root + start, link) == root + target + fragment


def test_a_link_to_a_part_of_the_same_page_is_the_fragment_alone() -> None:
    assert urls.relative("timeline.html#first", start="timeline.html") == "#first"


def test_addresses_elsewhere_are_left_alone() -> None:
    assert urls.relative("https://example.org/a", start="sources/ap.html") == "https://example.org/a"


def test_records_without_a_page_of_their_own_stand_on_a_shared_one() -> None:
    assert urls.of(Key(kind=Kind.TERM, id="title-50")) == "glossary.html#title-50"
    assert urls.of(Key(kind=Kind.EXPLAINER, id="title-50"), section="law") == "law/title-50.html"
