"""What crawlers are told: that they are welcome, and every page's address (https://www.sitemaps.org/protocol.html)."""

from xml.etree import ElementTree

from msgspec import Struct

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
MOST = 50_000  # addresses in one sitemap, by its protocol


class Address(Struct, frozen=True, kw_only=True):
    """A page's whole address, and the day of its last change where that is known."""

    url: str
    changed: str = ""


class Sitemap(Struct, frozen=True, kw_only=True):
    """The addresses of pages; of a site with more than fit, the addresses of its sitemaps."""

    addresses: tuple[Address, ...]
    is_index: bool = False


class Welcome(Struct, frozen=True, kw_only=True):
    """Where the sitemap is; nothing of the site is closed to anyone."""

    sitemap: str


def as_sitemap(sitemap: Sitemap) -> bytes:
    """A sitemap, or an index of sitemaps, as XML."""
    whole, each = ("sitemapindex", "sitemap") if sitemap.is_index else ("urlset", "url")
    root = ElementTree.Element(whole, xmlns=NAMESPACE)
    for address in sitemap.addresses:
        node = ElementTree.SubElement(root, each)
        ElementTree.SubElement(node, "loc").text = address.url
        if address.changed:
            ElementTree.SubElement(node, "lastmod").text = address.changed
    ElementTree.indent(root, space="")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'.encode()


def as_robots(welcome: Welcome) -> bytes:
    """A ``robots.txt``."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {welcome.sitemap}\n".encode()
