"""Feeds: what is new and what was corrected, as Atom (RFC 4287)."""

from datetime import UTC, date, datetime, time
from html import escape

from msgspec import Struct


class Entry(Struct, frozen=True, kw_only=True):
    """One thing that is new; ``id`` is its lasting name, ``published`` and ``updated`` are whole days."""

    id: str
    title: str
    url: str
    summary: str
    published: date
    updated: date


class Feed(Struct, frozen=True, kw_only=True):
    """A feed with at least one entry, newest first; all addresses are whole."""

    title: str
    subtitle: str
    home: str
    address: str
    language: str
    authors: str
    entries: tuple[Entry, ...]


def as_atom(feed: Feed) -> bytes:
    """The feed as XML; its own day is that of its newest entry, so that the same content gives the same bytes."""
    from feedgenerator import Atom1Feed

    made = Atom1Feed(
        title=feed.title,
        link=feed.home,
        description="",
        subtitle=feed.subtitle,
        feed_url=feed.address,
        language=feed.language,
        author_name=feed.authors,
    )
    for entry in feed.entries:
        made.add_item(
            title=entry.title,
            link=entry.url,
            description=escape(entry.summary),  # it is said to be HTML, and our summaries are words
            unique_id=entry.id,
            pubdate=midnight(entry.published),
            updateddate=midnight(entry.updated),
        )
    return str(made.writeString("utf-8")).encode("utf-8")


def midnight(day: date) -> datetime:
    """The first moment of a day, in universal time."""
    return datetime.combine(day, time(), tzinfo=UTC)
