"""The site that is to be made: every page with its address, its maker and a finished view."""

from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Planned:
    """One file of the site: a template's name, or the name of a data maker, and what it is given.

    ``told`` is the record that a problem of this page is told at, as a path; empty for pages of no one record.
    """

    url: str
    maker: str
    view: object
    told: str = ""


@dataclass(frozen=True, kw_only=True)
class Asset:
    """One file that is carried over byte for byte."""

    url: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class Site:
    """All pages and assets, in the order of their addresses."""

    pages: tuple[Planned, ...]
    assets: tuple[Asset, ...]
