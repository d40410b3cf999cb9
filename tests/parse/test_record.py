"""Front matter that cannot lie: what is typed is what is meant, or is told at its place."""

from dossier import parse
from dossier.model.dossier import Record
from dossier.model.entity import Entity
from dossier.model.key import Kind
from dossier.model.parsed import Parsed
from dossier.model.source import Source
from dossier.model.term import Term

SOURCE = "title: T\npublisher: unknown\nauthor: unknown\npublished: unknown\nkind: article\n"


def record(head: str, *, path: str = "content/sources/news.md", body: str = "") -> Parsed[Record]:
    return parse.record(f"---\n{head}---\n{body}", path=path)


def told(parsed: Parsed[Record]) -> list[str]:
    return [f"{problem.code} {problem.place.line}:{problem.place.column}" for problem in parsed.problems]


def test_yaml_never_decides_what_a_word_is() -> None:
    head = "term: NO\naliases: [22:30, 0123, 1.10, yes, 1e3, null, 2025-02-30]\n"
    term = record(head, path="content/terms/no.md").value
    assert isinstance(term, Term)
    assert (term.term, term.aliases) == ("NO", ("22:30", "0123", "1.10", "yes", "1e3", "null", "2025-02-30"))


def test_unknown_is_a_value_and_missing_is_an_error() -> None:
    source = record(SOURCE).value
    assert isinstance(source, Source)
    assert (source.title is None, source.publisher, source.authors, source.published.date) == (False, None, (), None)
    assert told(record("title: T\nkind: article\n")) == ["missing-key 1:1"] * 3


def test_only_some_keys_may_be_unknown() -> None:
    assert "`publisher: unknown`" in record("title: T\nauthor: A\npublished: 2025\nkind: report\n").problems[0].help
    missing = record("unit: troops\ncounts: All.\n", path="content/measures/troops.md").problems[0]
    assert missing.help == "add `title:`"


def test_every_mistake_of_a_head_is_told_at_once_and_the_body_is_read_all_the_same() -> None:
    head = "title: T\npublisher: unknown\nauthor: unknown\npublished: 2025-02-30\nkind: artcle\nlicense: MIT\n"
    parsed = record(head, body="See ![](map.png).\n")
    assert told(parsed) == ["bad-date 5:12", "not-a-choice 6:7", "unknown-key 7:1", "missing-alt 9:5"]
    assert [problem.help for problem in parsed.problems[1:3]] == ["did you mean `article`?", "did you mean `licence`?"]


def test_a_misspelt_required_key_is_told_once() -> None:
    assert told(record(SOURCE.replace("kind:", "knid:"))) == ["unknown-key 6:1"]


def test_an_inferred_date_keeps_its_basis() -> None:
    source = record(SOURCE.replace("published: unknown", "published: {date: 2025-11-03, basis: in the address}")).value
    assert isinstance(source, Source)
    assert source.published.date is not None
    assert (source.published.date.text, source.published.basis) == ("2025-11-03", "in the address")


def test_an_interval_cannot_be_the_day_of_publication_and_a_set_can() -> None:
    lasting = record(SOURCE.replace("published: unknown", "published: 2025-02-13/2025-02-20"))
    assert told(lasting) == ["bad-date 5:12"]
    assert lasting.problems[0].help.endswith("[2025-02-13..2025-02-20]")
    assert record(SOURCE.replace("published: unknown", "published: [2025-02-13..2025-02-20]")).problems == ()


def test_an_evidence_line_is_told_by_its_own_place() -> None:
    says = "says:\n  - claim: left\n    stance: support\n    basis: outlet\n    value: many\n    locator: para 3\n"
    assert told(record(SOURCE + says)) == ["not-a-choice 9:13", "wrong-type 11:12", "bad-locator 12:14"]


def test_private_notes_go_no_further_than_the_reader() -> None:
    parsed = record(SOURCE + "private: canary-bird\n", body="Text <!-- canary-worm --> here.\n")
    assert parsed.problems == ()
    assert "canary" not in repr(parsed.value)


def test_roles_have_ends_named_from_and_to() -> None:
    head = "name: Ada\nkind: person\nrole:\n  - {title: mayor, from: 2020, to: 2024-05-31}\n"
    entity = record(head, path="content/entities/ada.md").value
    assert isinstance(entity, Entity)
    (role,) = entity.roles
    assert (str(role.since), str(role.until)) == ("2020", "2024-05-31")


def test_a_correction_tells_both_wordings_and_the_reason_unless_it_is_minor() -> None:
    assert told(record(SOURCE + "corrections: [{date: 2025-05-01}]\n")) == ["missing-key 7:15"]
    assert record(SOURCE + "corrections: [{date: 2025-05-01, minor: true}]\n").problems == ()


def test_the_folder_is_the_kind_and_the_file_name_the_id() -> None:
    for path, kind, id in (
        ("content/index.md", Kind.HOME, "index"),
        ("content/about.md", Kind.PAGE, "about"),
        ("content/sections/law/index.md", Kind.SECTION, "law"),
        ("content/sections/law/deep/title-50.md", Kind.EXPLAINER, "title-50"),
        ("content/claims/2025/left.md", Kind.CLAIM, "left"),
    ):
        key = parse.named(path)
        assert key is not None
        assert (key.kind, key.id) == (kind, id)


def test_a_page_cannot_take_the_place_of_one_that_the_site_makes() -> None:
    assert told(record("title: Find\n", path="content/search.md")) == ["bad-id 1:1"]
    assert record("title: Introduction\n", path="content/timeline.md").problems == ()
