"""Kills, full disks, missing rights, other builds: the output is the old site or the new one, whole."""

import os
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from dossier.problems import DossierError
from dossier.write import File
from dossier.write.aside import MARKER, swap_in_two_steps, sweep
from dossier.write.lock import held
from tests.write.tree import pages, site, texts, tree

ROOT = Path(__file__).parents[2]
KILLS = 20

# Builds one of two sites after the other for ever, so that a kill at any time meets a build at some point.
BUILDER = """
import sys
from itertools import cycle
from pathlib import Path
from dossier.write import File
from tests.write.tree import site
project, names, output = Path(sys.argv[1]), sys.argv[2].split(","), sys.argv[3]
sites = [tuple(File.of(f"{name}/{n}.html", f"{name} {n}".encode() * 100) for n in range(60)) for name in names]
rounds = cycle(sites) if len(names) > 1 else sites * 20
for files in rounds:
    site(files, output=project / output, project=project)
    print("built", flush=True)
"""


def builder(project: Path, names: str, output: str = "build") -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", BUILDER, str(project), names, output]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def site_named(name: str) -> dict[str, str]:
    return {f"{name}/{n}.html": f"{name} {n}" * 100 for n in range(60)}


def beside(output: Path) -> list[str]:
    return sorted(path.name for path in output.parent.iterdir() if path.name.startswith(f".{output.name}"))


def test_a_killed_build_leaves_the_old_site_or_the_new_one(tmp_path: Path) -> None:
    site(pages(index="Home"), output=tmp_path / "build", project=tmp_path)
    (tmp_path / "build/CNAME").write_text("example.org")
    chance = random.Random(26)

    for _ in range(KILLS):
        with builder(tmp_path, "old,new") as building:
            assert building.stdout is not None
            assert building.stdout.readline() == "built\n"
            time.sleep(chance.uniform(0, 0.05))
            building.kill()
        found = texts(tmp_path / "build")
        assert found.pop("CNAME") == "example.org"
        assert found in (site_named("old"), site_named("new"))

    site(pages(index="Home"), output=tmp_path / "build", project=tmp_path)
    assert texts(tmp_path / "build") == {"index.html": "Home", "CNAME": "example.org"}
    assert beside(tmp_path / "build") == []


def test_a_killed_build_of_a_preview_costs_the_next_some_time_only(tmp_path: Path) -> None:
    preview = tmp_path / ".dossier" / "preview"
    chance = random.Random(26)

    for _ in range(KILLS // 2):
        with builder(tmp_path, "old,new", ".dossier/preview") as building:
            assert building.stdout is not None
            assert building.stdout.readline() == "built\n"
            time.sleep(chance.uniform(0, 0.05))
            building.kill()

        site(pages(index="Home"), output=preview, project=tmp_path)
        assert texts(preview) == {"index.html": "Home"}
        assert beside(preview) == []


def test_two_builds_at_once_both_succeed(tmp_path: Path) -> None:
    with builder(tmp_path, "one") as first, builder(tmp_path, "other") as second:
        first.communicate()
        second.communicate()

    assert (first.returncode, second.returncode) == (0, 0)
    assert texts(tmp_path / "build") in (site_named("one"), site_named("other"))
    assert beside(tmp_path / "build") == []


def test_a_build_that_waits_too_long_says_who_is_in_the_way(tmp_path: Path) -> None:
    in_the_way = pytest.raises(DossierError, match=r"another build has held .*\.dossier/lock")

    with held(tmp_path), in_the_way, held(tmp_path, patience=0):
        raise AssertionError("the lock was given twice")


@contextmanager
def limited(what: int, most: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(what)
    resource.setrlimit(what, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(what, (soft, hard))


@pytest.mark.parametrize("failing", range(6))
def test_a_disk_that_takes_no_more_leaves_the_old_site(tmp_path: Path, failing: int) -> None:
    site(pages(index="Home"), output=tmp_path / "build", project=tmp_path)
    before = tree(tmp_path)
    new = [File.of(f"sources/{n}.html", b"x" * (200_000 if n == failing else 10)) for n in range(6)]

    with (
        limited(resource.RLIMIT_FSIZE, 100_000),
        pytest.raises(DossierError, match=rf"build/sources/{failing}\.html cannot be written: File too large"),
    ):
        site(new, output=tmp_path / "build", project=tmp_path)

    assert tree(tmp_path) == before


def test_whichever_file_cannot_be_opened_the_old_site_stays(tmp_path: Path) -> None:
    old, new = pages(index="Home"), pages(index="Home", about="Us")
    site(old, output=tmp_path / "build", project=tmp_path)
    refused = 0
    while refusal(new, tmp_path, spare=refused):
        refused += 1
        assert texts(tmp_path / "build") == {"index.html": "Home"}

    assert refused > 1
    site(new, output=tmp_path / "build", project=tmp_path)
    assert texts(tmp_path / "build") == {"index.html": "Home", "about.html": "Us"}
    assert beside(tmp_path / "build") == []


def refusal(files: tuple[File, ...], project: Path, *, spare: int) -> str:
    """What a build says that may have only so many files open at once; nothing, if that is enough for it."""
    lowest_free = os.dup(0)
    os.close(lowest_free)
    try:
        with limited(resource.RLIMIT_NOFILE, lowest_free + spare):
            site(files, output=project / "build", project=project)
    except DossierError as error:
        assert "Too many open files" in str(error)
        return str(error)
    return ""


def test_a_disk_that_is_full_leaves_the_old_site(tmp_path: Path) -> None:
    small = tmp_path / "disk"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", str(small)], capture_output=True, check=False
    )
    if mounted.returncode != 0:
        pytest.skip("SKIPPED: a small disk can be made by root alone, so a full one stays untested here")
    try:
        site(pages(index="Home"), output=small / "build", project=tmp_path)
        before = tree(small)
        new = [File.of(f"sources/{n}.html", b"x" * 9000) for n in range(40)]

        with pytest.raises(DossierError, match=r"build/sources/\d+\.html cannot be written: No space left on device"):
            site(new, output=small / "build", project=tmp_path)

        assert tree(small) == before
    finally:
        subprocess.run(["umount", str(small)], check=True)


def test_an_output_that_is_a_disk_of_its_own_is_refused_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "build").mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "tmpfs", str(tmp_path / "build")], capture_output=True, check=False
    )
    if mounted.returncode != 0:
        pytest.skip("SKIPPED: a disk can be mounted by root alone, so a mounted output stays untested here")
    try:
        with pytest.raises(DossierError, match=r"build cannot be written: .*(busy|cross-device)"):
            site(pages(index="Home"), output=tmp_path / "build", project=tmp_path)
        assert beside(tmp_path / "build") == []
    finally:
        subprocess.run(["umount", str(tmp_path / "build")], check=True)


def test_a_folder_without_rights_is_told(plain_user: Path) -> None:
    site(pages(index="Home"), output=plain_user / "public/build", project=plain_user)
    (plain_user / "public").chmod(0o555)

    with pytest.raises(DossierError, match="public/build cannot be written: Permission denied"):
        site(pages(index="Home, revised"), output=plain_user / "public/build", project=plain_user)

    assert texts(plain_user / "public/build") == {"index.html": "Home"}
    (plain_user / "public").chmod(0o755)


def left_over(output: Path, **files: str) -> Path:
    holder = output.parent / f".{output.name}.new-abc"
    for name in (MARKER, *files):
        (holder / name.replace("__", "/")).parent.mkdir(parents=True, exist_ok=True)
        (holder / name.replace("__", "/")).write_text(files.get(name, ""))
    return holder


def test_what_a_killed_build_left_is_removed_by_the_next(tmp_path: Path) -> None:
    holder = left_over(tmp_path / "build", site__index="half a page")

    site(pages(index="Home"), output=tmp_path / "build", project=tmp_path)

    assert not holder.exists()


def test_a_folder_without_our_mark_is_not_ours_to_remove(tmp_path: Path) -> None:
    holder = left_over(tmp_path / "build", site__index="mine")
    (holder / MARKER).unlink()

    site(pages(index="Home"), output=tmp_path / "build", project=tmp_path)

    assert texts(holder) == {"site/index": "mine"}


def test_a_build_killed_between_two_renames_gives_the_old_site_back(tmp_path: Path) -> None:
    left_over(tmp_path / "build", old__CNAME="example.org", site__index="new")

    sweep(tmp_path / "build")

    assert tree(tmp_path) == {"build": "", "build/CNAME": "example.org"}


def test_two_renames_do_what_an_exchange_does(tmp_path: Path) -> None:
    for name in ("build", "holder/site"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "index.html").write_text(name)

    swap_in_two_steps(tmp_path / "holder/site", tmp_path / "build")

    assert texts(tmp_path) == {"build/index.html": "holder/site", "holder/site/index.html": "build"}


def test_a_second_rename_that_fails_puts_the_old_site_back(tmp_path: Path) -> None:
    (tmp_path / "build").mkdir()
    (tmp_path / "holder").mkdir()

    with pytest.raises(FileNotFoundError):
        swap_in_two_steps(tmp_path / "holder/site", tmp_path / "build")

    assert tree(tmp_path) == {"build": "", "holder": ""}
