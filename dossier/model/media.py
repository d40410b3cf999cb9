"""A picture that pages may show, with its credit and licence from ``media.yml``."""

from dataclasses import dataclass

from dossier.problems import Place


@dataclass(frozen=True, kw_only=True)
class Medium:
    """One raster picture of ``media/``."""

    file: str
    place: Place
    credit: str = ""
    licence: str = ""
