"""What can be found: a page, a part of one, or a record, as plain words."""

from msgspec import Struct


class Document(Struct, frozen=True, kw_only=True):
    """One thing that a reader may look for.

    ``names`` are what it is called besides its title and number: they are searched as the title is, and stand in
    ``text`` where readers are to see them. ``tag`` says what it is, ``note`` what tells it from others.
    """

    url: str
    title: str
    tag: str
    number: str = ""
    note: str = ""
    text: str = ""
    names: tuple[str, ...] = ()


class Group(Struct, frozen=True, kw_only=True):
    """All documents of one kind: ``id`` stands in addresses, ``words`` on the page."""

    id: str
    words: str
    documents: tuple[Document, ...]
