"""Programs that were linked on a newer system than this one.

A shared library names the versions of the C library that its symbols are from, and the loader refuses it where one is
not there, although the library asks for these symbols weakly and does without them. Here what is too new is marked as
wished for, not needed. What is needed after all then fails when it is started, and is told as not starting.
"""

import os
import re
import struct
from collections.abc import Iterator
from pathlib import Path

NEEDED_VERSIONS = 0x6FFFFFFE  # a section's type, SHT_GNU_verneed
WEAK = 2  # VER_FLG_WEAK
NEWEST = re.compile(rb"GLIBC_(\d+)\.(\d+)(?:\.\d+)?")


def loosen(library: Path, *, newest: tuple[int, int] | None = None) -> None:
    """Marks the versions of the C library that are newer than this system's, or than ``newest``, as wished for."""
    there = newest or c_library()
    data = bytearray(library.read_bytes())
    if data[:6] != b"\x7fELF\x02\x01":  # only of 64 bits, lowest byte first
        return
    for flags, name in needed(data):
        found = NEWEST.fullmatch(name)
        if found and (int(found[1]), int(found[2])) > there:
            struct.pack_into("<H", data, flags, WEAK)
    library.write_bytes(data)


def needed(data: bytearray) -> Iterator[tuple[int, bytes]]:
    """Each version that is needed: where its flags stand, and its name."""
    sections = list(headers(data))
    for _, kind, _, _, start, _, link, count, *_ in sections:
        if kind != NEEDED_VERSIONS:
            continue
        strings = sections[link][4]
        at = start
        for _ in range(count):
            _, versions, _, first, step = struct.unpack_from("<HHIII", data, at)
            entry = at + first
            for _ in range(versions):
                _, _, _, name, following = struct.unpack_from("<IHHII", data, entry)
                begin = strings + name
                yield entry + 4, bytes(data[begin : data.index(b"\0", begin)])
                entry += following
            at += step


def headers(data: bytearray) -> Iterator[tuple[int, ...]]:
    """The sections' headers, as the format has them."""
    (start,) = struct.unpack_from("<Q", data, 40)
    size, count = struct.unpack_from("<HH", data, 58)
    for number in range(count):
        yield struct.unpack_from("<IIQQQQIIQQ", data, start + number * size)


def c_library() -> tuple[int, int]:
    """The version of this system's C library; where it is another, none is too new."""
    try:
        told = os.confstr("CS_GNU_LIBC_VERSION") or ""
    except (OSError, ValueError):
        return (99, 0)
    _, _, version = told.partition(" ")
    major, _, minor = version.partition(".")
    return int(major), int(minor)
