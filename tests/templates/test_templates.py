"""A project's own templates: they win, they can extend what they replace, and each fault is told once, at its line."""

from collections.abc import Mapping

import pytest
from msgspec import Struct, field
from msgspec.structs import replace

from dossier import templates, wording
from dossier.model.prose import Html
from dossier.pages import claim
from dossier.problems import Problem
from tests.templates.views import THEME, VIEWS, Filler


class Page(Struct, frozen=True, kw_only=True):
    """A small view."""

    title: str
    body: Html


class Framed(Struct, frozen=True, kw_only=True):
    """What stands round a page."""

    around: object


class Titled(Struct, frozen=True, kw_only=True):
    """The view of a page of a folder."""

    frame: Framed
    title: str


AROUND = object()
VIEW = Page(title="Cartels & troops", body=Html("<p>finished</p>"))


def made(own: Mapping[str, str], theme: Mapping[str, str] | None = None, name: str = "page.html") -> str | Problem:
    return templates.look(theme=theme or {}, own=own, words=wording.words("en")).render(name, VIEW)


def told(own: Mapping[str, str], theme: Mapping[str, str] | None = None) -> tuple[str, str, str]:
    """Where the one fault is, what is said of it, and the way on; it has the one code there is."""
    (problem,) = templates.check(theme or {}, own)
    assert problem.code == "bad-template"
    return f"{problem.place.path}:{problem.place.line}", problem.message, problem.help


def failed(own: Mapping[str, str], theme: Mapping[str, str] | None = None) -> tuple[str, str]:
    """Where a page fails and what is said of it."""
    problem = made(own, theme)
    assert isinstance(problem, Problem)
    assert problem.code == "bad-template"
    return f"{problem.place.path}:{problem.place.line}", problem.message


def test_a_project_s_own_template_wins() -> None:
    assert made({"page.html": "own"}, {"page.html": "packaged"}) == "own"


def test_an_own_template_extends_the_packaged_one_of_its_name() -> None:
    theme = {"page.html": "<h1>{% block title %}{{ view.title }}{% endblock %}</h1>"}
    own = {"page.html": '{% extends "theme/page.html" %}{% block title %}{{ super() }}!{% endblock %}'}
    assert made(own, theme) == "<h1>Cartels &amp; troops!</h1>"
    assert templates.check(theme, own) == ()


def test_a_packaged_template_builds_on_the_project_s_own_layout() -> None:
    own = {"layout.html": '{% extends "theme/layout.html" %}{% block footer %}<footer>ours</footer>{% endblock %}'}
    look = templates.look(theme=THEME, own=own, words=wording.words("en"))
    html = look.render("claim.html", Filler().view(VIEWS["claim.html"]))
    assert "<footer>ours</footer>" in str(html)


def titled(title: str) -> Titled:
    """The view of a page that shares what stands round it with all the others that are made so."""
    return Titled(frame=Framed(around=AROUND), title=title)


def test_what_stands_round_the_pages_of_a_folder_is_made_once_for_all() -> None:
    theme = {
        "page.html": '{% from "partials/bar.html" import bar %}{{ framed(bar, view) }}',
        "partials/bar.html": "{% macro bar(frame, view) %}{{ view.title }}{% endmacro %}",
    }
    look = templates.look(theme=theme, own={}, words=wording.words("en"))
    assert [look.render("page.html", titled(title)) for title in ("first", "second")] == ["first", "first"]


def test_an_own_partial_may_show_anything_of_a_page_round_it() -> None:
    own = {"partials/switches.html": "<p>{{ view.card.label }} in {{ frame.title }}</p>"}
    look = templates.look(theme=THEME, own=own, words=wording.words("en"))
    view = Filler(words="words").view(VIEWS["claim.html"])
    assert isinstance(view, claim.View)
    for label in ("14", "15"):
        shown = str(look.render("claim.html", replace(view, card=replace(view.card, label=label))))
        assert f"<p>{label} in words</p>" in shown


class Shelf(Struct, frozen=True, kw_only=True):
    """A shelf that starts empty, and tells what was put on it."""

    put_there: dict[str, bytes] = field(default_factory=dict)

    def get(self, name: str) -> bytes | None:
        return self.put_there.get(name)

    def put(self, name: str, data: bytes) -> None:
        self.put_there[name] = data


def compiled_anew(pack: bytes, theme: Mapping[str, str]) -> int:
    """How many templates are compiled to make a page with this pack of compiled ones at hand."""
    further = Shelf()
    look = templates.look(theme=theme, own={}, words=wording.words("en"), compiled=templates.Ready(pack, further))
    assert str(look.render("claim.html", Filler().view(VIEWS["claim.html"]))).endswith("</html>\n")
    return len(further.put_there)


def test_packaged_templates_are_compiled_when_the_package_is_built_and_not_again() -> None:
    pack = templates.packed(THEME)
    assert compiled_anew(pack, THEME) == 0
    assert compiled_anew(b"", THEME) > 20


def test_a_packaged_template_that_was_edited_since_is_compiled_anew_and_it_alone() -> None:
    pack = templates.packed(THEME)
    assert compiled_anew(pack, {**THEME, "claim.html": THEME["claim.html"] + "{# edited #}"}) == 1


def test_what_another_version_compiled_is_as_good_as_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(templates, "MADE_BY", "another Python, another Jinja")
    pack = templates.packed(THEME)
    monkeypatch.undo()
    assert compiled_anew(pack, THEME) > 20


def test_a_template_speaks_the_language_of_the_dossier() -> None:
    look = templates.look(theme={"page.html": "{{ labels.sources }}"}, own={}, words=wording.words("es"))
    assert look.render("page.html", VIEW) == "Fuentes"


def test_finished_html_passes_and_words_are_escaped() -> None:
    assert made({"page.html": "{{ view.body | prose }}{{ view.title }}"}) == "<p>finished</p>Cartels &amp; troops"


def test_words_cannot_pass_for_finished_html() -> None:
    where, message = failed({"page.html": "<h1>\n{{ view.title | prose }}</h1>"})
    assert where == "templates/page.html:2"
    assert "only finished HTML" in message


def test_a_slip_of_syntax_is_told_at_its_line() -> None:
    own = {"page.html": "<p>\n{% if view.title }\n</p>{% endif %}"}
    where, message, _ = told(own)
    assert where == "templates/page.html:2"
    assert "}" in message
    assert failed(own)[0] == where


def test_a_filter_that_does_not_exist_is_told() -> None:
    where, message, _ = told({"page.html": "<p>\n{{ view.title | upcase }}"})
    assert where == "templates/page.html:2"
    assert "upcase" in message


def test_something_that_the_view_does_not_hold_is_told_with_the_nearest_name() -> None:
    assert failed({"page.html": "<p>\n\n{{ view.titel }}</p>"}) == (
        "templates/page.html:3",
        "`titel` is not in the view; did you mean `title`?",
    )


def test_a_word_that_is_missing_in_a_packaged_partial_is_told_there() -> None:
    theme = {"page.html": '{% include "partials/foot.html" %}', "partials/foot.html": "\n{{ view.foot }}"}
    assert failed({}, theme)[0] == "theme/partials/foot.html:2"


def test_an_unknown_variable_is_told() -> None:
    assert failed({"page.html": "{{ titel }}"}) == ("templates/page.html:1", "'titel' is undefined")


def test_a_template_that_is_not_there_is_told_with_the_nearest_name() -> None:
    own = {"page.html": '<p>\n{% include "partials/note.html" %}', "partials/notes.html": ""}
    assert told(own) == (
        "templates/page.html:2",
        "there is no template `partials/note.html`",
        "did you mean `partials/notes.html`?",
    )
    assert failed(own) == ("templates/page.html:2", "there is no template `partials/note.html`")


def test_a_template_that_may_be_missing_is_not_missed() -> None:
    own = {"page.html": '{% include "extra.html" ignore missing %}'}
    assert templates.check({}, own) == ()
    assert made(own) == ""


def test_a_template_that_extends_itself_is_shown_the_packaged_one() -> None:
    own = {"page.html": '{% extends "page.html" %}'}
    assert told(own, {"page.html": "packaged"}) == (
        "templates/page.html:1",
        "`page.html` leads back to this template",
        "to build on the packaged one, name it `theme/page.html`",
    )


def test_a_template_that_includes_itself_is_told_and_ends() -> None:
    own = {"page.html": '<p>\n{% include "page.html" %}'}
    assert told(own)[0] == "templates/page.html:2"
    assert failed(own)[0] == "templates/page.html:2"


def test_a_circle_of_two_is_told_in_both() -> None:
    own = {"a.html": '{% include "b.html" %}', "b.html": '{% include "a.html" %}'}
    assert [str(problem.place.path) for problem in templates.check({}, own)] == ["templates/a.html", "templates/b.html"]


@pytest.mark.parametrize(
    ("source", "message"),
    [("\n{{ 1 / 0 }}", "division by zero"), ("\n{{ view.title + 1 }}", 'can only concatenate str (not "int") to str')],
)
def test_whatever_a_template_does_wrong_is_told_at_its_line(source: str, message: str) -> None:
    assert failed({"page.html": source}) == ("templates/page.html:2", message)


def test_a_page_without_its_template_is_told() -> None:
    problem = made({}, {}, name="page.html")
    assert isinstance(problem, Problem)
    assert problem.message == "there is no template `page.html`"
