"""What a page may fetch while it is typeset: the files of its site by their addresses, and nothing else at all.

The page is told that it stands at an address which exists nowhere. What it asks for is looked up in the list of what
the build wrote, so no path on the disk and no host on a network can be named, whatever a page says.
"""

import mimetypes
import os
from pathlib import Path
from stat import S_ISREG
from urllib.parse import unquote, urlsplit

from weasyprint.urls import URLFetcher, URLFetcherResponse

from dossier.model.printed import ABSENT, hash_of

ORIGIN = "https://dossier.invalid/"  # a name that never resolves (RFC 2606)
TYPES = {".css": "text/css", ".woff2": "font/woff2", ".csv": "text/csv", ".json": "application/json"}


class Confined(URLFetcher):  # type: ignore[misc]  # WeasyPrint carries no types
    """Answers with files of a site; keeps what it was asked for, by path, with the hash of what it gave."""

    def __init__(self, site: Path, files: tuple[str, ...]) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False)
        self.site = site.resolve()
        self.files = frozenset(files)
        self.asked: dict[str, str] = {}

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """The file of this address.

        Raises:
            ValueError: when the site has no such file, or the address is not one of the site.
        """
        data = self.read(self.path(url))
        return URLFetcherResponse(url, data, {"Content-Type": media_type(urlsplit(url).path)})

    def path(self, url: str) -> str:
        """The path of an address below the site's root."""
        if not url.startswith(ORIGIN):
            raise ValueError(f"not fetched, since it is not of this site: {url}")
        return unquote(urlsplit(url).path).removeprefix("/")

    def read(self, path: str) -> bytes:
        """The bytes of a file that the build wrote, and that still is a plain file where it was written."""
        if path not in self.files:
            self.asked[path] = ABSENT
            raise ValueError(f"the site has no {path}")
        data = plain_bytes(self.site / path, self.site)
        self.asked[path] = hash_of(data)
        return data


def plain_bytes(file: Path, site: Path) -> bytes:
    """A file's bytes, if no link leads to it and it is no pipe or device."""
    if file.resolve() != file or not file.is_relative_to(site):
        raise ValueError(f"{file} is reached by a symbolic link")
    handle = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(handle, "rb") as opened:
        if not S_ISREG(os.fstat(handle).st_mode):
            raise ValueError(f"{file} is not a plain file")
        return opened.read()


def media_type(path: str) -> str:
    """The media type of a file by its ending, the same on every machine."""
    return TYPES.get(Path(path).suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"
