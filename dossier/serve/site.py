"""The site that stands in the preview's folder: what may be served of it, and what a build changed."""

import os
import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from msgspec import Struct

from dossier import urls
from dossier.write import manifest

# Literal, since the system's own list differs between machines.
TYPES = {
    ".avif": "image/avif",
    ".bib": "text/plain; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".ris": "application/x-research-info-systems; charset=utf-8",
    ".sqlite": "application/vnd.sqlite3",
    ".svg": "image/svg+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
}
UNKNOWN = "application/octet-stream"

# 404.html alone links from the root of a host, or from where `base_url` says that the site stands.
ROOT = re.compile(rb'href="/([^"]*/)?assets/')


class Site(Struct, frozen=True, kw_only=True):
    """The files that a build wrote, with the hash of each, and the path that its 404.html takes for the root."""

    folder: Path
    hashes: Mapping[str, str]
    root: str

    def changed_since(self, before: "Site | None") -> frozenset[str]:
        """The files that are new, other than before, or gone."""
        old = before.hashes if before else {}
        return frozenset(path for path, _ in self.hashes.items() ^ old.items())

    def named(self, address: str) -> str | None:
        """The file that an address means, if the build wrote one; of a folder that is its index."""
        for path in (address, address.removeprefix(self.root) if address.startswith(self.root) else address):
            whole = f"{path}index.html" if not path or path.endswith("/") else path
            if whole in self.hashes:
                return whole
        return None

    def is_folder(self, address: str) -> bool:
        """Whether an address lacks only the slash to mean a folder."""
        return self.named(f"{address}/") is not None

    def data(self, path: str) -> bytes | None:
        """A file of the site; none if it went, or something else than a plain file was put in its place."""
        try:
            with os.fdopen(os.open(self.folder / path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as file:
                return file.read()
        except OSError:
            return None


def standing(folder: Path) -> Site:
    """The site as it stands in a folder."""
    site = Site(folder=folder, hashes=manifest.hashes(folder), root="")
    found = ROOT.search(site.data(urls.NOT_FOUND) or b"")
    return Site(folder=folder, hashes=site.hashes, root=(found[1] or b"").decode() if found else "")


def content_type(path: str) -> str:
    """What a browser is told that a file is."""
    return TYPES.get(PurePosixPath(path).suffix, UNKNOWN)
