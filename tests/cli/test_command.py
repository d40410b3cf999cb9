"""The command as a person types it, rightly and wrongly."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Project

CLAIM = "---\nclaim: The troops left.\nnumber: one\nsection: deployments\n---\n"


def run(*words: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dossier", *words],
        cwd=cwd,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_build_ends_with_one_line_that_says_what_was_made_and_where(project: Project) -> None:
    done = run("build", cwd=project({}))
    assert done.returncode == 0
    assert done.stdout == ""
    assert done.stderr.startswith("dossier: ")
    assert "0 errors, 0 warnings" in done.stderr
    assert done.stderr.endswith(": build/\n")


def test_an_error_in_the_content_exits_with_1_and_leaves_no_site(project: Project) -> None:
    folder = project({"content/claims/left.md": CLAIM})
    done = run("build", cwd=folder)
    assert done.returncode == 1
    assert done.stdout.startswith("content/claims/left.md:3:9: error[wrong-type]")
    assert "nothing written" in done.stderr
    assert not (folder / "build").exists()


def test_the_last_good_site_stays_when_the_content_breaks(project: Project) -> None:
    folder = project({})
    assert run("build", cwd=folder).returncode == 0
    before = (folder / "build" / "index.html").read_bytes()
    (folder / "content" / "index.md").write_text("no front matter", encoding="utf-8")
    assert run("build", cwd=folder).returncode == 1
    assert (folder / "build" / "index.html").read_bytes() == before


def test_warnings_fail_a_strict_run_only(project: Project) -> None:
    folder = project({"content/terms/isr.md": "---\nterm: ISR\n---\nSurveillance.\n"})
    assert run("check", cwd=folder).returncode == 0
    strict = run("check", "--strict", cwd=folder)
    assert strict.returncode == 1
    assert "warning[orphan-record]" in strict.stdout


def test_severities_are_settable_in_the_settings(project: Project) -> None:
    folder = project({"content/terms/isr.md": "---\nterm: ISR\n---\nSurveillance.\n"})
    settings = folder / "content" / "dossier.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "checks: {orphan-record: error}\n", encoding="utf-8")
    assert run("check", cwd=folder).returncode == 1


def test_the_dossier_is_found_from_any_folder_inside_it(project: Project) -> None:
    folder = project({})
    assert run("check", cwd=folder / "content" / "sections").returncode == 0


def test_a_folder_without_a_dossier_exits_with_2_and_says_how_to_begin(tmp_path: Path) -> None:
    done = run("build", cwd=tmp_path)
    assert done.returncode == 2
    assert "dossier new" in done.stderr
    assert "Traceback" not in done.stderr


def test_json_is_all_that_standard_output_holds(project: Project) -> None:
    done = run("check", "--format", "json", cwd=project({"content/claims/left.md": CLAIM}))
    assert [found["code"] for found in json.loads(done.stdout)] == ["wrong-type"]


def test_quiet_prints_findings_and_nothing_else(project: Project) -> None:
    assert run("check", "--quiet", cwd=project({})).stderr == ""


def test_no_colour_reaches_what_is_no_terminal(project: Project) -> None:
    done = run("check", cwd=project({"content/claims/left.md": CLAIM}))
    assert "\x1b" not in done.stdout + done.stderr


def test_a_new_dossier_builds_without_a_finding(tmp_path: Path) -> None:
    assert run("new", "bridge", cwd=tmp_path).returncode == 0
    done = run("build", "--strict", cwd=tmp_path / "bridge")
    assert (done.returncode, done.stdout) == (0, "")


def test_a_new_dossier_never_writes_into_a_folder_that_holds_something(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    done = run("new", ".", cwd=tmp_path)
    assert done.returncode == 2
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


def test_clean_removes_what_a_build_made_and_leaves_the_rest(project: Project) -> None:
    folder = project({})
    run("build", cwd=folder)
    (folder / "build" / "CNAME").write_text("example.org", encoding="utf-8")
    assert run("clean", cwd=folder).returncode == 0
    assert [file.name for file in (folder / "build").iterdir()] == ["CNAME"]


def test_explain_tells_reason_and_example_and_offers_the_nearest_code(tmp_path: Path) -> None:
    told = run("explain", "ambiguous-name", cwd=tmp_path)
    assert "[[term:title-50]]" in told.stdout
    wrong = run("explain", "ambigous-name", cwd=tmp_path)
    assert wrong.returncode == 2
    assert "did you mean `ambiguous-name`?" in wrong.stderr


@pytest.mark.parametrize("kind", ["dossier", "source", "claim", "entity", "event", "section"])
def test_a_schema_of_each_kind_can_be_printed(kind: str, tmp_path: Path) -> None:
    schema = json.loads(run("schema", kind, cwd=tmp_path).stdout)
    assert schema["type"] == "object"
    assert schema["additionalProperties"] is False


def test_drafts_go_to_the_preview_and_never_into_the_published_site(project: Project) -> None:
    folder = project({"content/later.md": "---\ntitle: Later\ndraft: true\n---\nNot yet.\n"})
    assert run("build", cwd=folder).returncode == 0
    assert not (folder / "build" / "later.html").exists()
    assert run("build", "--drafts", cwd=folder).returncode == 0
    assert (folder / ".dossier" / "preview" / "later.html").exists()
    assert not (folder / "build" / "later.html").exists()
    assert run("build", "--drafts", "--output", "build", cwd=folder).returncode == 2


def test_an_embargo_ends_on_its_day(project: Project) -> None:
    folder = project({"content/later.md": "---\ntitle: Later\npublish_after: 2025-06-01\n---\nNot yet.\n"})
    run("build", "--today", "2025-05-31", cwd=folder)
    assert not (folder / "build" / "later.html").exists()
    run("build", cwd=folder, SOURCE_DATE_EPOCH="1748822400")  # 2 June 2025
    assert (folder / "build" / "later.html").exists()


def test_help_loads_nothing_that_only_a_build_needs(tmp_path: Path) -> None:
    heavy = "{'yaml', 'pydantic', 'markdown', 'jinja2', 'babel', 'nh3'}"
    script = f"import sys, dossier.cli.commands; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


QUOTING = {
    "content/sources/post.md": "---\ntitle: Troops leave\npublisher: unknown\nauthor: unknown\npublished: unknown\n"
    "kind: article\n---\n",
    "content/archive/post.txt": "The general said that there will be no invasion.\n",
    "content/sections/deployments/index.md": "---\ntitle: Troops\ndescription: Who was sent.\n---\n"
    'He said "no invasion" [@post, ¶1].\n',
}


def test_the_closing_line_says_how_quotations_were_verified(project: Project) -> None:
    folder = project(QUOTING)
    assert (
        "quotations: 1 verified now, 0 verified earlier, 0 not verifiable (1 not yet in"
        in run("check", cwd=folder).stderr
    )
    done = run("verify", "--verbose", cwd=folder)
    assert done.returncode == 0
    assert done.stdout == 'content/sections/deployments/index.md:5:9: verified now post ¶1 "no invasion"\n'
    assert done.stderr.endswith(": content/quotations.lock\n")
    (folder / "content/archive/post.txt").unlink()
    assert "quotations: 0 verified now, 1 verified earlier, 0 not verifiable;" in run("check", cwd=folder).stderr


def test_a_quotation_that_is_not_found_fails_the_run_and_nothing_is_kept(project: Project) -> None:
    folder = project(QUOTING | {"content/archive/post.txt": "There will be peace.\n"})
    done = run("verify", cwd=folder)
    assert done.returncode == 1
    assert "error[quote-not-found]" in done.stdout
    assert done.stderr.endswith("; nothing written\n")
    assert not (folder / "content/quotations.lock").exists()


def test_a_build_that_nobody_hears_ends_without_a_traceback(project: Project) -> None:
    folder = project({"content/terms/isr.md": "---\nterm: ISR\n---\nSurveillance.\n"})
    assert "orphan-record" in run("build", cwd=folder).stdout

    for _ in ("made", "said again"):
        nobody, ours = os.pipe()
        os.close(nobody)
        command = [sys.executable, "-m", "dossier", "build", "--project", str(folder)]
        done = subprocess.run(command, stdout=ours, stderr=subprocess.PIPE, text=True, check=False)
        os.close(ours)

        assert (done.returncode, done.stderr) == (1, "")
