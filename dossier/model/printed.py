"""A page of the site as a PDF: made by a command of its own, and carried by builds for as long as it is true."""

from collections.abc import Mapping
from hashlib import sha256

from msgspec import Struct

ABSENT = ""  # stands for the hash of a file that the page asked for and the site did not have


class Printed(Struct, frozen=True, kw_only=True):
    """A PDF with its address and number of pages; ``made_from`` has the hash of every file that went into it."""

    url: str
    pages: int
    made_from: Mapping[str, str]
    data: bytes

    def shows(self, hashes: Mapping[str, str]) -> bool:
        """Whether a site of files with these hashes is the one that was printed, as far as it was printed."""
        return all(hashes.get(path, ABSENT) == was for path, was in self.made_from.items())


def hash_of(data: bytes | None) -> str:
    """The hash by which a file is known again."""
    return ABSENT if data is None else sha256(data).hexdigest()
