import _ctypes
import ctypes
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import __main__ as command
from benchmarks import packages
from benchmarks.contestant import Contestant
from benchmarks.loosening import WEAK, loosen, needed
from benchmarks.packages import Here, Installed, Missing, OnPath, Wheel


def test_a_package_that_cannot_be_had_is_missing_with_its_reason(tmp_path: Path) -> None:
    nowhere = Wheel(requirements=(str(tmp_path / "nowhere.whl"),), program="bin/nowhere")

    found = packages.had((nowhere,), tmp_path / "peer")

    assert isinstance(found, Missing)
    assert "nowhere.whl cannot be had" in found.reason


def test_the_first_way_that_works_is_taken(tmp_path: Path) -> None:
    found = packages.had((OnPath(program="no-such-generator"), OnPath(program="git")), tmp_path)

    assert isinstance(found, Installed)
    assert found.command[0].endswith("git")


def test_a_peer_that_is_missing_is_named_and_left_out(
    copier: Callable[..., Contestant], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    there = copier()
    nowhere = replace(there.generator, name="Lost", ways=(OnPath(program="no-such-generator"),))
    lost = replace(there, name="Lost, cached", generator=nowhere)

    entered, left_out = command.enter({"lost": (lost,), "copier": (there,)}, tmp_path)

    assert list(entered) == [there]
    assert left_out == ("Lost, since no-such-generator is not here",)
    assert "left out: Lost" in capsys.readouterr().err


def test_our_own_command_is_there(tmp_path: Path) -> None:
    assert isinstance(packages.had((Here(),), tmp_path), Installed)


def test_a_library_wishes_for_what_it_needed_of_a_newer_system_and_still_loads(tmp_path: Path) -> None:
    library = tmp_path / "library.so"
    shutil.copyfile(_ctypes.__file__, library)

    loosen(library, newest=(2, 0))

    data = bytearray(library.read_bytes())
    flags = [data[at] for at, name in needed(data) if name.startswith(b"GLIBC_2.")]
    assert flags
    assert set(flags) == {WEAK}
    ctypes.CDLL(str(library))


def test_a_file_that_is_no_library_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "words"
    file.write_text("not a program")

    loosen(file)

    assert file.read_text() == "not a program"
