"""Files that are no files, too large, unreadable or being written: each is told, none is waited for."""

import os
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from dossier import read
from dossier.problems import DossierError
from dossier.read import contents
from dossier.read.folder import Entry, files

Project = Callable[[Mapping[str, str]], Path]

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a system with pipes and links")


def told(folder: Path) -> list[str]:
    return [f"{problem.code} {problem.message}" for problem in read.project(folder).problems]


def test_a_link_is_refused_by_name_wherever_it_leads(project: Project, tmp_path: Path) -> None:
    folder = project({"content/sources/ap.md": "", "templates/base.html": ""})
    (tmp_path / "secret.md").write_text("secret")
    (folder / "content/sources/outside.md").symlink_to(tmp_path / "secret.md")
    (folder / "content/sources/inside.md").symlink_to("ap.md")
    (folder / "content/sources/broken.md").symlink_to("gone.md")
    (folder / "content/claims").symlink_to(tmp_path)
    (folder / "templates/home.html").symlink_to(tmp_path / "secret.md")

    inputs = read.project(folder)

    assert [problem.message for problem in inputs.problems] == [
        "`content/claims` is a symbolic link, not a file or a folder",
        "`content/sources/broken.md` is a symbolic link, not a file or a folder",
        "`content/sources/inside.md` is a symbolic link, not a file or a folder",
        "`content/sources/outside.md` is a symbolic link, not a file or a folder",
        "`templates/home.html` is a symbolic link, not a file or a folder",
    ]
    assert "secret" not in repr(inputs.records) + repr(inputs.templates)


def test_links_that_lead_round_in_circles_end(project: Project) -> None:
    folder = project({"content/sources/ap.md": ""})
    for name in ("a", "b"):
        (folder / "content/sources" / name).symlink_to(".", target_is_directory=True)

    assert len(told(folder)) == 2


def test_a_content_folder_that_is_a_link_is_refused(project: Project, tmp_path: Path) -> None:
    folder = project({})
    (folder / "content").rename(tmp_path / "elsewhere")
    (folder / "content").symlink_to(tmp_path / "elsewhere")

    assert told(folder) == ["not-a-file `content` is a symbolic link, not a file or a folder"]


def test_pipes_and_sockets_are_not_waited_for(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = project({"content/sources/ap.md": ""})
    monkeypatch.chdir(folder / "content/sources")  # the path of a socket may have 107 characters only
    os.mkfifo("pipe.md")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.md")

    assert told(folder) == [
        "not-a-file `content/sources/pipe.md` is a named pipe, not a file or a folder",
        "not-a-file `content/sources/socket.md` is a socket, not a file or a folder",
    ]


def test_a_file_over_its_limit_is_told_without_being_read(project: Project) -> None:
    folder = project({"content/sources/dump.md": "", "content/media/film.gif": "", "content/archive/book.txt": ""})
    os.truncate(folder / "content/sources/dump.md", 300_000_000_000)
    os.truncate(folder / "content/media/film.gif", 20_000_001)
    os.truncate(folder / "content/archive/book.txt", 2_000_000)

    assert told(folder)[:2] == [
        "control-character the invisible character \\x00 stands here",
        "control-character the invisible character \\x00 stands here",
    ]
    assert told(folder)[-2:] == [
        "over-limit `content/media/film.gif` has 20.0 MB; at most 20 MB are read",
        "over-limit `content/sources/dump.md` has 300000.0 MB; at most 2 MB are read",
    ]


def test_a_folder_that_may_not_be_read_is_not_taken_for_an_empty_one(plain_user: Path) -> None:
    (plain_user / "sources").mkdir(mode=0o000)

    with pytest.raises(DossierError, match="sources cannot be read: Permission denied"):
        files(plain_user, label="content")


def test_a_file_that_may_not_be_read_stops_the_program(plain_user: Path) -> None:
    (plain_user / "ap.md").touch(mode=0o000)

    with pytest.raises(DossierError, match=r"ap\.md cannot be read: Permission denied"):
        contents.texts(files(plain_user, label="content").files)


def test_a_file_that_vanished_for_an_instant_is_read_when_it_is_back(tmp_path: Path) -> None:
    file = tmp_path / "ap.md"
    saving = threading.Timer(contents.SETTLING / 5, file.write_text, ["saved"])
    saving.start()

    found, problems = contents.texts([Entry(file=str(file), path="content/sources/ap.md")])
    saving.join()

    assert [text.text for text in found] == ["saved"]
    assert problems == ()


def test_a_file_that_is_gone_stops_the_program(tmp_path: Path) -> None:
    with pytest.raises(DossierError, match=r"ap\.md cannot be read: No such file or directory"):
        contents.texts([Entry(file=str(tmp_path / "ap.md"), path="content/sources/ap.md")])


def test_a_file_that_became_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ap.md")

    with pytest.raises(DossierError, match="it is being changed by another program"):
        contents.texts([Entry(file=str(tmp_path / "ap.md"), path="content/sources/ap.md")])


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs a file whose size is never as told")
def test_a_file_that_is_never_as_long_as_told_is_not_read_in_part() -> None:
    with pytest.raises(DossierError, match="it is being changed by another program"):
        contents.texts([Entry(file="/proc/self/status", path="content/sources/ap.md")])


DEEP = 1500  # more folders than a function may call itself


@pytest.fixture
def deep_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    for _ in range(DEEP):
        Path("a").mkdir()
        os.chdir("a")
    os.chdir(tmp_path)
    yield tmp_path
    for depth in range(DEEP, 0, -1):
        Path("/".join("a" * depth)).rmdir()


def test_folders_may_be_very_deep(deep_folder: Path) -> None:
    assert files(deep_folder, label="content").files == ()


def test_a_name_that_no_terminal_can_show_is_told_with_escapes(project: Project) -> None:
    folder = project({"content/sources/a\u202eb.md": "", "content/sources/\x1b[31m/ap.md": ""})
    Path(os.fsdecode(os.fsencode(folder) + b"/content/sources/caf\xe9.md")).touch()

    problems = read.project(folder).problems

    assert [str(problem.place) for problem in problems] == [
        "content/sources/\\x1b[31m:1:1",
        "content/sources/a\\u202eb.md:1:1",
        "content/sources/caf\\udce9.md:1:1",
    ]
    assert {problem.code for problem in problems} == {"bad-id"}
