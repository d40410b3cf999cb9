"""A picture that pages may show, with its credit and licence from ``media.yml``."""

from msgspec import Struct

from dossier.problems import Place


class Medium(Struct, frozen=True, kw_only=True):
    """One raster picture of ``media/``."""

    file: str
    place: Place
    credit: str = ""
    licence: str = ""
