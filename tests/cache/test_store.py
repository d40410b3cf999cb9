"""A cache gives back what was put there by this very version, whole, and nothing else; it never stands in the way."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from dossier.cache.packing import pack, unpack
from dossier.cache.stamp import modules, stamp
from dossier.cache.store import HEADER, Store
from dossier.cache.values import Values
from dossier.model.key import Key, Kind

GONE = 99_999_999  # no process has such a number
A_KEY = Key(kind=Kind.CLAIM, id="left")


class Hostile:
    """A value that calls something as it is read."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("touch hostile",)


def test_what_was_put_is_got_by_the_same_version_only(tmp_path: Path) -> None:
    Store(tmp_path, "one").put("records/1-0", b"words")

    assert Store(tmp_path, "one").get("records/1-0") == b"words"
    assert Store(tmp_path, "another").get("records/1-0") is None
    assert Store(tmp_path, "one").get("records/1-1") is None


DAMAGES: Mapping[str, Callable[[bytes], bytes]] = {
    "emptied": lambda data: b"",
    "its head alone": lambda data: data[: len(HEADER)],
    "cut short": lambda data: data[:-1],
    "grown": lambda data: data + b"\0",
    "another word": lambda data: data.replace(b"words", b"wards"),
    "another head": lambda data: data.replace(b"cache 1", b"cache 2"),
    "another proof": lambda data: data[:30] + bytes([data[30] ^ 1]) + data[31:],
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_was_damaged_is_not_there(tmp_path: Path, damage: str) -> None:
    store = Store(tmp_path, "one")
    store.put("kept", b"words")
    file = tmp_path / ".dossier" / "cache" / "kept"
    file.write_bytes(DAMAGES[damage](file.read_bytes()))

    assert store.get("kept") is None


def test_a_folder_or_a_pipe_in_place_of_a_file_is_not_there(tmp_path: Path) -> None:
    store = Store(tmp_path, "one")
    store.put("kept", b"words")
    cache = tmp_path / ".dossier" / "cache"
    (cache / "folder").mkdir()
    os.mkfifo(cache / "pipe")

    assert store.get("folder") is None
    assert store.get("pipe") is None
    store.put("folder", b"words")
    store.put("pipe", b"words")
    assert store.get("pipe") == b"words"


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / ".dossier").write_text("not a folder", encoding="utf-8")
    store = Store(tmp_path, "one")

    store.put("kept", b"words")

    assert store.get("kept") is None
    assert store.moment() == 0


def test_a_sealed_cache_is_read_and_left_as_it_is(tmp_path: Path) -> None:
    Store(tmp_path, "one").put("kept", b"words")
    sealed = Store(tmp_path, "one", is_sealed=True)

    sealed.put("kept", b"other words")

    assert sealed.get("kept") == b"words"


def test_a_cache_keeps_itself_out_of_version_control_and_leaves_nothing_half_written(tmp_path: Path) -> None:
    store = Store(tmp_path, "one")
    store.put("templates/home", b"words")
    assert store.moment() > 0

    cache = tmp_path / ".dossier" / "cache"
    files = sorted(str(file.relative_to(cache)) for file in cache.rglob("*") if file.is_file())
    assert files == [".gitignore", "templates/home"]
    assert (cache / ".gitignore").read_text("utf-8") == "*\n"


def test_a_value_comes_back_as_it_was() -> None:
    value = {"claims": ((A_KEY, frozenset({"a"})),)}

    assert unpack(pack(value)) == value


@pytest.mark.parametrize("value", [Hostile(), print, Path("/etc"), Store], ids=["call", "function", "path", "class"])
def test_no_byte_of_a_cache_calls_anything(value: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    with pytest.raises(ValueError, match="is no part of a cache"):
        unpack(pack(value))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("builtins eval", "(V__import__('os').mkdir('hostile')\ntR."),
        ("msgspec._utils get_type_hints", "(cdossier.model.key\nKey\ntR."),
        ("msgspec._core Struct", "."),
        ("dossier.model.key Struct", "."),
        ("dossier.model.key NewType", "(Vhostile\ncdossier.model.key\nKey\ntR."),
        ("dossier.pipeline.memory Path", "(V/etc\ntR."),
        ("dossier.model.key Key.__init_subclass__", "."),
    ],
)
def test_nothing_is_found_that_a_build_keeps_no_values_of(asked: str, given: str) -> None:
    module, _, name = asked.partition(" ")

    with pytest.raises(ValueError, match="is no part of a cache"):
        unpack(f"c{module}\n{name}\n{given}".encode())


@pytest.mark.parametrize(
    "made_of",
    [
        "cbuiltins\nfrozenset\n",
        "cdecimal\nDecimal\n",
        "cmsgspec._utils\nrebuild\n",
        "Vos.system\n",
        "cdossier.model.key\nKind\n",
    ],
)
def test_what_makes_structs_again_makes_nothing_else(made_of: str) -> None:
    with pytest.raises(ValueError, match="no class of Structs"):
        unpack(f"cmsgspec._utils\nrebuild\n({made_of}(dtR.".encode())


def test_a_struct_with_other_fields_than_it_has_is_no_value() -> None:
    with pytest.raises(ValueError, match="Unexpected keyword argument 'ids'"):
        unpack(b"cmsgspec._utils\nrebuild\n(cdossier.model.key\nKey\n(dVids\nVleft\nstR.")


def test_whatever_stands_there_in_place_of_a_value_is_none(tmp_path: Path) -> None:
    values = Values(store=Store(tmp_path, "one"))
    for at, data in enumerate((b"\x80\x05.", b"not a pickle", pack(Hostile()), pack("whole")[:-3])):
        values.store.put(f"{at}", data)

        assert values.get(f"{at}") is None


def test_a_process_that_keeps_values_does_not_read_them_again(tmp_path: Path) -> None:
    store = Store(tmp_path, "one")
    Values(store=store).put("key", A_KEY)
    warm = Values(store=store, held={})
    warm.put("key", A_KEY)

    assert warm.get("key") is A_KEY
    assert Values(store=store).get("key") == A_KEY
    assert Values(store=store).get("key") is not A_KEY


def test_an_edited_module_is_another_version(tmp_path: Path) -> None:
    module = tmp_path / "parse" / "claim.py"
    module.parent.mkdir()
    module.write_text("one", encoding="utf-8")
    before = sorted(modules(str(tmp_path)))
    module.write_text("another", encoding="utf-8")

    assert sorted(modules(str(tmp_path))) != before
    assert stamp() == stamp()


def test_of_what_is_kept_by_the_day_only_the_newest_stays_and_nothing_of_the_killed(tmp_path: Path) -> None:
    store = Store(tmp_path, "stamp")
    for number in range(5):
        store.put(f"again-{number}", b"said")
        os.utime(tmp_path / ".dossier" / "cache" / f"again-{number}", (number, number))
    store.put("site", b"made")
    for left in (f"again-9.{GONE}", f"now.{os.getpid()}", f"now.{GONE}"):
        (tmp_path / ".dossier" / "cache" / left).write_bytes(b"")

    store.sweep("again-", most=2)

    kept = {file.name for file in (tmp_path / ".dossier" / "cache").iterdir()}
    assert kept == {".gitignore", "again-3", "again-4", "site", f"now.{os.getpid()}"}
