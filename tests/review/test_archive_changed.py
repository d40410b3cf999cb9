"""A text that was changed after its quotations were verified."""

from pathlib import Path

import dossier
from dossier import Options
from tests.conftest import A_DAY, Project
from tests.review.conftest import ARTICLE, TEXT, problems

FILES = {
    "content/sources/post.md": ARTICLE.replace(
        "kind: article\n",
        "kind: article\nsays:\n  - {claim: peace, stance: supports, basis: outlet, quote: no invasion}\n",
    ),
    "content/archive/post.txt": TEXT,
    "content/claims/peace.md": "---\nclaim: There will be peace.\nnumber: 1\nsection: deployments\n---\n",
    "content/sections/deployments/index.md": (
        "---\ntitle: Troops\ndescription: Who was sent.\n---\n"
        'He [promised it](claim:peace): "no invasion" [@post, ¶1].\n'
    ),
}


def codes(folder: Path) -> list[str]:
    return [f"{found.code} {found.place}" for found in problems(dossier.check(folder, Options(today=A_DAY)))]


def changed(project: Project, old: str, new: str) -> Path:
    folder = project(FILES)
    assert dossier.verify(folder, Options(today=A_DAY)).is_clean
    (folder / "content/archive/post.txt").write_text(TEXT.replace(old, new), encoding="utf-8")
    return folder


def test_every_quotation_and_every_claim_that_rests_on_it_is_told(project: Project) -> None:
    assert codes(changed(project, "knew how many", "knew how few")) == [
        "archive-changed content/claims/peace.md:2:8",
        "archive-changed content/sections/deployments/index.md:5:32",
        "archive-changed content/sources/post.md:8:60",
    ]


def test_other_marks_and_spaces_change_nothing(project: Project) -> None:
    assert codes(changed(project, "“We’re cooperating,”", '"We\'re   cooperating,"')) == []


def test_verifying_again_is_the_way_on(project: Project) -> None:
    folder = changed(project, "knew how many", "knew how few")
    assert dossier.verify(folder, Options(today=A_DAY)).is_clean
    assert codes(folder) == []
