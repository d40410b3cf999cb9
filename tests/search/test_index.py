import re
from itertools import pairwise

import pytest

from dossier.search import Document, Group, as_script, index
from dossier.search.shards import MOST, named
from tests.search.reading import Read, page, scripts_of, wide

SCRIPT = re.compile(rb'dossierSearch\("([a-z0-9_-]+)",([^\n]*)\);\n')
DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}


def many(count: int) -> tuple[Document, ...]:
    """Documents with words enough for several shards and chunks."""
    return tuple(page(f"Record {n}", f"word{n} and {chr(97 + n % 26)}{n * 7919} of all") for n in range(count))


def test_a_title_says_more_than_a_text_and_a_short_title_more_than_a_long_one() -> None:
    read = Read(page("Sinaloa"), page("The groups of Sinaloa in 2025"), page("Groups", "In Sinaloa"))
    assert read.find("sinaloa") == {0: 9, 1: 5, 2: 1}


def test_a_text_that_says_a_word_often_is_about_it() -> None:
    read = Read(page("One", "troops"), page("Two", "troops troops troops"))
    assert read.find("troops") == {0: 1, 1: 2}


def test_another_name_counts_as_a_title() -> None:
    assert Read(page("Joaquín Guzmán", names=("El Chapo",))).find("chapo") == {0: 8}


def test_a_record_is_found_by_its_number_before_all_that_mention_it() -> None:
    read = Read(page("Method", "Each has a number, as C-14"), page("The troops left", number="C-14"))
    assert read.find("c14") == {0: 1, 1: 9}


def test_a_stop_word_is_found_in_names_alone() -> None:
    read = Read(page("The Guard", "Of the troops"), page("Troops", "The troops"), stop=("the", "of"))
    assert read.find("the") == {0: 8}
    assert read.find("of") == {}
    assert read.stop == ["of", "the"]


def test_what_a_result_shows_stands_in_the_chunk_of_its_number() -> None:
    documents = many(500)
    read = Read(*documents)
    assert len(read.data) > 5
    for number, document in enumerate(documents):
        assert read.shown(number) == [document.url, "page", "", document.title, "", document.text]


def test_every_kind_says_where_it_begins_and_none_is_listed_for_nothing() -> None:
    groups = [
        Group(id=name, words=name.title(), documents=many(n)) for name, n in (("page", 2), ("term", 0), ("claim", 1))
    ]
    first, *_ = index(groups, ())
    assert '[["page","Page",0],["claim","Claim",2]]' in first.data


def test_a_shard_is_worth_a_request_and_no_larger_than_it_should_be() -> None:
    read = Read(*many(3000))
    sizes = [len(data) for name, data in read.data.items() if name.startswith("t-")]
    assert len(sizes) > 5
    assert max(sizes) <= MOST
    assert all(one + next_one > MOST / 2 for one, next_one in pairwise(sizes))


def test_a_term_of_every_record_has_a_shard_of_its_own() -> None:
    read = Read(*(page(f"n{n}", "everywhere") for n in range(10_000)))
    assert len(read.find("everywhere")) == 10_000
    assert read.shard("everywhere") == "t-everywhere" or len(read.data[read.shard("everywhere")].split("\n")) == 1


def test_bounds_rise_as_a_browser_compares_them() -> None:
    read = Read(*many(2000), *(page(f"{chr(0x1D538 + n)}{chr(0xFF21 + n % 20)}中{n} 𐍈{n * 31}") for n in range(2000)))
    bounds = [wide(bound) for bound in read.bounds]
    assert bounds == sorted(set(bounds))


@pytest.mark.parametrize("bound", ["con", "aux", "nul", "prn", "com1", "", "中", "𐍈a", "é"])
def test_a_shard_has_a_name_that_every_disk_can_hold(bound: str) -> None:
    name = named(bound)
    assert re.fullmatch(r"t-[a-z0-9_]*", name)
    assert name not in DEVICES


def test_a_script_hands_over_its_data_and_does_nothing_else() -> None:
    hostile = page("</script><script>alert(1)</script>", "a\u2028b\u2029c \\ \" ' ` ${x} __proto__ constructor <!--")
    for script in scripts_of(hostile):
        data = as_script(script)
        assert SCRIPT.fullmatch(data)
        assert b"<" not in data
        assert not {"\u2028", "\u2029"} & set(data.decode())


def test_no_word_is_a_key() -> None:
    read = Read(page("__proto__ constructor toString"))
    assert read.find("proto") == {0: 7}
    assert read.find("constructor") == {0: 7}
    assert not any("{" in script.data for script in read.scripts)


def test_a_change_of_any_text_changes_the_version() -> None:
    assert Read(page("A", "one")).data["index"][0] != Read(page("A", "two")).data["index"][0]


def test_the_same_documents_make_the_same_bytes() -> None:
    first, second = ([as_script(script) for script in scripts_of(*many(300))] for _ in range(2))
    assert first == second


def test_a_dossier_without_a_word_has_an_index() -> None:
    assert Read(page("???")).find("word") == {}
    assert Read().count == 0
