"""Sources that have it from each other."""

from tests.conftest import Project
from tests.review.dossiers import claim, line, messages, source


def test_a_circle_is_told_once_with_its_way(project: Project) -> None:
    files = {
        "claims/left": claim(),
        "sources/one": source(line(), more="via: [two]\n"),
        "sources/three": source(line(), more="via: [one]\n"),
        "sources/two": source(line(), more="via: [three]\n"),
    }
    assert messages(project, files, "via-cycle") == [
        "`three` cannot have it from `one`: one from two from three from one"
    ]


def test_the_step_that_time_forbids_is_the_one_that_is_told(project: Project) -> None:
    files = {
        "claims/left": claim(),
        "sources/a-wire": source(line(), day="2025-03-01", more="via: [paper]\n"),
        "sources/paper": source(line(), day="2025-03-10", more="via: [a-wire]\n"),
    }
    assert messages(project, files, "via-cycle") == [
        "`a-wire` cannot have it from `paper`: paper from a-wire from paper"
    ]


def test_two_claims_may_go_opposite_ways(project: Project) -> None:
    files = {
        "claims/left": claim(),
        "claims/stayed": claim("They stayed.", 2),
        "sources/one": source(line(more=", via: [two]") + line("stayed")),
        "sources/two": source(line() + line("stayed", more=", via: [one]")),
    }
    assert messages(project, files, "via-cycle") == []
