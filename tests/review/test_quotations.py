"""Quotations against the archived text of their source, and against the lock where there is none."""

from pathlib import Path

import dossier
from dossier import Options
from dossier.pipeline.survey import surveyed
from dossier.quoting import LOCK
from tests.conftest import A_DAY, Project
from tests.review.conftest import ARTICLE, TEXT, Told, problems

SECTION = "---\ntitle: Troops\ndescription: Who was sent.\n---\n"


def test_words_that_stand_in_the_text_are_fine(told: Told) -> None:
    assert told('He said "there will be no invasion" [@post, ¶1].') == []


def test_a_changed_word_is_told_at_its_quotation(told: Told) -> None:
    said = 'He said "there will be no peace" [@post, ¶1].'
    assert told(said) == ["quote-not-found 5:9 no cited source has these words"]


def test_the_nearest_passage_stands_beside_the_caret(project: Project) -> None:
    files = {
        "content/sources/post.md": ARTICLE,
        "content/archive/post.txt": TEXT,
        "content/sections/deployments/index.md": f'{SECTION}He said "there will not be an invasion" [@post].\n',
    }
    (found,) = surveyed(project(files), Options(today=A_DAY)).problems
    assert found.note == 'nearest, post ¶1: "there will be no invasion"'
    assert found.help == "copy the archived words, or drop the quotation marks"


def test_a_right_quotation_with_a_wrong_paragraph_names_the_right_one_once(told: Told) -> None:
    said = 'He said "there will be no invasion" [@post, ¶9].'
    assert told(said) == ["bad-locator 5:45 the quoted words stand in ¶1 of `post`, not in ¶9"]


def test_a_page_number_says_nothing_of_paragraphs(told: Told) -> None:
    assert told('He said "there will be no invasion" [@post, p. 12].') == []


def test_words_without_a_citation_are_told_unless_they_quote_nobody(told: Told) -> None:
    said = 'It is called "peace"{.scare} in the news [@post]. The "war" goes on.'
    assert told(said) == ["quote-uncited 5:55 no citation follows this quotation in its sentence"]


def locked(project: Project, body: str) -> Path:
    folder = project(
        {
            "content/sources/post.md": ARTICLE,
            "content/archive/post.txt": TEXT,
            "content/sections/deployments/index.md": f"{SECTION}{body}\n",
        }
    )
    assert dossier.verify(folder, Options(today=A_DAY)).is_clean
    (folder / "content/archive/post.txt").unlink()
    return folder


def codes(folder: Path) -> list[str]:
    return [found.code for found in problems(dossier.check(folder, Options(today=A_DAY)))]


def rewrite(folder: Path, old: str, new: str) -> None:
    page = folder / "content/sections/deployments/index.md"
    page.write_text(page.read_text("utf-8").replace(old, new), encoding="utf-8")


def test_what_was_verified_is_trusted_where_the_archive_is_not(project: Project) -> None:
    folder = locked(project, 'He said "no invasion" [@post, ¶1].')
    assert codes(folder) == []
    report = dossier.check(folder, Options(today=A_DAY))
    assert [checked.how.value for checked in report.quotations] == ["verified earlier"]


def test_a_word_changed_where_the_archive_is_not_is_an_error(project: Project) -> None:
    folder = locked(project, 'He said "no invasion" [@post, ¶1], and "no invasion" [@post].')
    rewrite(folder, '"no invasion" [@post].', '"no invasions" [@post].')
    assert codes(folder) == ["quote-not-found"]


def test_a_quotation_added_where_the_archive_is_not_is_a_warning(project: Project) -> None:
    folder = locked(project, 'He said "no invasion" [@post, ¶1].')
    rewrite(folder, "He said", 'He spoke of "cooperating" [@post], and said')
    assert codes(folder) == ["quote-unverified"]


def test_a_paragraph_changed_where_the_archive_is_not_is_told(project: Project) -> None:
    folder = locked(project, 'He said "no invasion" [@post, ¶1].')
    rewrite(folder, "¶1", "¶2")
    assert codes(folder) == ["bad-locator"]


def test_a_site_made_with_the_archive_and_one_made_without_are_the_same(project: Project) -> None:
    folder = locked(project, 'He said "no invasion" [@post, ¶1].')
    dossier.build(folder, Options(today=A_DAY))
    without = (folder / "build/manifest.json").read_bytes()
    (folder / "content/archive/post.txt").write_text(TEXT, encoding="utf-8")
    assert dossier.build(folder, Options(today=A_DAY)).changed == 0
    assert (folder / "build/manifest.json").read_bytes() == without


def test_verifying_where_the_archive_is_not_keeps_what_is_known(project: Project) -> None:
    folder = locked(project, 'He said "no invasion" [@post, ¶1].')
    before = (folder / LOCK).read_bytes()
    assert dossier.verify(folder, Options(today=A_DAY)).is_clean
    assert (folder / LOCK).read_bytes() == before


def test_the_lock_holds_no_word_of_a_text(project: Project) -> None:
    text = (locked(project, 'He said "there will be no invasion" [@post, ¶1].') / LOCK).read_text("utf-8")
    assert [word for word in ("invasion", "cooperating", "general") if word in text] == []


def test_nothing_is_kept_of_a_dossier_in_which_something_is_not_found(project: Project) -> None:
    files = {"content/sources/post.md": ARTICLE, "content/archive/post.txt": TEXT}
    page = f'{SECTION}He said "no peace" [@post].\n'
    folder = project(files | {"content/sections/deployments/index.md": page})
    assert not dossier.verify(folder, Options(today=A_DAY)).is_clean
    assert not (folder / LOCK).exists()


def test_a_draft_is_verified_before_its_day(project: Project) -> None:
    folder = locked(project, "It happened [@post].\n")
    (folder / "content/archive/post.txt").write_text(TEXT, encoding="utf-8")
    draft = f'---\ndraft: true\n{SECTION.removeprefix("---" + chr(10))}He said "no invasion" [@post].\n'
    (folder / "content/sections/deployments/later.md").write_text(draft, encoding="utf-8")
    assert "later" in (verified(folder) / LOCK).read_text("utf-8")


def verified(folder: Path) -> Path:
    assert dossier.verify(folder, Options(today=A_DAY)).is_clean
    return folder
