"""Where blocks may begin and tables stand: no quotation, bracket or code span reaches across such a place.

Python-Markdown decides what is a block. This is the cautious reading of the same lines: it may see a border where
there is none, and then leaves a mark as it was typed; it never joins what Markdown parts.
"""

import re
from collections.abc import Iterator

from dossier.markup.marks import SLAB

PREFIX = r"[ \t]*+(?P<quotes>(?:>[ \t]*+)*+)"
# What a line is, by its first characters behind indentation and quote marks.
LINE = re.compile(
    rf"""^{PREFIX}(?:
      (?P<blank>$)
    | (?P<alone>{SLAB} | \#{{1,6}}[ \t] | [=]+[ \t]*$ | -+[ \t]*$ | (?:\*[ \t]*){{3,}}$ | (?:_[ \t]*){{3,}}$)
    | (?P<begins>:[ \t] | \[\^[^\]\n]*\]:)
    | (?P<item>(?:[-*+]|(?P<digits>\d{{1,9}}\.))[ \t])
    )?""",
    re.MULTILINE | re.VERBOSE,
)
CELL_RULE = r"[ \t]*+:?-++:?[ \t]*+"
TABLE = re.compile(
    rf"^.*\n[ \t>]*+(?:\|{CELL_RULE}|{CELL_RULE}\|)(?:\|?{CELL_RULE})*+\|?[ \t]*$(?:\n(?![ \t>]*$).+)*+", re.MULTILINE
)


def block_starts(text: str) -> tuple[int, ...]:
    """The offsets of lines that may begin a block of their own, in order."""
    return tuple(dict.fromkeys(_block_starts(text)))


def _block_starts(text: str) -> Iterator[int]:
    """As ``block_starts``, line by line: ``list_of`` is the kind of list the block began as, ``depth`` its quotes."""
    fresh, list_of, depth = True, "", 0
    for line in LINE.finditer(text):
        quotes = line["quotes"].count(">")
        kind = "" if not line["item"] else "digits" if line["digits"] else "bullets"
        nested = line.end("quotes") - line.start() >= 4
        begins = line["blank"] is not None or line["alone"] or line["begins"] or quotes > depth
        if fresh or begins or (kind and list_of and (nested or kind == list_of)):
            yield line.start()
        if fresh or begins:
            list_of = kind
        fresh = line["blank"] is not None or bool(line["alone"])
        depth = 0 if fresh else max(depth, quotes)


def tables(text: str) -> tuple[tuple[int, int], ...]:
    """The extents of tables: each line and each bare pipe within is a border."""
    if "|" not in text or "-" not in text:
        return ()
    return tuple(match.span() for match in TABLE.finditer(text))
