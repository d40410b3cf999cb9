"""What a preview adds to a page, and what it lets a page's own policy allow."""

import pytest

from dossier.serve.injected import allowing, previewed

STRICT = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'"


def test_the_scripts_stand_at_the_end_of_the_head_and_the_rest_is_as_it_was() -> None:
    page = b"<html><head><title>A</title></head><body><pre>&lt;/head></head></pre></body></html>"
    head, scripts, rest = previewed(page, site="7-1", host="localhost:8000").partition(
        b'<script src="/.dossier/preview.js" data-site="7-1" defer></script>'
        b'<script src="/livereload.js?host=localhost&amp;port=8000" defer></script>'
    )
    assert scripts
    assert head + rest == page
    assert rest.startswith(b"</head><body>")


@pytest.mark.parametrize(
    ("host", "told"),
    [("[::1]:8000", "host=[::1]&amp;port=8000"), ("localhost", "host=localhost&amp;port=80")],
)
def test_the_page_is_told_the_address_that_the_browser_has(host: str, told: str) -> None:
    assert f'"/livereload.js?{told}"' in previewed(b"<p>Bare", site="7-1", host=host).decode()


def test_a_page_without_a_head_gets_the_scripts_at_its_end() -> None:
    assert previewed(b"<p>Bare", site="7-1", host="localhost:8000").startswith(b"<p>Bare<script ")


def test_a_policy_that_allows_the_preview_is_left_as_it_was_typed() -> None:
    typed = b"default-src  'none';style-src 'self'; script-src 'self' ; connect-src 'self'"
    assert allowing(typed) == typed


@pytest.mark.parametrize(
    ("typed", "allowed"),
    [
        ("script-src 'none'", "script-src 'self'"),
        ("script-src 'sha256-x'; img-src *", "img-src *; script-src 'sha256-x' 'self'"),
        (
            "default-src https://a.example",
            "default-src https://a.example; script-src https://a.example 'self'; "
            "connect-src https://a.example 'self'; style-src https://a.example 'self'",
        ),
        (STRICT.replace("connect-src 'self'", "connect-src 'none'"), STRICT),
        ("SCRIPT-SRC 'none'; script-src 'self'", "script-src 'self'"),
        ("img-src 'none'", "img-src 'none'"),
    ],
)
def test_a_stricter_policy_allows_what_the_preview_needs_and_no_more(typed: str, allowed: str) -> None:
    page = f'<head><meta http-equiv="Content-Security-Policy" content="{typed}"></head>'.encode()
    found = previewed(page, site="7-1", host="localhost:8000").decode().partition('content="')[2].partition('"')[0]
    directives = {each.strip() for each in found.replace("&#x27;", "'").split(";")}
    assert directives == {each.strip() for each in allowed.split(";")}
